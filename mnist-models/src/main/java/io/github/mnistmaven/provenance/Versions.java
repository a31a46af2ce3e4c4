package io.github.mnistmaven.provenance;

import io.github.mnistmaven.internal.files.Bounds;

/**
 * The software that trained a model.
 *
 * <p>Take it from the {@link Inputs} of a model rather than from the constructor, which gets a parameter more with each piece of
 * software that matters.
 *
 * @param library the version of this library
 * @param djl the version of the Deep Java Library
 * @param pytorch the version of the engine
 */
public record Versions(String library, String djl, String pytorch) {

    /**
     * Checks each value.
     *
     * @param library the version of this library
     * @param djl the version of the Deep Java Library
     * @param pytorch the version of the engine
     */
    public Versions {
        Bounds.requireText("library", library);
        Bounds.requireText("djl", djl);
        Bounds.requireText("pytorch", pytorch);
    }
}
