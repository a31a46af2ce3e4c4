package io.github.mnistmaven.plugin.protocol;

import io.github.mnistmaven.study.results.Results;
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
     * What a stopped training is resumed from; gone once the model is saved.
     *
     * @param name of the model
     * @return a directory
     */
    public Path checkpoints(String name) {
        return root.resolve("checkpoints").resolve(name);
    }

    /**
     * What a model was trained with, by which the next build knows whether it is up to date.
     *
     * @param name of the model
     * @return a file
     */
    public Path stamp(String name) {
        return root.resolve("up-to-date").resolve(name + ".json");
    }

    /**
     * What {@code mnist:compare} measured.
     *
     * @return a file
     */
    public Path results() {
        return root.resolve(Results.FILE);
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
