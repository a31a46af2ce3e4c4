package io.github.mnistmaven.study.internal.svg;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Where a value lies on an axis, and which values it is labelled with.
 *
 * @param least the value at the start of the axis
 * @param most the value at its end, above {@code least}
 * @param logarithmic whether equal ratios are equally long
 * @param labels of values, from the least to the most
 */
record Scale(double least, double most, boolean logarithmic, List<Label> labels) {

    /** A value that is labelled. */
    record Label(double value, String text) {}

    private static final double[] STEPS = {1, 2, 5};

    /** Below this ratio of its ends, a logarithmic axis has too few round values. */
    private static final double LINEAR_RATIO = 8;

    /** Of this size and beyond, numbers are written with a power of ten. */
    private static final double LARGE = 1e5;

    private static final double SMALL = 1e-4;

    /** Beyond these, a file from elsewhere says what nobody measured. */
    private static final double SMALLEST = 1e-9;

    private static final double LARGEST = 1e30;

    /**
     * An axis for shares in percent, no wider than the values need.
     *
     * @param values at least one, -1 to 1
     * @param labelCount about how many labels there is room for
     * @param min where the axis ends at the latest
     * @param max where the axis ends at the latest
     */
    static Scale percent(double[] values, int labelCount, double min, double max) {
        double least = Math.min(max, Math.max(min, DoubleStream.of(values).min().orElseThrow()));
        double most = Math.min(max, Math.max(min, DoubleStream.of(values).max().orElseThrow()));
        double margin = Math.max((most - least) * 0.06, 0.0005);
        double from = Math.max(min, least - margin);
        double to = Math.min(max, most + margin);
        double step = step(100 * (to - from) / labelCount);
        int decimals = decimals(step);
        List<Label> labels = new ArrayList<>();
        for (long i = (long) Math.ceil(100 * from / step - 1e-9); i * step <= 100 * to + 1e-9; i++) {
            labels.add(new Label(i * step / 100, fixed(i * step, decimals) + " %"));
        }
        return new Scale(from, to, false, labels);
    }

    /** An axis for the numbers 1 to n, such as epochs. */
    static Scale count(int n, int labelCount) {
        int step = (int) Math.max(1, step((double) n / labelCount));
        List<Label> labels = new ArrayList<>();
        for (int i = step == 1 ? 1 : step; i <= n; i += step) {
            labels.add(new Label(i, Integer.toString(i)));
        }
        if (step > 1) {
            labels.add(0, new Label(1, "1"));
        }
        return n == 1 ? new Scale(0.5, 1.5, false, labels) : new Scale(1, n, false, labels);
    }

    /**
     * An axis on which equal ratios are equally long.
     *
     * @param values at least one; those that are not above {@code floor} are taken for it
     * @param labelCount about how many labels there is room for
     * @param floor above 0
     */
    static Scale logarithmic(double[] values, int labelCount, double floor) {
        double lowest = Math.max(floor, SMALLEST);
        double[] shown = DoubleStream.of(values)
                .map(value -> Math.min(LARGEST, Math.max(value, lowest)))
                .toArray();
        double least = DoubleStream.of(shown).min().orElseThrow() / 1.15;
        double most = DoubleStream.of(shown).max().orElseThrow() * 1.15;
        return new Scale(least, most, true, logarithmicLabels(least, most, labelCount));
    }

    private static List<Label> linearLabels(double least, double most, int labelCount) {
        double step = step((most - least) / labelCount);
        List<Label> labels = new ArrayList<>();
        for (long i = (long) Math.ceil(least / step); i * step <= most; i++) {
            BigDecimal value = BigDecimal.valueOf(i).multiply(new BigDecimal(step, new MathContext(1)));
            labels.add(new Label(value.doubleValue(), plain(value.doubleValue())));
        }
        return labels;
    }

    private static List<Label> logarithmicLabels(double least, double most, int labelCount) {
        if (most / least < LINEAR_RATIO) {
            return linearLabels(least, most, labelCount);
        }
        int first = (int) Math.floor(Math.log10(least));
        int last = (int) Math.ceil(Math.log10(most));
        int every = Math.max(1, (last - first) / labelCount);
        List<Label> labels = new ArrayList<>();
        for (int power = first; power <= last; power += every) {
            for (double digit : last - first <= labelCount / 2 ? STEPS : new double[] {1}) {
                double value = new BigDecimal(digit).scaleByPowerOfTen(power).doubleValue();
                if (value >= least && value <= most) {
                    labels.add(new Label(value, plain(value)));
                }
            }
        }
        return labels;
    }

    /** The smallest of 1, 2, 5, 10, ... and 0.5, 0.2, 0.1, ... that is at least as large. */
    private static double step(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        for (double digit : STEPS) {
            if (digit * power >= atLeast * (1 - 1e-9)) {
                return digit * power;
            }
        }
        return 10 * power;
    }

    private static int decimals(double step) {
        return Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
    }

    private static String fixed(double value, int decimals) {
        String text = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
        return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
    }

    static String plain(double value) {
        return value >= LARGE || value < SMALL
                ? String.format(Locale.ROOT, "%.0e", value)
                : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** With other labels for the same values, such as those of what is left to 1. */
    Scale labelled(DoubleFunction<String> text) {
        return new Scale(
                least,
                most,
                logarithmic,
                labels.stream()
                        .map(label -> new Label(label.value(), text.apply(label.value())))
                        .toList());
    }

    /**
     * Where a value lies.
     *
     * @param value any; beyond the axis, it is taken for the end of it
     * @return from 0 at the least value to 1 at the most
     */
    double share(double value) {
        double clipped = Math.min(most, Math.max(least, value));
        return logarithmic ? Math.log(clipped / least) / Math.log(most / least) : (clipped - least) / (most - least);
    }
}
