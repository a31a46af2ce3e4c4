package io.github.mnistmaven.plugin.protocol;

import java.nio.file.Path;

/**
 * Where things are in the directory that {@code train} writes and {@code compare} reads.
 *
 * @param root the directory
 */
public record OutputDirectory(Path root) {

    /**
     * The trained models.
     *
     * @return a directory with one directory a model
     */
    public Path models() {
        return root.resolve("models");
    }

    /**
     * A trained model.
     *
     * @param name of the model
     * @return its directory
     */
    public Path model(String name) {
        return models().resolve(name);
    }

    /**
     * The charts.
     *
     * @return a directory
     */
    public Path figures() {
        return root.resolve("figures");
    }

    /**
     * What a worker was started with and what it printed, for those who want to know why one failed.
     *
     * @return a directory
     */
    public Path worker() {
        return root.resolve("worker");
    }
}
