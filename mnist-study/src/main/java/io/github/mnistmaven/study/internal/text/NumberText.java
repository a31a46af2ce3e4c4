package io.github.mnistmaven.study.internal.text;

import io.github.mnistmaven.evaluation.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How numbers are written, the same in all formats and all locales. */
public final class NumberText {

    private static final double SMALLEST_P_VALUE = 0.0001;

    private NumberText() {}

    /**
     * For other programs: at most six significant digits, {@code 0.9952}, never in scientific notation.
     *
     * @param value the number
     * @return text
     */
    public static String significant(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(6));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /**
     * {@code 99.52 %}.
     *
     * @param share the number
     * @return text
     */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    /**
     * {@code 99.36 - 99.64}, in percent.
     *
     * @param interval the number
     * @return text
     */
    public static String percent(Interval interval) {
        return String.format(Locale.ROOT, "%.2f - %.2f", 100 * interval.lower(), 100 * interval.upper());
    }

    /**
     * {@code 0.0153}.
     *
     * @param nats the number
     * @return text
     */
    public static String loss(double nats) {
        return String.format(Locale.ROOT, "%.4f", nats);
    }

    /**
     * {@code 1,212.6 s}.
     *
     * @param seconds the number
     * @return text
     */
    public static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%,.1f s", seconds);
    }

    /**
     * {@code 1,200,778}.
     *
     * @param count the number
     * @return text
     */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /**
     * {@code p = 0.021} or {@code p < 0.0001}.
     *
     * @param value the number
     * @return text
     */
    public static String pValue(double value) {
        if (value < SMALLEST_P_VALUE) {
            return "p < 0.0001";
        }
        return "p = "
                + new BigDecimal(value)
                        .round(new MathContext(2))
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
