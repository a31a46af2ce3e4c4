package io.github.mnistmaven.provenance;

import io.github.mnistmaven.internal.files.Bounds;

/**
 * The software that trained a model.
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
