package io.github.mnistmaven.data.image;

/**
 * How much the levels of neighbouring pixels differ by chance.
 *
 * @param standardDeviation in grey levels
 */
record Noise(double standardDeviation) {

    /** In smaller images, a stroke is so thin that it looks like noise, and smoothing would take it away. */
    private static final int LEAST_SIDE = 64;

    /** The median of a normal variable's absolute value, in standard deviations. */
    private static final double MEDIAN_ABSOLUTE_DEVIATION = 0.6745;

    private static final int MOST_SAMPLES = 8_000;

    /** What is left of noise after smoothing 0, 1, 2, ... times, see {@link Plane#smoothed}. */
    private static final double[] LEFT = {1, 0.375, 0.273, 0.226, 0.196, 0.176, 0.161};

    /** The standard deviation above which noise is smoothed once more. */
    private static final double[] SMOOTHED_FROM = {1.5, 5, 12, 18, 24, 30};

    /**
     * Estimates it from second differences, which are 0 where light changes evenly (J. Immerkær, "Fast noise variance estimation",
     * Computer Vision and Image Understanding 64(2), 1996), by their median, which strokes do not move.
     */
    static Noise of(Plane plane) {
        int width = plane.width();
        if (Math.min(width, plane.height()) < LEAST_SIDE) {
            return new Noise(0);
        }
        int inner = (width - 2) * (plane.height() - 2);
        int step = Math.max(1, inner / MOST_SAMPLES);
        float[] samples = new float[(inner + step - 1) / step];
        float[] values = plane.values();
        for (int i = 0; i < samples.length; i++) {
            int at = (i * step / (width - 2) + 1) * width + i * step % (width - 2) + 1;
            float rowAbove = values[at - width - 1] - 2 * values[at - width] + values[at - width + 1];
            float row = values[at - 1] - 2 * values[at] + values[at + 1];
            float rowBelow = values[at + width - 1] - 2 * values[at + width] + values[at + width + 1];
            samples[i] = Math.abs(rowAbove - 2 * row + rowBelow);
        }
        return new Noise(new Samples(samples).sorted(samples.length / 2) / 6 / MEDIAN_ABSOLUTE_DEVIATION);
    }

    /** How often a plane with so much of it should be smoothed. */
    int smoothings() {
        int times = 0;
        while (times < SMOOTHED_FROM.length && standardDeviation > SMOOTHED_FROM[times]) {
            times++;
        }
        return times;
    }

    /** What is left of it after so many times. */
    Noise smoothed(int times) {
        return new Noise(standardDeviation * LEFT[times]);
    }
}
