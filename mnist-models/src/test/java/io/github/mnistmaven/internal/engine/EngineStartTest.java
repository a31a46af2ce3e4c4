package io.github.mnistmaven.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.pytorch.jni.LibUtils;
import com.sun.jna.NativeLibrary;
import io.github.mnistmaven.internal.natives.CacheChoice;
import io.github.mnistmaven.internal.natives.NativePlatform;
import io.github.mnistmaven.training.EngineUnavailableException;
import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the engine starts, and fails to, in JVMs of their own. In none of them does it try to go online. */
class EngineStartTest {

    private static final String NATIVE_JAR = "pytorch-native-cpu";
    private static final String JNI_JAR = "pytorch-jni";

    @TempDir
    private Path cache;

    @Test
    void givenNoNativeJar_whenTheEngineIsAskedForTwice_thenTheArtifactToAddIsNamedTwice() throws Exception {
        // when
        String output = new OtherJvm(Program.class)
                .without(NATIVE_JAR)
                .variable("ENGINE_CACHE_DIR", cache.toString())
                .run();

        // then
        String message =
                "unavailable: PyTorch's native library is not on the class path; add the dependency ai.djl.pytorch:pytorch-native-cpu:";
        assertThat(output.lines().filter(line -> line.startsWith(message)))
                .hasSize(2)
                .allMatch(line -> line.contains(
                        "with the classifier " + NativePlatform.current().classifier()));
        assertThat(output).doesNotContain("connection:");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void givenNoJniJar_whenTheEngineIsAskedFor_thenTheArtifactToAddIsNamed() throws Exception {
        // given
        linkUnpackedLibraries();

        // when
        String output = new OtherJvm(Program.class)
                .without(JNI_JAR)
                .variable("ENGINE_CACHE_DIR", cache.toString())
                .run();

        // then
        assertThat(output)
                .contains("unavailable: the library between Java and PyTorch is not on the class path")
                .contains("add the dependency ai.djl.pytorch:pytorch-jni:")
                .doesNotContain("connection:");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void givenLibrariesThatWereCutOff_whenTheEngineStarts_thenTheyAreUnpackedAgain() throws Exception {
        // given
        linkUnpackedLibraries();
        Path unpacked = Path.of(LibUtils.getLibtorchPath());
        Path links = cache.resolve("pytorch").resolve(unpacked.getFileName());
        for (String library : List.of("c10", "torch")) {
            Path cutOff = links.resolve(System.mapLibraryName(library));
            byte[] whole = Files.readAllBytes(cutOff);
            Files.delete(cutOff);
            Files.write(cutOff, Arrays.copyOf(whole, whole.length / 2));
        }

        // when
        String output = new OtherJvm(Program.class)
                .variable("ENGINE_CACHE_DIR", cache.toString())
                .run();

        // then
        assertThat(output).contains("started");
        assertThat(links.resolve(System.mapLibraryName("c10")))
                .hasSameBinaryContentAs(unpacked.resolve(System.mapLibraryName("c10")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENGINE_CACHE_DIR", "DJL_CACHE_DIR"})
    void givenAFileWhereLibrariesAreToBeUnpacked_whenTheEngineIsAskedFor_thenItAndItsVariableAreNamed(String variable)
            throws Exception {
        // given
        Path file = Files.writeString(cache.resolve("file"), "");

        // when
        String output =
                new OtherJvm(Program.class).variable(variable, file.toString()).run();

        // then
        assertThat(output)
                .contains("unavailable: PyTorch's libraries, some 450 MB, cannot be unpacked to " + file)
                .contains("(%s is %s)".formatted(variable, file), "set the environment variable ENGINE_CACHE_DIR");
    }

    @Test
    void givenAChoiceThatAnotherProcessMade_whenTheLibrariesCannotBeUnpacked_thenItsReasonIsNamed() throws Exception {
        // given
        Path file = Files.writeString(cache.resolve("file"), "");

        // when
        String output = new OtherJvm(Program.class)
                .variable("ENGINE_CACHE_DIR", file.toString())
                .option("-D%s=parameter <engineCacheDirectory>".formatted(CacheChoice.PROPERTY))
                .run();

        // then
        assertThat(output).contains("(parameter <engineCacheDirectory>)").doesNotContain("ENGINE_CACHE_DIR is");
    }

    @Test
    void givenADirectoryOfLibrariesAsASystemProperty_whenTheEngineStarts_thenNothingIsUnpacked() throws Exception {
        // given
        PyTorch.engine();

        // when
        String output = new OtherJvm(Program.class)
                .variable("ENGINE_CACHE_DIR", cache.toString())
                .option("-DPYTORCH_LIBRARY_PATH=" + LibUtils.getLibtorchPath())
                .run();

        // then
        assertThat(output).contains("started");
        assertThat(cache).isEmptyDirectory();
    }

    /** As if PyTorch had been unpacked, but not yet the library between it and Java. */
    private void linkUnpackedLibraries() throws IOException {
        PyTorch.engine();
        Path unpacked = Path.of(LibUtils.getLibtorchPath());
        Path links = Files.createDirectories(cache.resolve("pytorch").resolve(unpacked.getFileName()));
        try (Stream<Path> libraries = Files.list(unpacked)) {
            for (Path library : libraries.toList()) {
                if (!library.toString().contains("djl_torch")) {
                    Files.createSymbolicLink(links.resolve(library.getFileName()), library);
                }
            }
        }
    }

    @Test
    void givenADirectoryWithoutPyTorch_whenTheEngineIsAskedFor_thenItIsNamed() throws Exception {
        // when
        String output = new OtherJvm(Program.class)
                .without(NATIVE_JAR)
                .variable("ENGINE_CACHE_DIR", cache.toString())
                .variable("PYTORCH_LIBRARY_PATH", cache.toString())
                .run();

        // then
        assertThat(output)
                .contains("unavailable: PYTORCH_LIBRARY_PATH is '%s'".formatted(cache))
                .doesNotContain("connection:");
    }

    @Test
    void givenAllJars_whenTheEngineStarts_thenItDoesNotReportHomeAndLeavesNoSetting() throws Exception {
        // when
        String output = new OtherJvm(Program.class).run();

        // then
        assertThat(output)
                .contains("started", "ai.djl.offline: null", "OPT_OUT_TRACKING: null")
                .doesNotContain("connection:");
    }

    @Test
    void givenAThreadWhoseLoaderSeesNoEngine_whenTheEngineStarts_thenThatWorksAndTheThreadKeepsItsLoader()
            throws Exception {
        assertThat(new OtherJvm(Program.class).run("platform-loader")).contains("started", "platform loader");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void givenAnEnvironmentThatDoesNotSayHowThreadsWait_whenTheEngineStarts_thenItIsSet() throws Exception {
        assertThat(new OtherJvm(Program.class).run()).contains("GOMP_SPINCOUNT: 5000");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void givenAnEnvironmentThatSaysHowThreadsWait_whenTheEngineStarts_thenItIsLeftAsItIs() throws Exception {
        assertThat(new OtherJvm(Program.class)
                        .variable("OMP_WAIT_POLICY", "active")
                        .run())
                .contains("OMP_WAIT_POLICY: active", "GOMP_SPINCOUNT: null");
    }

    @Test
    void givenANumberOfThreads_whenTheEngineHasStarted_thenAllThreadsHaveItAndItCannotBeChanged() throws Exception {
        assertThat(new OtherJvm(ThreadsProgram.class).run())
                .contains("here: 3", "on another thread: 3")
                .contains("refused: the engine has been started with 3 threads, which cannot be changed to 2");
    }

    /** Starts the engine with another number of threads than it has by itself. */
    static final class ThreadsProgram {

        private ThreadsProgram() {}

        public static void main(String[] arguments) throws Exception {
            PyTorch.threads(5);
            PyTorch.threads(3);
            System.out.println("here: " + EngineThreads.current());
            System.out.println("on another thread: "
                    + CompletableFuture.supplyAsync(EngineThreads::current, task -> new Thread(task).start())
                            .get());
            try {
                PyTorch.threads(2);
            } catch (IllegalStateException e) {
                System.out.println("refused: " + e.getMessage());
            }
        }
    }

    /** What the other JVM runs. */
    static final class Program {

        private static final List<String> PROTOCOLS = List.of("http", "https");

        private Program() {}

        public static void main(String[] arguments) {
            URL.setURLStreamHandlerFactory(protocol -> PROTOCOLS.contains(protocol) ? new Recording() : null);
            if (arguments.length > 0) {
                Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
            }
            start();
            start();
            System.out.println("ai.djl.offline: " + System.getProperty("ai.djl.offline"));
            System.out.println("OPT_OUT_TRACKING: " + System.getProperty("OPT_OUT_TRACKING"));
            System.out.println("OMP_WAIT_POLICY: " + variable("OMP_WAIT_POLICY"));
            System.out.println("GOMP_SPINCOUNT: " + variable("GOMP_SPINCOUNT"));
            if (Thread.currentThread().getContextClassLoader() == ClassLoader.getPlatformClassLoader()) {
                System.out.println("platform loader");
            }
        }

        private static void start() {
            try {
                PyTorch.newManager().close();
                System.out.println("started");
            } catch (EngineUnavailableException e) {
                System.out.println("unavailable: " + e.getMessage());
            }
        }

        /** As native code sees it; Java has a copy. */
        private static String variable(String name) {
            return NativeLibrary.getProcess().getFunction("getenv").invokeString(new Object[] {name}, false);
        }
    }

    /** Connects to nothing. */
    private static final class Recording extends URLStreamHandler {

        @Override
        protected URLConnection openConnection(URL url) throws IOException {
            System.out.println("connection: " + url);
            throw new IOException("this test has no network");
        }

        @Override
        protected URLConnection openConnection(URL url, java.net.Proxy proxy) throws IOException {
            return openConnection(url);
        }
    }
}
