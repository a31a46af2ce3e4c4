package io.github.mnistmaven.study.internal.figures;

import io.github.mnistmaven.data.DigitSet;
import java.awt.image.BufferedImage;

/** A digit of a digit set as a picture of its own size, dark ink on white paper. */
public final class DigitPicture {

    private static final int WHITE = 255;

    private DigitPicture() {}

    static BufferedImage image(byte[] pixels) {
        BufferedImage image = new BufferedImage(DigitSet.COLUMNS, DigitSet.ROWS, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < DigitSet.PIXELS; i++) {
            image.getRaster()
                    .setSample(i % DigitSet.COLUMNS, i / DigitSet.COLUMNS, 0, WHITE - Byte.toUnsignedInt(pixels[i]));
        }
        return image;
    }

    /**
     * The picture of a digit, to stand in a page.
     *
     * @param pixels 784 bytes
     * @return a data URI of a PNG file
     */
    public static String dataUri(byte[] pixels) {
        return Png.dataUri(Png.encode(image(pixels)));
    }
}
