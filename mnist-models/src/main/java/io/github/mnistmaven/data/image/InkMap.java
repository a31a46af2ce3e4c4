package io.github.mnistmaven.data.image;

/**
 * How much darker than its background each pixel of an image is, in grey levels as on white paper in even light.
 *
 * @param levels of the image, so that ink is less than its background: if it is light, the negative
 * @param background the level that it would have without ink
 * @param contrast negative where it is lighter
 * @param threshold what is above is not noise
 */
record InkMap(Plane levels, Plane background, Plane contrast, double threshold) {

    /** Fainter than this is not taken for ink, in grey levels. */
    static final double LEAST_CONTRAST = 14;

    /** Chance takes a pixel as far from its background as this many standard deviations hardly ever. */
    private static final double DEVIATIONS = 4.5;

    /** The background level below which ink in a shadow is not made any darker. */
    private static final double DARK = 30;

    /** Where the middle contrast is more, in grey levels, it is not the paper's but the writing's. */
    private static final double MOST_GRAIN = 15;

    private static final int MOST_SAMPLES = 5_000;

    /** Of an image with dark ink, smoothed as its noise demands; with what is left of the noise. */
    static InkMap ofDarkInk(Plane smoothed, double noise) {
        Plane background = Background.of(smoothed);
        Plane contrast = new Plane(smoothed.width(), smoothed.height());
        float before = Float.NaN;
        double gain = 1;
        for (int i = 0; i < contrast.values().length; i++) {
            float light = background.values()[i];
            if (light != before) {
                // Ink takes a share of the light away, so it stands out less in a shadow.
                gain = (GreyImage.WHITE + DARK) / (Math.max(0, light) + DARK);
                before = light;
            }
            contrast.values()[i] = (float) ((light - smoothed.values()[i]) * gain);
        }
        return corrected(smoothed, background, contrast, noise);
    }

    /** Of an image with light ink. */
    static InkMap ofLightInk(Plane smoothed, double noise) {
        Plane levels = smoothed.negative();
        Plane background = Background.of(levels);
        Plane contrast = new Plane(smoothed.width(), smoothed.height());
        for (int i = 0; i < contrast.values().length; i++) {
            contrast.values()[i] = background.values()[i] - levels.values()[i];
        }
        return corrected(levels, background, contrast, noise);
    }

    /** A closing is as light as the lightest noise: most pixels are background, so their middle contrast is what it is too light by. */
    private static InkMap corrected(Plane levels, Plane background, Plane contrast, double noise) {
        int step = Math.max(1, contrast.values().length / MOST_SAMPLES);
        float[] samples = new float[contrast.values().length / step];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = contrast.values()[i * step];
        }
        Samples contrasts = new Samples(samples);
        float middle = (float) Math.min(contrasts.sorted(samples.length / 2), MOST_GRAIN + DEVIATIONS * noise);
        double spread = Math.max(0, middle - contrasts.sorted(samples.length / 6));
        for (int i = 0; i < contrast.values().length; i++) {
            contrast.values()[i] -= middle;
        }
        return new InkMap(levels, background, contrast, Math.max(LEAST_CONTRAST, DEVIATIONS * Math.max(spread, noise)));
    }
}
