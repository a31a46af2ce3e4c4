package io.github.mnistmaven.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.mnistmaven.internal.download.Limits;
import io.github.mnistmaven.internal.files.Sha256;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that are killed at random moments of a download; how many is said by the system property {@code mnist.test.kills}. None leaves a
 * wrong digit, and what it leaves is used or removed by the next.
 */
class KilledDownloadTest {

    private static final int KILLS = Integer.getInteger("mnist.test.kills", 3);
    private static final DigitSet TRAINING = SampleDigits.of(300, 1);
    private static final DigitSet TEST = SampleDigits.of(50, 2);
    private static final int LONGEST_MILLIS = 900;

    @TempDir
    Path directory;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private Path mirror;
    private Path cache;

    @BeforeEach
    void publish() throws IOException {
        mirror = Files.createDirectory(directory.resolve("mirror"));
        cache = directory.resolve("cache");
        for (String suffix : List.of("", ".gz")) {
            publish(TRAINING, PublishedFile.TRAINING_IMAGES, PublishedFile.TRAINING_LABELS, suffix);
            publish(TEST, PublishedFile.TEST_IMAGES, PublishedFile.TEST_LABELS, suffix);
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::sendSlowly);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void givenProcessesKilledWhileTheyDownload_whenLoaded_thenNothingIsLostOrLeft() throws Exception {
        // given
        Random random = new Random(21);
        int resumed = 0;
        for (int i = 0; i < KILLS; i++) {
            resumed += killOne(random.nextInt(LONGEST_MILLIS)) ? 1 : 0;
            assertWhatIsThereIsWhole();
        }

        // when
        Digits digits = source(cache, mirror, url()).load();

        // then
        assertThat(digits.training().fingerprint()).isEqualTo(TRAINING.fingerprint());
        assertThat(digits.test().fingerprint()).isEqualTo(TEST.fingerprint());
        try (Stream<Path> files = Files.list(cache)) {
            assertThat(files).hasSize(5);
        }
        System.out.printf("%d processes killed, %d of them had resumed a download%n", KILLS, resumed);
    }

    /** A limit to the size of files, in place of a full disk: the file that is downloaded fits, but not its content. */
    @Test
    void givenADiskThatIsFullWhenAFileIsUnpacked_whenDownloaded_thenThatIsSaidOnce() throws Exception {
        // given
        assumeTrue(File.separatorChar == '/', "a shell that limits the size of files");
        DigitSet blank = DigitSet.generate(300, index -> index % 10, index -> new byte[DigitSet.PIXELS]);
        for (String suffix : List.of("", ".gz")) {
            publish(blank, PublishedFile.TRAINING_IMAGES, PublishedFile.TRAINING_LABELS, suffix);
        }
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f 200; exec \"$@\"", "sh"));
        command.addAll(downloading(mirror.toUri()));

        // when
        Process process = new ProcessBuilder(command)
                .redirectError(directory.resolve("errors").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.waitFor();

        // then
        assertThat(Files.readString(directory.resolve("errors")))
                .contains("UnwritableException: %s cannot be written: File too large; free space there"
                        .formatted(cache.resolve(PublishedFile.TRAINING_IMAGES.fileName())))
                .containsOnlyOnce("cannot be written");
    }

    private List<String> downloading(URI url) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Downloading.class.getName(),
                cache.toString(),
                mirror.toString(),
                url.toString());
    }

    /** Gives whether it had resumed what another left. */
    private boolean killOne(int afterMillis) throws Exception {
        Process process = new ProcessBuilder(downloading(url()))
                .redirectError(directory.resolve("errors").toFile())
                .start();
        try {
            String start = process.inputReader().readLine();
            Thread.sleep(afterMillis);
            assertThat(Files.readString(directory.resolve("errors"))).isEmpty();
            return start != null && !start.equals("0");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private void assertWhatIsThereIsWhole() throws IOException {
        for (PublishedFile file : PublishedFile.values()) {
            if (Files.exists(cache.resolve(file.fileName()))) {
                assertThat(cache.resolve(file.fileName())).hasSameBinaryContentAs(mirror.resolve(file.fileName()));
            }
        }
        if (Files.exists(cache.resolve(PublishedFile.TRAINING_IMAGES.fileName()))) {
            // So that there is something to be downloaded for the next one.
            Files.delete(cache.resolve(PublishedFile.TRAINING_IMAGES.fileName()));
        }
    }

    /** Downloads, and prints how many bytes of the first file were there. */
    static final class Downloading {

        public static void main(String[] args) throws IOException {
            source(Path.of(args[0]), Path.of(args[1]), URI.create(args[2]))
                    .listener(new DownloadListener() {
                        @Override
                        public void onProgress(URI url, long received, OptionalLong size) {}

                        @Override
                        public void onStart(URI url, long received, OptionalLong size) {
                            System.out.println(received);
                        }
                    })
                    .fetch();
        }
    }

    private static PublishedMnist source(Path cache, Path mirror, URI url) throws IOException {
        Map<PublishedFile, PublishedFile.Content> contents = new EnumMap<>(PublishedFile.class);
        for (PublishedFile file : PublishedFile.values()) {
            byte[] bytes = Files.readAllBytes(mirror.resolve(file.fileName()));
            contents.put(file, new PublishedFile.Content(bytes.length, Sha256.of(bytes)));
        }
        return new PublishedMnist().cache(cache).baseUrls(url).publishing(Limits.DEFAULT, contents::get);
    }

    private URI url() {
        return URI.create("http://localhost:%d/".formatted(server.getAddress().getPort()));
    }

    private void publish(DigitSet digits, PublishedFile images, PublishedFile labels, String suffix)
            throws IOException {
        Idx.write(digits, mirror.resolve(images.fileName() + suffix), mirror.resolve(labels.fileName() + suffix));
    }

    private void sendSlowly(HttpExchange exchange) throws IOException {
        byte[] whole = Files.readAllBytes(
                mirror.resolve(exchange.getRequestURI().getPath().substring(1)));
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        if (from > 0) {
            exchange.getResponseHeaders()
                    .add("Content-Range", "bytes %d-%d/%d".formatted(from, whole.length - 1, whole.length));
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, whole.length - from);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int at = from; at < whole.length; at += 4096) {
                out.write(whole, at, Math.min(4096, whole.length - at));
                out.flush();
                Thread.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
