package io.github.mnistmaven.study.gates;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers in the sentences of rules: short, but never so short that one that misses a limit looks as if it met it. */
final class Shortfall {

    /** Figures are shown with this many decimals, unless that would hide what they are about. */
    private static final int DECIMALS = 5;

    /** Means of figures such as 0.991 are off by less than this, through floating point alone. */
    private static final BigDecimal ROUNDING = new BigDecimal("1e-12");

    private Shortfall() {}

    /** A value without what floating point adds to it, so that a mean that is the limit meets it. */
    static BigDecimal exact(double value, BigDecimal limit) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return exact.subtract(limit).abs().compareTo(ROUNDING) <= 0 ? limit : exact;
    }

    /** The value as it is shown beside a limit. */
    static BigDecimal shown(double value, BigDecimal limit) {
        BigDecimal exact = exact(value, limit);
        int side = exact.compareTo(limit);
        BigDecimal rounded = exact;
        for (int decimals = DECIMALS; decimals <= exact.scale(); decimals++) {
            rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
            if (Integer.signum(rounded.compareTo(limit)) == Integer.signum(side)) {
                return rounded;
            }
        }
        return exact;
    }

    static String text(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.signum() == 0 ? "0" : stripped.toPlainString();
    }

    /** By how much the value that is shown misses the limit. */
    static String distance(BigDecimal shown, BigDecimal limit) {
        return text(shown.subtract(limit).abs());
    }
}
