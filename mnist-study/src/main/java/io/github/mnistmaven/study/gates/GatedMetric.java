package io.github.mnistmaven.study.gates;

import io.github.mnistmaven.internal.files.Bounds;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a rule may set a limit to. */
public enum GatedMetric {
    /** The mean over the seeds of the share of test digits classified correctly. */
    ACCURACY("accuracy", 1),

    /** The mean over the seeds of the log loss in nats. */
    LOSS("logLoss", Double.MAX_VALUE),

    /** The mean over the seeds of the Brier score. */
    BRIER_SCORE("brierScore", 2),

    /**
     * The expected calibration error before temperature scaling, without what chance adds to it, see
     * {@link io.github.mnistmaven.study.statistics.Calibration#correctedError()}.
     */
    CALIBRATION_ERROR("calibrationError", 1),

    /** The mean over the seeds of the training time in seconds. */
    TRAINING_TIME("trainingTime", Double.MAX_VALUE),

    /** The number of parameters of the model. */
    PARAMETERS("parameters", Double.MAX_VALUE),

    /** The bytes that these take, 4 each: the size of the saved model but for the names and shapes of its layers, and the record of how it was trained. */
    MODEL_SIZE("modelSize", Double.MAX_VALUE);

    private final String id;
    private final double maximum;

    GatedMetric(String id, double maximum) {
        this.id = id;
        this.maximum = maximum;
    }

    /** A limit that no value can miss, or meet, is a mistake: a percentage, say. */
    void requireWithinRange(BigDecimal limit) {
        if (limit.signum() < 0 || limit.compareTo(BigDecimal.valueOf(maximum)) > 0) {
            throw new IllegalArgumentException(
                    "the limit of %s is %s; it must be %s".formatted(id, limit.toPlainString(), range()));
        }
    }

    /** In words. */
    String range() {
        return maximum == Double.MAX_VALUE ? "at least 0" : "from 0 to %.0f".formatted(maximum);
    }

    /** The largest value that it can have; nothing if there is none. */
    OptionalDouble maximum() {
        return maximum == Double.MAX_VALUE ? OptionalDouble.empty() : OptionalDouble.of(maximum);
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
}
