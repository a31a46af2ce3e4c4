package io.github.mnistmaven.data.image;

import io.github.mnistmaven.data.DigitFormatException;
import io.github.mnistmaven.data.DigitSet;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Converts any image of one digit to one like those of MNIST, and back.
 *
 * <p>The digit is {@linkplain DigitPicture found} in the image, and then treated as those of MNIST were (Y. LeCun, L. Bottou,
 * Y. Bengio, P. Haffner, "Gradient-based learning applied to document recognition", Proceedings of the IEEE 86(11), 1998, section III.A):
 * cropped to the ink, scaled to fit 20x20 pixels with its aspect ratio preserved, and placed by its centre of mass in the middle of 28x28. A
 * stroke that is much thinner or thicker than those of MNIST is brought to their width before. What is transparent is background. There
 * should be some background around the digit.
 */
public final class DigitImage {

    private DigitImage() {}

    /**
     * Converts an image to a digit.
     *
     * @param image of any size and type
     * @return 784 grey levels, 28 rows of 28 from the top left; 0 is background, 255 full ink
     * @throws IllegalArgumentException if the image shows no digit, or more than one; the message says what was seen and what to do
     */
    public static byte[] pixels(BufferedImage image) {
        return DigitPicture.of(image).single().pixels();
    }

    /**
     * Reads a digit from an image file. It is turned as its EXIF data says.
     *
     * @param file PNG, JPEG, GIF, BMP or TIFF
     * @return as {@link #pixels}
     * @throws DigitFormatException if the file holds no image, a damaged one, or one that shows no digit or more than one
     * @throws IOException if it is missing or cannot be read
     */
    public static byte[] read(Path file) throws IOException {
        Objects.requireNonNull(file, "file is null");
        DigitPicture picture = DigitPicture.read(file);
        try {
            return picture.single().pixels();
        } catch (IllegalArgumentException e) {
            throw new DigitFormatException("%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /**
     * Converts a digit to an image, from which {@link #pixels} gives nearly the same digit back.
     *
     * @param pixels 784 grey levels, such as {@link DigitSet#image} returns
     * @return an image of 28x28 pixels, light on dark, of type {@link BufferedImage#TYPE_BYTE_GRAY}
     * @throws IllegalArgumentException if there are not 784
     */
    public static BufferedImage of(byte[] pixels) {
        Objects.requireNonNull(pixels, "pixels is null");
        if (pixels.length != DigitSet.PIXELS) {
            throw new IllegalArgumentException(
                    "a digit has %d pixels, here are %d".formatted(DigitSet.PIXELS, pixels.length));
        }
        BufferedImage image = new BufferedImage(DigitSet.COLUMNS, DigitSet.ROWS, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, DigitSet.COLUMNS, DigitSet.ROWS, pixels);
        return image;
    }
}
