package io.github.mnistmaven.plugin.report;

import io.github.mnistmaven.data.DigitSet;
import java.awt.image.BufferedImage;

/** A digit of a digit set as a picture of its own size, dark ink on white paper. */
final class DigitPicture {

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

    static byte[] png(byte[] pixels) {
        return Png.encode(image(pixels));
    }
}
