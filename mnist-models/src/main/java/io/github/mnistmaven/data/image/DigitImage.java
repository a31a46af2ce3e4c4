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
 * <p>An image of 28x28 pixels is used as it is: its grey levels stay as they are if its border is dark, and are
 * inverted if its border is light. One of any other size is treated as the images of MNIST were (Y. LeCun, L. Bottou,
 * Y. Bengio, P. Haffner, "Gradient-based learning applied to document recognition", Proceedings of the IEEE 86(11),
 * 1998,
 * section III.A): cropped to the ink, scaled to fit 20x20 pixels with its aspect ratio preserved, and placed by its
 * centre of
 * mass in the middle of 28x28. Before that, the background is made black and the ink white: what the border shows is
 * background, and so is what is transparent. There should be some background around the digit.
 */
public final class DigitImage {

    private DigitImage() {}

    /**
     * Converts an image to a digit.
     *
     * @param image of any size and type
     * @return 784 grey levels, 28 rows of 28 from the top left; 0 is background, 255 full ink
     * @throws IllegalArgumentException if the image shows nothing
     */
    public static byte[] pixels(BufferedImage image) {
        Objects.requireNonNull(image, "image is null");
        GreyImage grey = GreyImage.of(image).withLightInk();
        boolean ready = grey.width() == DigitSet.COLUMNS && grey.height() == DigitSet.ROWS;
        return ready ? grey.levels() : MnistNormalization.of(grey);
    }

    /**
     * Reads a digit from an image file. A rotation noted in EXIF data is ignored.
     *
     * @param file PNG, JPEG, GIF or BMP
     * @return as {@link #pixels}
     * @throws DigitFormatException if the file holds no image, a damaged one, or one that shows nothing
     * @throws IOException if it is missing or cannot be read
     */
    public static byte[] read(Path file) throws IOException {
        Objects.requireNonNull(file, "file is null");
        BufferedImage image = ImageFile.read(file);
        try {
            return pixels(image);
        } catch (IllegalArgumentException e) {
            throw new DigitFormatException("%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /**
     * Converts a digit to an image; {@link #pixels} gives the same digit back.
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
