package io.github.mnistmaven.plugin.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A model that is a resource of a program is found there however the program is packaged. */
class ModelInAJarIT {

    private static final String MAIN = "com.example.digits.Main";
    private static final String RUN = "/models/lstm/run.json";

    private static Path target;

    /** All that the program needs but itself and PyTorch's native library, and that library. */
    private static List<Path> libraries;

    private static Path natives;
    private static String expected;

    @BeforeAll
    static void buildOnce() throws Exception {
        Scenario scenario = Scenario.named("model-in-a-jar");
        scenario.run("package").assertSucceeded();
        target = scenario.directory().resolve("target");
        List<Path> all = unpacked(target.resolve("digits-1-nested.jar"));
        natives = all.stream().filter(ModelInAJarIT::isNative).findAny().orElseThrow();
        libraries = all.stream().filter(jar -> !isNative(jar)).toList();
        expected = run(List.of("-cp", classPath(target.resolve("classes"), true), MAIN, RUN));
        assertThat(expected).startsWith("lstm reads ");
    }

    private static boolean isNative(Path jar) {
        return jar.getFileName().toString().startsWith("pytorch-native-cpu");
    }

    /** The jars in a jar: those that Maven says the program needs. */
    private static List<Path> unpacked(Path nested) throws IOException {
        List<Path> jars = new ArrayList<>();
        Path directory = Files.createDirectories(target.resolve("lib"));
        try (ZipFile zip = new ZipFile(nested.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (entry.getName().matches("BOOT-INF/lib/[^/]+\\.jar")) {
                    Path jar = directory.resolve(Path.of(entry.getName()).getFileName());
                    Files.copy(zip.getInputStream(entry), jar);
                    jars.add(jar);
                }
            }
        }
        return jars;
    }

    private static String classPath(Path program, boolean withLibraries) {
        Stream<Path> below = withLibraries ? libraries.stream() : Stream.of();
        return joined(Stream.concat(Stream.of(program, natives), below));
    }

    private static String joined(Stream<Path> paths) {
        return paths.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** What the program prints, in a JVM of its own that leaves no copies behind. */
    private static String run(List<String> arguments) throws IOException, InterruptedException {
        Path temporary = Files.createDirectories(target.resolve("temporary files"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dai.djl.offline=true",
                "-Dai.djl.pytorch.num_threads=1",
                "-Djava.io.tmpdir=" + temporary));
        command.addAll(arguments);
        Path errors = target.resolve("errors.log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().put("OPT_OUT_TRACKING", "true");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(() -> text(errors)).isZero();
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left.filter(file -> file.getFileName().toString().startsWith("mnist")))
                    .isEmpty();
        }
        return output.strip();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<Arguments> packagings() {
        Path jar = target.resolve("digits-1.jar");
        return Stream.of(
                Arguments.of("the model's directory", List.of("-cp", classPath(jar, true), MAIN, "/models/lstm")),
                Arguments.of("a jar beside its libraries", List.of("-cp", classPath(jar, true), MAIN, RUN)),
                Arguments.of("shaded, service files merged", List.of("-cp", shaded("merged"), MAIN, RUN)),
                Arguments.of("shaded, service files not merged", List.of("-cp", shaded("unmerged"), MAIN, RUN)),
                Arguments.of("assembled", List.of("-cp", shaded("assembled"), MAIN, RUN)),
                Arguments.of(
                        "jars in a jar",
                        List.of("-jar", target.resolve("digits-1-nested.jar").toString(), RUN)),
                Arguments.of(
                        "the module path",
                        List.of(
                                "-p",
                                joined(Stream.concat(Stream.of(jar), libraries.stream())),
                                "-cp",
                                natives.toString(),
                                "-m",
                                "com.example.digits/" + MAIN,
                                RUN)));
    }

    private static String shaded(String classifier) {
        return classPath(target.resolve("digits-1-%s.jar".formatted(classifier)), false);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packagings")
    void givenAPackaging_thenTheModelInItReadsTheDigit(String name, List<String> arguments) throws Exception {
        assertThat(run(arguments)).isEqualTo(expected);
    }

    @Test
    void givenAShadedJarWithoutMergedServiceFiles_thenTheEngineIsNotInThem() throws IOException {
        try (ZipFile zip = new ZipFile(target.resolve("digits-1-unmerged.jar").toFile())) {
            ZipEntry providers = zip.getEntry("META-INF/services/ai.djl.engine.EngineProvider");
            assertThat(zip.getInputStream(providers))
                    .asString(StandardCharsets.UTF_8)
                    .doesNotContain("PtEngineProvider");
        }
    }

    @Test
    void givenAModuleThatUsesAnInternalPackage_thenItDoesNotCompile() throws IOException {
        // given
        Path sources = Files.createDirectories(target.resolve("intruder"));
        Path module = Files.writeString(
                sources.resolve("module-info.java"), "module intruder { requires io.github.mnistmaven.models; }");
        Path intruder = Files.writeString(
                sources.resolve("Intruder.java"),
                "package intruder; class Intruder { io.github.mnistmaven.internal.files.Json json; }");
        StringWriter errors = new StringWriter();

        // when
        int result = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        new PrintWriter(errors),
                        new PrintWriter(errors),
                        "-p",
                        joined(libraries.stream()),
                        "-d",
                        sources.toString(),
                        module.toString(),
                        intruder.toString());

        // then
        assertThat(result).isNotZero();
        assertThat(errors.toString()).contains("package io.github.mnistmaven.internal.files is not visible");
    }
}
