package io.github.mnistmaven.plugin.protocol;

import io.github.mnistmaven.study.internal.runs.StudyDirectory;
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
     * Where a trained model and what belongs to it are.
     *
     * @param name of the model
     * @return its directory, its stamp and its checkpoints
     */
    public ModelPlace place(String name) {
        return new ModelPlace(root, model(name), stamp(name), checkpoints(name));
    }

    /**
     * What {@code mnist:study} writes.
     *
     * @return a directory
     */
    public Path study() {
        return root.resolve("study");
    }

    /**
     * Where a run of a study and what belongs to it are.
     *
     * @param cell the name of its cell
     * @param seed of the run
     * @return its directory, its stamp and its checkpoints
     */
    public ModelPlace studyRun(String cell, long seed) {
        StudyDirectory directory = new StudyDirectory(study());
        return new ModelPlace(
                study(),
                directory.run(cell, seed),
                study().resolve("up-to-date").resolve(cell).resolve("seed-%d.json".formatted(seed)),
                directory.checkpoints(cell, seed));
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
     * Pictures in which digits were read.
     *
     * @return a directory with one directory a model
     */
    public Path readings() {
        return root.resolve("readings");
    }

    /**
     * Pictures in which a model read digits.
     *
     * @param model its name
     * @return a directory
     */
    public Path readings(String model) {
        return readings().resolve(model);
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
