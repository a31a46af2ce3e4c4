package io.github.mnistmaven.study.internal.summary;

import java.util.Locale;

/** How far a metric has moved: with its sign, and {@code 0} only if it has not. */
final class ChangeText {

    private ChangeText() {}

    /** A difference of two shares in percentage points: {@code +0.12}. */
    static String points(double before, double now) {
        return now == before ? "0" : String.format(Locale.ROOT, "%+.2f", 100 * (now - before));
    }

    /** A difference of two losses: {@code -0.0021}. */
    static String loss(double before, double now) {
        return now == before ? "0" : String.format(Locale.ROOT, "%+.4f", now - before);
    }
}
