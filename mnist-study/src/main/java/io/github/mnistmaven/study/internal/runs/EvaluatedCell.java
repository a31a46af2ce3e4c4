package io.github.mnistmaven.study.internal.runs;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.provenance.Inputs;
import io.github.mnistmaven.study.statistics.Cell;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One architecture, trained by one recipe on the same digits from several seeds.
 *
 * @param name of the cell, such as {@code cnn-fast}
 * @param runs at least one, each of another seed
 */
public record EvaluatedCell(String name, List<EvaluatedRun> runs) {

    /**
     * Takes a copy; checks that the runs differ in nothing but their seeds.
     *
     * @param name of the cell, such as {@code cnn-fast}
     * @param runs at least one, each of another seed
     * @throws IllegalArgumentException if there is no run, a seed is there twice, or runs differ in something else; the message names the
     *     cell and the seeds
     */
    public EvaluatedCell {
        Bounds.requireName("name", name);
        runs = Bounds.copyOf("runs", runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("cell '%s' has no runs; it needs at least one".formatted(name));
        }
        Set<Long> seeds = new HashSet<>();
        EvaluatedRun first = runs.get(0);
        for (EvaluatedRun run : runs) {
            if (!seeds.add(run.seed())) {
                throw new IllegalArgumentException("cell '%s' has the seed %d twice; each run needs a seed of its own"
                        .formatted(name, run.seed()));
            }
            requireSame(name, first, run);
        }
    }

    private static void requireSame(String name, EvaluatedRun first, EvaluatedRun run) {
        Inputs expected = first.provenance().inputs();
        Inputs found = run.provenance().inputs();
        requireSame(name, first, run, "architecture", expected.architecture(), found.architecture());
        requireSame(name, first, run, "recipe", expected.recipe(), found.recipe());
        requireSame(
                name,
                first,
                run,
                "training digits (by their fingerprint)",
                expected.data().trainingFingerprint(),
                found.data().trainingFingerprint());
        requireSame(
                name,
                first,
                run,
                "test digits (by their fingerprint)",
                first.evaluation().test().fingerprint(),
                run.evaluation().test().fingerprint());
    }

    private static void requireSame(
            String name, EvaluatedRun first, EvaluatedRun run, String what, Object expected, Object found) {
        if (!found.equals(expected)) {
            throw new IllegalArgumentException(
                    "in cell '%s', seed %d differs from seed %d in its %s: %s instead of %s; the runs of a cell may differ only in their seeds"
                            .formatted(name, run.seed(), first.seed(), what, found, expected));
        }
    }

    /** For the statistics. */
    Cell predictions(DigitSet test) {
        return new Cell(name, runs.stream().map(run -> run.predictions(test)).toList());
    }

    /** The same after temperature scaling. */
    Cell scaledPredictions(DigitSet test) {
        return new Cell(
                name, runs.stream().map(run -> run.scaledPredictions(test)).toList());
    }
}
