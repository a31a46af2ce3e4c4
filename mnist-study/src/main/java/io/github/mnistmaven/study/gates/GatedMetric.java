package io.github.mnistmaven.study.gates;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.study.runs.CellResult;
import io.github.mnistmaven.study.runs.MetricResult;
import io.github.mnistmaven.study.runs.StudyResults;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a rule may set a limit to. */
public enum GatedMetric {
    /** The mean over the seeds of the share of test digits classified correctly. */
    ACCURACY("accuracy"),

    /** The mean over the seeds of the log loss in nats. */
    LOG_LOSS("logLoss"),

    /** The mean over the seeds of the Brier score. */
    BRIER_SCORE("brierScore"),

    /** The expected calibration error, before temperature scaling, see {@link io.github.mnistmaven.study.statistics.Calibration}. */
    CALIBRATION_ERROR("calibrationError"),

    /** The mean over the seeds of the training time in seconds. */
    TRAINING_TIME("trainingTime"),

    /** The number of parameters of the model. */
    PARAMETERS("parameters");

    private final String id;

    GatedMetric(String id) {
        this.id = id;
    }

    /**
     * The name by which users ask for it.
     *
     * @return such as {@code logLoss}
     */
    public String id() {
        return id;
    }

    /**
     * The metric of a name.
     *
     * @param id such as {@code logLoss}
     * @return the metric, or nothing if there is none of that name
     */
    public static Optional<GatedMetric> of(String id) {
        Bounds.requirePresent("id", id);
        return Arrays.stream(values()).filter(it -> it.id.equals(id)).findFirst();
    }

    /**
     * The names of all metrics.
     *
     * @return as users write them
     */
    public static List<String> ids() {
        return Arrays.stream(values()).map(GatedMetric::id).toList();
    }

    /** What was measured, and the bounds of its 95 % interval, which are the value itself where it is exact. */
    record Measured(double value, double lower, double upper) {

        private static Measured of(MetricResult metric) {
            return new Measured(metric.mean(), metric.lower(), metric.upper());
        }
    }

    Measured measured(StudyResults results, String name) {
        int index = StudyCells.index(results, name);
        CellResult cell = results.cells().get(index);
        return switch (this) {
            case ACCURACY -> Measured.of(cell.accuracy());
            case LOG_LOSS -> Measured.of(cell.logLoss());
            case BRIER_SCORE -> Measured.of(cell.brierScore());
            case TRAINING_TIME -> Measured.of(results.trainingTimes().get(index).summary());
            case CALIBRATION_ERROR ->
                new Measured(
                        cell.calibration().expectedCalibrationError(),
                        cell.calibration().interval().lower(),
                        cell.calibration().interval().upper());
            case PARAMETERS -> {
                long parameters = cell.inputs().parameters();
                yield new Measured(parameters, parameters, parameters);
            }
        };
    }
}
