package io.github.mnistmaven.data.image;

/**
 * One value for each pixel of an image.
 *
 * @param width in pixels
 * @param height in pixels
 * @param values width times height, row by row from the top left
 */
record Plane(int width, int height, float[] values) {

    private static final int MOST_SAMPLES = 5_000;

    Plane(int width, int height) {
        this(width, height, new float[width * height]);
    }

    float at(int x, int y) {
        return values[y * width + x];
    }

    /** Each value of the result is the mean of a square of pixels; squares at the right and lower edge may be smaller. */
    static Plane reduced(GreyImage image, int factor) {
        Plane reduced = new Plane((image.width() + factor - 1) / factor, (image.height() + factor - 1) / factor);
        if (factor == 1) {
            for (int i = 0; i < reduced.values.length; i++) {
                reduced.values[i] = image.level(i);
            }
            return reduced;
        }
        for (int y = 0; y < reduced.height; y++) {
            int tall = Math.min(factor, image.height() - y * factor);
            for (int x = 0; x < reduced.width; x++) {
                int wide = Math.min(factor, image.width() - x * factor);
                int sum = 0;
                for (int row = 0; row < tall; row++) {
                    int start = (y * factor + row) * image.width() + x * factor;
                    for (int column = 0; column < wide; column++) {
                        sum += image.level(start + column);
                    }
                }
                reduced.values[y * reduced.width + x] = (float) sum / (tall * wide);
            }
        }
        return reduced;
    }

    /** Estimated from some of the values. */
    float median() {
        int step = Math.max(1, values.length / MOST_SAMPLES);
        float[] samples = new float[values.length / step];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = values[i * step];
        }
        return new Samples(samples).sorted(samples.length / 2);
    }

    Plane negative() {
        Plane negative = new Plane(width, height);
        for (int i = 0; i < values.length; i++) {
            negative.values[i] = -values[i];
        }
        return negative;
    }

    /** Each value becomes the greatest one of a square around it. */
    Plane dilated(int radius) {
        return RunningMaximum.ofSquares(this, radius);
    }

    /** Weighted means with the neighbours, 1-2-1 in each direction, as often as asked. */
    Plane smoothed(int times) {
        Plane smoothed = this;
        for (int i = 0; i < times; i++) {
            smoothed = smoothed.smoothedOnce();
        }
        return smoothed;
    }

    private Plane smoothedOnce() {
        float[] along = new float[values.length];
        for (int y = 0; y < height; y++) {
            int start = y * width;
            for (int at = start + 1; at < start + width - 1; at++) {
                along[at] = (values[at - 1] + 2 * values[at] + values[at + 1]) / 4;
            }
            int last = start + width - 1;
            along[start] = (3 * values[start] + values[Math.min(last, start + 1)]) / 4;
            along[last] = (3 * values[last] + values[Math.max(start, last - 1)]) / 4;
        }
        Plane smoothed = new Plane(width, height);
        for (int y = 0; y < height; y++) {
            int above = Math.max(0, y - 1) * width;
            int here = y * width;
            int below = Math.min(height - 1, y + 1) * width;
            for (int x = 0; x < width; x++) {
                smoothed.values[here + x] = (along[above + x] + 2 * along[here + x] + along[below + x]) / 4;
            }
        }
        return smoothed;
    }
}
