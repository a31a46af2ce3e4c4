package io.github.mnistmaven.study.internal.page;

import io.github.mnistmaven.study.internal.text.NumberText;
import java.util.Locale;

/** Numbers that other formats write otherwise: means of a study, known to more digits than the accuracy of a single model, and losses of trainings that failed. */
final class PreciseText {

    private static final double LARGE_LOSS = 1e4;

    private PreciseText() {}

    /** {@code 99.436 %}. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.3f %%", 100 * share);
    }

    /** {@code 99.302 - 99.544}, in percent. */
    static String percentRange(double lower, double upper) {
        return String.format(Locale.ROOT, "%.3f - %.3f", 100 * lower, 100 * upper);
    }

    /** {@code 0.0153}; {@code 1.0e+30} for one that is beyond all measure. */
    static String loss(double nats) {
        return nats < LARGE_LOSS ? NumberText.loss(nats) : String.format(Locale.ROOT, "%.1e", nats);
    }

    /** {@code +0.506}, in percentage points. */
    static String points(double difference) {
        return String.format(Locale.ROOT, "%+.3f", 100 * difference);
    }
}
