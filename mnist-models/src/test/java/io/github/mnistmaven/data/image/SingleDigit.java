package io.github.mnistmaven.data.image;

import io.github.mnistmaven.data.DigitSet;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/** From a picture of one digit to its pixels, and back. */
public final class SingleDigit {

    private SingleDigit() {}

    public static byte[] pixels(BufferedImage image) {
        return DigitPicture.of(image).single().pixels();
    }

    public static byte[] read(Path file) throws IOException {
        return DigitPicture.read(file).single().pixels();
    }

    public static BufferedImage of(byte[] pixels) {
        return DigitSet.of(pixels, new byte[1]).picture(0);
    }
}
