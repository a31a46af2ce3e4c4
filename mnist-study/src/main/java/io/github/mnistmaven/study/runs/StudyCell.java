package io.github.mnistmaven.study.runs;

import io.github.mnistmaven.provenance.Inputs;
import io.github.mnistmaven.study.internal.runs.CellResult;
import io.github.mnistmaven.study.internal.runs.TrainingTimes;
import io.github.mnistmaven.study.statistics.Calibration;
import io.github.mnistmaven.study.statistics.CellSummary;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A cell of a study: one architecture, trained by one recipe on the same digits from several seeds.
 *
 * <pre>{@code
 * StudyCell cnn = results.cell("cnn-fast").orElseThrow();
 * cnn.summary().accuracy().interval(); // of the mean over the seeds
 * cnn.runs().get(0).accuracy();        // of one seed
 * }</pre>
 */
public final class StudyCell {

    private static final double NANOS = 1e9;

    private final CellResult stored;
    private final CellSummary summary;
    private final List<StudyRun> runs;

    StudyCell(CellResult stored, TrainingTimes times, CellSummary summary) {
        this.stored = stored;
        this.summary = summary;
        this.runs = IntStream.range(0, stored.runs().size())
                .mapToObj(i -> new StudyRun(
                        stored.runs().get(i), duration(times.seconds().get(i))))
                .toList();
    }

    private static Duration duration(double seconds) {
        return Duration.ofNanos(Math.round(seconds * NANOS));
    }

    /**
     * The name of the cell.
     *
     * @return such as {@code cnn-fast}
     */
    public String name() {
        return stored.name();
    }

    /**
     * What the runs say together.
     *
     * @return mean, spread and interval of each metric
     */
    public CellSummary summary() {
        return summary;
    }

    /**
     * Whether the models are right as often as they say.
     *
     * @return over the predictions of all runs
     */
    public Calibration calibration() {
        return stored.calibration();
    }

    /**
     * Whether the models are right as often as they say, once each is scaled by its temperature.
     *
     * @return over the predictions of all runs
     */
    public Calibration calibrationAfterScaling() {
        return stored.calibrationAfterScaling();
    }

    /**
     * What went into the runs; they differ in their seeds alone.
     *
     * @return that of the first run: its architecture, recipe and digits
     */
    public Inputs inputs() {
        return stored.runs().get(0).provenance().inputs();
    }

    /**
     * The runs.
     *
     * @return at least one, in the order of the seeds given
     */
    public List<StudyRun> runs() {
        return runs;
    }

    /**
     * A run by its seed.
     *
     * @param seed of the run
     * @return nothing if there is none from that seed
     */
    public Optional<StudyRun> run(long seed) {
        return runs.stream().filter(run -> run.seed() == seed).findFirst();
    }

    /**
     * Whether both say the same.
     *
     * @param other anything
     * @return true for a cell of the same name whose runs are equal
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof StudyCell cell && stored.equals(cell.stored) && runs.equals(cell.runs);
    }

    @Override
    public int hashCode() {
        return stored.hashCode();
    }

    /**
     * The cell as people read it.
     *
     * @return its name and its accuracy
     */
    @Override
    public String toString() {
        return "%s: accuracy %s".formatted(name(), summary.accuracy());
    }
}
