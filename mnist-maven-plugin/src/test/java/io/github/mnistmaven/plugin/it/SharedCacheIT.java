package io.github.mnistmaven.plugin.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mnistmaven.internal.files.Sha256;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Many builds that use one cache at once, of which only pieces are there; {@code mnist.builds} says how many. */
@Tag("robustness")
@EnabledOnOs(OS.LINUX)
class SharedCacheIT {

    private static final int BUILDS = Integer.getInteger("mnist.builds");
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int MIRROR_BYTES_PER_SECOND = 20_000_000;

    /** Of a build with its worker, where both are given no more than they need. */
    private static final long KILOBYTES_EACH = 300_000;

    /** What other processes of the machine are left. */
    private static final double SHARE_OF_MEMORY = 0.7;

    private static final String SMALL_JVM = "-Xss512k -XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    /** Of a process that is not there. */
    private static final String DEAD = "999999999-00000000-" + UUID.randomUUID();

    @TempDir
    private Path cache;

    @Test
    void givenDigitsOfWhichOnlyPiecesAreThere_whenManyBuildsNeedThem_thenOneDownloadsThemForAll() throws Exception {
        try (MnistMirror mirror = MnistMirror.start(MIRROR_BYTES_PER_SECOND)) {
            // given
            assumeTrue(mirror.isReal(), "the real MNIST is not here: -Dmnist.test.data=<directory> names it");
            breakDigits(mirror);

            // when
            List<RunningBuild> builds = new ArrayList<>();
            try {
                try (FileChannel held = locked(cache.resolve(".lock"))) {
                    assertThat(held.isOpen()).isTrue();
                    for (int i = 0; i < BUILDS; i++) {
                        builds.add(RunningBuild.start(drawing(mirror), "mnist:samples"));
                    }
                    for (RunningBuild build : builds) {
                        build.awaitLog("waiting for another build", PATIENCE);
                    }
                }

                // then
                for (RunningBuild build : builds) {
                    build.end().assertSucceeded().assertSays("300 training digits (mnist)");
                }
            } finally {
                builds.forEach(RunningBuild::close);
            }
            for (String name : MnistMirror.FILES) {
                assertThat(cache.resolve(name)).hasBinaryContent(mirror.content(name));
            }
            assertThat(names(cache)).hasSize(5).contains(".lock").containsAll(MnistMirror.FILES);
            // Of the last, the first bytes were those of another file.
            assertThat(mirror.requests())
                    .containsExactlyInAnyOrder(
                            "train-images-idx3-ubyte.gz",
                            "train-labels-idx1-ubyte.gz",
                            "t10k-images-idx3-ubyte.gz",
                            "t10k-labels-idx1-ubyte.gz",
                            "t10k-labels-idx1-ubyte.gz");
            System.out.printf(
                    "%d builds at once, %d requests to the mirror%n",
                    BUILDS, mirror.requests().size());
        }
    }

    private Scenario drawing(MnistMirror mirror) {
        return Scenario.named("train-and-compare")
                .withEnvironment("JDK_JAVA_OPTIONS", SMALL_JVM + " -Xmx160m")
                .with("dataset", "mnist")
                .with("downloadUrls", mirror.url())
                .with("cacheDirectory", cache);
    }

    /** Until it is closed, as if another build was at work: so all meet there. */
    private static FileChannel locked(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        return channel;
    }

    private void breakDigits(MnistMirror mirror) throws IOException {
        byte[] images = mirror.content("train-images-idx3-ubyte");
        Files.write(cache.resolve("train-images-idx3-ubyte"), Arrays.copyOf(images, images.length / 2));
        byte[] received = mirror.compressed("train-images-idx3-ubyte");
        Files.write(cache.resolve(".train-images-idx3-ubyte.gz.part"), Arrays.copyOf(received, received.length / 2));
        byte[] flipped = mirror.content("t10k-images-idx3-ubyte");
        flipped[flipped.length / 2] ^= 1;
        Files.write(cache.resolve("t10k-images-idx3-ubyte"), flipped);
        Files.write(cache.resolve(".t10k-images-idx3-ubyte.%s.tmp".formatted(DEAD)), flipped);
        Files.write(cache.resolve("t10k-labels-idx1-ubyte"), new byte[0]);
        Files.write(
                cache.resolve(".t10k-labels-idx1-ubyte.gz.part"),
                Arrays.copyOf(mirror.compressed("train-labels-idx1-ubyte"), 1000));
    }

    @Test
    void givenAnEngineOfWhichOnlyPiecesAreThere_whenManyBuildsNeedIt_thenItIsWholeForAll() throws Exception {
        // given
        Scenario first = training();
        first.run("mnist:train").assertSucceeded();
        Path unpacked;
        try (Stream<Path> entries = Files.list(cache.resolve("pytorch"))) {
            unpacked = entries.filter(Files::isDirectory).findFirst().orElseThrow();
        }
        Map<String, String> whole = digests(unpacked);
        breakEngine(unpacked);
        int atOnce = (int) Math.min(BUILDS, SHARE_OF_MEMORY * availableKilobytes() / KILOBYTES_EACH);

        // when
        Deque<RunningBuild> running = new ArrayDeque<>();
        List<Path> models = new ArrayList<>();
        try {
            Path lock = cache.resolve("pytorch").resolve(".%s.lock".formatted(unpacked.getFileName()));
            try (FileChannel held = locked(lock)) {
                assertThat(held.isOpen()).isTrue();
                for (int i = 0; i < atOnce; i++) {
                    running.add(start(models));
                }
                for (RunningBuild build : running) {
                    build.awaitAWorker(PATIENCE);
                }
            }
            for (int i = 0; i < BUILDS; i++) {
                running.remove().end().assertSucceeded();
                if (models.size() < BUILDS) {
                    running.add(start(models));
                }
            }
        } finally {
            running.forEach(RunningBuild::close);
        }

        // then
        for (Path model : models) {
            assertThat(model).hasSameBinaryContentAs(model(first));
        }
        assertThat(digests(unpacked)).isEqualTo(whole);
        assertThat(names(cache.resolve("pytorch")))
                .containsExactlyInAnyOrder(
                        unpacked.getFileName().toString(), ".%s.lock".formatted(unpacked.getFileName()));
        System.out.printf("%d builds, %d of them at once%n", models.size(), atOnce);
    }

    private RunningBuild start(List<Path> models) throws IOException {
        Scenario scenario = training();
        models.add(model(scenario));
        return RunningBuild.start(scenario, "mnist:train");
    }

    private Scenario training() {
        return Scenario.named("train-and-compare")
                .withEnvironment("JDK_JAVA_OPTIONS", SMALL_JVM + " -Xmx64m")
                .with("jvmArgs", "-Xmx100m")
                .with("models", "lstm")
                .with("engineCacheDirectory", cache);
    }

    private static Path model(Scenario scenario) {
        return scenario.output().resolve("models/lstm/lstm-0000.params");
    }

    private static void breakEngine(Path unpacked) throws IOException {
        Path cutOff = unpacked.resolve(System.mapLibraryName("torch_cpu"));
        try (FileChannel channel = FileChannel.open(cutOff, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(cutOff) / 2);
        }
        Files.delete(unpacked.resolve(System.mapLibraryName("c10")));
        Files.write(unpacked.resolve(System.mapLibraryName("torch")), new byte[0]);
        String name = System.mapLibraryName("c10");
        // What this project's own build left that was killed, and what DJL left.
        Path own = unpacked.resolveSibling(".%s.%s.new".formatted(unpacked.getFileName(), DEAD));
        Path foreign = unpacked.resolveSibling("tmp1234567");
        for (Path left : List.of(own, foreign)) {
            Files.writeString(Files.createDirectory(left).resolve(name), "a part");
        }
        FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
        Files.setLastModifiedTime(foreign.resolve(name), longAgo);
        Files.setLastModifiedTime(foreign, longAgo);
    }

    private static Map<String, String> digests(Path directory) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (String name : names(directory)) {
            digests.put(name, Sha256.of(directory.resolve(name)));
        }
        return digests;
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }

    private static long availableKilobytes() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
