package io.github.mnistmaven.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Architectures in a directory that only the context class loader of the thread sees, as in a container. */
class FoundArchitecturesTest {

    private static final String SERVICES = "META-INF/services/io.github.mnistmaven.architecture.Architecture";

    @TempDir
    private Path classes;

    private interface Action {
        void run() throws Exception;
    }

    /** Runs an action with these service providers, in this order, on the class path of the thread. */
    private void withServices(List<String> providers, Action action) throws Exception {
        Files.createDirectories(classes.resolve(SERVICES).getParent());
        Files.write(classes.resolve(SERVICES), providers);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            action.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Compiles a linear classifier of a class name and body, such as one that gives its name. */
    private String compiled(String name, String members) throws IOException {
        compile(name, """
                package com.example;

                public class %s implements io.github.mnistmaven.architecture.Architecture {
                    public ai.djl.nn.Block newBlock() {
                        return new ai.djl.nn.SequentialBlock()
                                .add(ai.djl.nn.Blocks.batchFlattenBlock())
                                .add(ai.djl.nn.core.Linear.builder().setUnits(10).build());
                    }
                    %s
                }
                """.formatted(name, members));
        return "com.example." + name;
    }

    private void compile(String name, String source) throws IOException {
        Path file = Files.writeString(classes.resolve(name + ".java"), source);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path") + java.io.File.pathSeparator + classes,
                        "-d",
                        classes.toString(),
                        file.toString());
        assertThat(result).as("exit code of the compiler").isZero();
    }

    private static String named(String name) {
        return "public String name() { return %s; }".formatted(name);
    }

    @Test
    void givenAServiceThatOnlyTheThreadSees_thenItIsFoundByItsName() throws Exception {
        String provider = compiled("Linear", named("\"my-net\""));

        withServices(List.of(provider), () -> {
            assertThat(Architectures.names())
                    .containsExactly("cnn", "lstm", "cnn-reference", "lstm-reference", "my-net");
            assertThat(Architectures.named("my-net").getClass().getName()).isEqualTo(provider);
        });
    }

    @Test
    void givenServicesThatCannotBeUsed_thenTheOthersCanAndTheReasonIsGivenWhenANameIsMissed() throws Exception {
        // given
        compile(
                "Base",
                "package com.example; public abstract class Base implements %s {}"
                        .formatted(Architecture.class.getName()));
        List<String> providers = new ArrayList<>(List.of("com.example.Missing"));
        for (String name : List.of("WithoutBase", "WithoutBaseToo")) {
            compile(name, """
                    package com.example;

                    public class %s extends Base {
                        public String name() { return "without-base"; }
                        public ai.djl.nn.Block newBlock() { return null; }
                    }
                    """.formatted(name));
            providers.add("com.example." + name);
        }
        Files.delete(classes.resolve("com/example/Base.class"));
        providers.add(compiled("Improper", named("\"../x/Y z\"")));
        providers.add(compiled("Nameless", named("null")));
        providers.add(compiled("Throwing", named("null + Integer.toString(1 / 0)")));
        providers.add(compiled(
                "Unbuilt", named("\"unbuilt\"") + " { if (true) throw new IllegalStateException(\"no luck\"); }"));
        providers.add(compiled("Unreachable", named("\"unreachable\"") + " private Unreachable() {}"));
        providers.add(compiled("Fine", named("\"my-net\"")));

        withServices(providers, () -> {
            // when, then
            assertThat(Architectures.names())
                    .containsExactly("cnn", "lstm", "cnn-reference", "lstm-reference", "my-net");
            assertThat(Architectures.named("cnn")).isNotNull();
            assertThat(Architectures.named("my-net")).isNotNull();
            assertThatThrownBy(() -> Architectures.named("other-net"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(
                            "unknown architecture 'other-net'; the choices are cnn, lstm, cnn-reference, lstm-reference, my-net. "
                                    + SERVICES + " lists others, which cannot be used: ")
                    .hasMessageContainingAll(
                            "Provider com.example.Missing not found",
                            "java.lang.NoClassDefFoundError: com/example/Base",
                            "com.example.Improper: name() returns '../x/Y z'; a name consists of",
                            "com.example.Nameless: name() returns null; a name consists of",
                            "com.example.Throwing: name() throws java.lang.ArithmeticException: / by zero, at com.example.Throwing.name(Throwing.java",
                            "com.example.Unbuilt could not be instantiated (java.lang.IllegalStateException: no luck",
                            "com.example.Unreachable");
        });
    }

    @Test
    void givenAServiceFileWithAMistake_thenTheOthersCanBeUsed() throws Exception {
        withServices(List.of("com.example.MyNet = my-net"), () -> {
            assertThat(Architectures.named("cnn")).isNotNull();
            assertThatThrownBy(() -> Architectures.named("my-net")).hasMessageContaining(SERVICES);
        });
    }

    @Test
    void givenTwoServicesOfOneName_thenOnlyThatNameIsAnError() throws Exception {
        // given
        List<String> providers = List.of(
                compiled("One", named("\"my-net\"")),
                compiled("Other", named("\"my-net\"")),
                compiled("Another", named("\"lstm\"")));

        withServices(providers, () -> {
            // when, then
            assertThat(Architectures.names())
                    .containsExactly("cnn", "lstm", "cnn-reference", "lstm-reference", "my-net");
            assertThat(Architectures.named("cnn")).isNotNull();
            assertAmbiguous(
                    () -> Architectures.named("my-net"),
                    "the architectures com.example.One, com.example.Other have the same name 'my-net'");
            assertAmbiguous(
                    () -> Architectures.named("lstm"),
                    "the architectures io.github.mnistmaven.architecture.Lstm, com.example.Another have the same name 'lstm'");
        });
    }

    private static void assertAmbiguous(ThrowingCallable code, String message) {
        assertThatThrownBy(code)
                .isInstanceOf(ArchitectureException.class)
                .hasMessageStartingWith(message)
                .hasMessageContaining("rename");
    }

    @Test
    void givenNoContextClassLoader_thenTheLibrarysOwnAreFound() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(null);
        try {
            assertThat(Architectures.names()).startsWith("cnn", "lstm");
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
