package io.github.mnistmaven.study.gates;

import io.github.mnistmaven.study.statistics.Calibration;
import io.github.mnistmaven.study.statistics.CellSummary;
import io.github.mnistmaven.study.statistics.ConfidenceInterval;
import io.github.mnistmaven.study.statistics.IntervalMethod;
import io.github.mnistmaven.study.statistics.MetricSummary;
import java.util.Optional;

/**
 * One metric of a cell or a model.
 *
 * @param value what was measured
 * @param interval the 95 % interval of it, if there is one
 * @param missing what an interval would need that decides about a rule; empty if there is one
 */
record Measured(double value, Optional<ConfidenceInterval> interval, Optional<String> missing) {

    private static final String SEEDS = "two seeds, as a single one does not show how much results vary with the seed";
    private static final String STUDY = "a study (mnist:study), as a single run does not show its interval";

    /** What is known without seeds and test digits. */
    static Measured exact(double value) {
        return new Measured(
                value, Optional.of(new ConfidenceInterval(value, value, IntervalMethod.SEEDS_ONLY)), Optional.empty());
    }

    /** Nothing where it does not follow from the summary. */
    static Optional<Measured> overSeeds(GatedMetric metric, CellSummary summary) {
        return switch (metric) {
            case ACCURACY -> Optional.of(ofCell(summary.accuracy()));
            case LOSS -> Optional.of(ofCell(summary.loss()));
            case BRIER_SCORE -> Optional.of(ofCell(summary.brierScore()));
            case TRAINING_TIME -> Optional.of(ofCell(summary.trainingSeconds()));
            default -> Optional.empty();
        };
    }

    private static Measured ofCell(MetricSummary summary) {
        return ofCell(summary.mean(), summary.interval());
    }

    static Measured ofCell(Calibration calibration) {
        return ofCell(calibration.correctedError(), Optional.of(calibration.interval()));
    }

    /** A cell stands for all seeds: an interval that does not count them does not decide. */
    private static Measured ofCell(double value, Optional<ConfidenceInterval> interval) {
        boolean countsSeeds = interval.isPresent() && interval.get().method() != IntervalMethod.IMAGES_ONLY;
        return new Measured(value, interval, countsSeeds ? Optional.empty() : Optional.of(SEEDS));
    }

    /** Of a trained model, which is the one that it is: other seeds have no part in it. */
    static Measured ofModel(double value, ConfidenceInterval interval) {
        return new Measured(value, Optional.of(interval), Optional.empty());
    }

    static Measured ofModel(double value) {
        return new Measured(value, Optional.empty(), Optional.of(STUDY));
    }
}
