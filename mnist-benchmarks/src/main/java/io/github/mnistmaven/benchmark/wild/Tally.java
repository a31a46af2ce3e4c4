package io.github.mnistmaven.benchmark.wild;

import java.util.Locale;

/** What became of the pictures of one kind. */
final class Tally {

    /** Above this probability, a wrong answer is counted as one that nobody would look at again. */
    private static final double PROBABLE = 0.9;

    private int pictures;
    private int right;
    private int probablyWrong;
    private int surelyWrong;
    private int refused;
    private long nanoseconds;

    void addRefused(boolean isRight, long time) {
        add(isRight, time);
        refused++;
    }

    void addRead(boolean isRight, double probability, boolean isSure, long time) {
        add(isRight, time);
        probablyWrong += !isRight && probability > PROBABLE ? 1 : 0;
        surelyWrong += !isRight && isSure ? 1 : 0;
    }

    private void add(boolean isRight, long time) {
        pictures++;
        right += isRight ? 1 : 0;
        nanoseconds += time;
    }

    /** Right, wrong with a high probability, wrong though sure, and refused in percent, and milliseconds of processor time for each picture. */
    String cells() {
        return String.format(
                Locale.ROOT,
                "%.1f | %.1f | %.1f | %.1f | %.1f",
                percent(right),
                percent(probablyWrong),
                percent(surelyWrong),
                percent(refused),
                nanoseconds / 1e6 / pictures);
    }

    private double percent(int count) {
        return 100.0 * count / pictures;
    }
}
