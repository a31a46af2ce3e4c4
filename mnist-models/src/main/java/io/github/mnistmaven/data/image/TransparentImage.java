package io.github.mnistmaven.data.image;

import java.util.Arrays;

/**
 * Grey levels of which some are transparent.
 *
 * @param grey the levels
 * @param alpha for each of them, 0 (transparent) to 255 (opaque) as an unsigned byte
 */
record TransparentImage(GreyImage grey, byte[] alpha) {

    private static final int OPAQUE = 255;

    /** Lays the image on a background that its ink stands out from. */
    GreyImage onItsBackground() {
        int background = background();
        byte[] levels = new byte[alpha.length];
        for (int i = 0; i < levels.length; i++) {
            int weighted = grey.level(i) * opacity(i) + background * (OPAQUE - opacity(i));
            levels[i] = (byte) ((weighted + OPAQUE / 2) / OPAQUE);
        }
        return new GreyImage(grey.width(), grey.height(), levels);
    }

    /**
     * If most of the border is opaque, the image has a background, such as a canvas with round corners. If not, all that is
     * drawn is ink.
     */
    private int background() {
        int[] opaqueBorder =
                grey.borderIndices().filter(i -> opacity(i) > OPAQUE / 2).toArray();
        if (2L * opaqueBorder.length > grey.borderIndices().count()) {
            return Histogram.of(Arrays.stream(opaqueBorder).map(grey::level)).quantile(0.5);
        }
        return isDarkInk() ? GreyImage.WHITE : 0;
    }

    private boolean isDarkInk() {
        long ink = 0;
        long weighted = 0;
        for (int i = 0; i < alpha.length; i++) {
            ink += opacity(i);
            weighted += (long) grey.level(i) * opacity(i);
        }
        return 2 * weighted < ink * GreyImage.WHITE;
    }

    private int opacity(int index) {
        return Byte.toUnsignedInt(alpha[index]);
    }
}
