package io.github.mnistmaven.provenance;

import io.github.mnistmaven.internal.files.Bounds;

/** The software that trained a model. */
public final class Versions {

    private final Values values;

    private Versions(Values values) {
        this.values = values;
    }

    private record Values(String library, String djl, String pytorch) {

        Values {
            Bounds.requireText("library", library);
            Bounds.requireText("djl", djl);
            Bounds.requireText("pytorch", pytorch);
        }
    }

    /**
     * Versions, for tests of code that uses them.
     *
     * @param library the version of this library
     * @param djl the version of the Deep Java Library
     * @param pytorch the version of the engine
     * @return the versions
     * @throws IllegalArgumentException if one is not a line of at most 300 printable characters
     */
    public static Versions of(String library, String djl, String pytorch) {
        return new Versions(new Values(library, djl, pytorch));
    }

    /**
     * The version of this library.
     *
     * @return such as {@code 1.0.0}
     */
    public String library() {
        return values.library;
    }

    /**
     * The version of the Deep Java Library.
     *
     * @return such as {@code 0.36.0}
     */
    public String djl() {
        return values.djl;
    }

    /**
     * The version of the engine.
     *
     * @return such as {@code 2.7.1}
     */
    public String pytorch() {
        return values.pytorch;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Versions versions && values.equals(versions.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /**
     * The versions as people read them.
     *
     * @return such as {@code mnist-models 1.0.0, DJL 0.36.0, PyTorch 2.7.1}
     */
    @Override
    public String toString() {
        return "mnist-models %s, DJL %s, PyTorch %s".formatted(library(), djl(), pytorch());
    }
}
