package io.github.mnistmaven.study.statistics;

import io.github.mnistmaven.internal.files.Bounds;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The runs of one architecture and recipe, one for each seed, all evaluated on the same test images.
 *
 * @param name of the cell, such as {@code cnn-standard}
 * @param runs at least one, each of another seed
 */
public record Cell(String name, List<RunPredictions> runs) {

    /**
     * Takes a copy; checks that the runs belong together.
     *
     * @param name of the cell, such as {@code cnn-standard}
     * @param runs at least one, each of another seed
     * @throws IllegalArgumentException if there is no run, a seed is there twice, or the test images differ; the message names
     *     the cell and the seeds
     */
    public Cell {
        Bounds.requireName("name", name);
        runs = Bounds.copyOf("runs", runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("cell '%s' has no runs; it needs at least one".formatted(name));
        }
        RunPredictions first = runs.get(0);
        Set<Long> seen = new HashSet<>();
        for (RunPredictions run : runs) {
            if (!seen.add(run.seed())) {
                throw new IllegalArgumentException("cell '%s' has the seed %d twice; each run needs a seed of its own"
                        .formatted(name, run.seed()));
            }
            if (!run.hasSameImagesAs(first)) {
                throw new IllegalArgumentException(
                        "in cell '%s', seed %d was evaluated on %s, but seed %d on %s; evaluate all runs on the same test images"
                                .formatted(name, first.seed(), images(first), run.seed(), images(run)));
            }
        }
    }

    static String images(RunPredictions run) {
        return "%d images with fingerprint %s".formatted(run.size(), run.testFingerprint());
    }

    /**
     * The number of runs.
     *
     * @return S, at least 1
     */
    public int seeds() {
        return runs.size();
    }

    /**
     * The number of test images.
     *
     * @return N, at least 1
     */
    public int images() {
        return runs.get(0).size();
    }

    CrossedScores scores(Metric metric) {
        return CrossedScores.of(runs.stream().map(run -> run.scores(metric)).toArray(double[][]::new));
    }
}
