package io.github.mnistmaven.internal.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What of the engine's native code can be found: the class path has a file of properties for each jar of it.
 *
 * @param libraries of PyTorch, whichever version and platform they are for
 * @param jniVersion that the library between Java and PyTorch is of
 * @param engine which versions of both the engine's Java part needs
 */
record NativeFiles(List<Library> libraries, Optional<String> jniVersion, Optional<Versions> engine) {

    private static final String LIBRARY = "native/lib/pytorch.properties";
    private static final String JNI = "jnilib/pytorch.properties";
    private static final String ENGINE = "pytorch-engine.properties";

    /** Takes a copy. */
    NativeFiles {
        libraries = List.copyOf(libraries);
    }

    /**
     * PyTorch, compiled for a platform.
     *
     * @param classifier of its artifact; empty if the artifact is for none
     * @param version such as {@code 2.7.1-20250812}
     */
    record Library(String classifier, String version) {

        private static Library of(Properties properties) {
            return new Library(properties.getProperty("classifier", ""), properties.getProperty("version", ""));
        }
    }

    /**
     * Versions that go together.
     *
     * @param pytorch such as {@code 2.7.1}
     * @param djl such as {@code 0.36.0}
     */
    record Versions(String pytorch, String djl) {

        /** The version of the artifact with the library between Java and PyTorch. */
        String jni() {
            return pytorch + "-" + djl;
        }
    }

    /** The thread's class loader if that sees a library of PyTorch, else that of this library, which sees at least the engine. */
    static ClassLoader loader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context != null && context.getResource(LIBRARY) != null ? context : NativeFiles.class.getClassLoader();
    }

    /** What a class loader finds. */
    static NativeFiles in(ClassLoader loader) {
        return new NativeFiles(
                read(loader, LIBRARY).map(Library::of).toList(),
                read(loader, JNI)
                        .map(found -> found.getProperty("jni_version", ""))
                        .findFirst(),
                read(loader, ENGINE)
                        .map(found -> new Versions(
                                found.getProperty("pytorch_version", ""), found.getProperty("djl_version", "")))
                        .findFirst());
    }

    private static Stream<Properties> read(ClassLoader loader, String resource) {
        try {
            return Collections.list(loader.getResources(resource)).stream().map(NativeFiles::properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties properties(URL url) {
        Properties properties = new Properties();
        try (InputStream in = url.openStream()) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
