package io.github.mnistmaven.study.internal.runs;

import io.github.mnistmaven.internal.files.Bounds;
import java.nio.file.Path;

/**
 * Where the files of a study are. Each run is a saved model like any other, {@code runs/<cell>/seed-<n>}, with the file of its evaluation
 * beside it.
 *
 * @param root the directory of the study
 */
public record StudyDirectory(Path root) {

    /**
     * Names the directory; nothing is read or written.
     *
     * @param root the directory of the study
     */
    public StudyDirectory {
        Bounds.requirePresent("root", root);
    }

    /**
     * The saved model of a run.
     *
     * @param cell the name of the cell
     * @param seed of the run
     * @return a directory
     */
    public Path run(String cell, long seed) {
        return cell(root.resolve("runs"), cell).resolve("seed-" + seed);
    }

    /**
     * What the model of a run gave for each test and validation digit.
     *
     * @param cell the name of the cell
     * @param seed of the run
     * @return a file
     */
    public Path evaluation(String cell, long seed) {
        return cell(root.resolve("runs"), cell).resolve("seed-%d.evaluation.json".formatted(seed));
    }

    /**
     * What a run that was stopped resumes from; gone once its model is saved.
     *
     * @param cell the name of the cell
     * @param seed of the run
     * @return a directory
     */
    public Path checkpoints(String cell, long seed) {
        return cell(root.resolve("checkpoints"), cell).resolve("seed-" + seed);
    }

    /** A name is also a safe name of a directory. */
    private static Path cell(Path directory, String cell) {
        Bounds.requireName("cell", cell);
        return directory.resolve(cell);
    }
}
