package io.github.mnistmaven.data.image;

import io.github.mnistmaven.data.DigitFormatException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A picture of handwriting, with the digits in it found: on paper, a blackboard or a screen, dark on light or light on dark.
 *
 * <pre>{@code
 * for (List<FoundDigit> line : DigitPicture.read(Path.of("form.jpg")).lines()) {
 *     for (FoundDigit digit : line) {
 *         System.out.println(digit.box() + " " + model.classify(digit.pixels()));
 *     }
 * }
 * }</pre>
 *
 * <p>The background is estimated at each pixel, so that shadows and uneven light do no harm; what stands out from it by more than the noise
 * of the picture is ink. Long thin lines, frames, specks, and shapes whose edges fade are left out, and parts that belong to one
 * character are put together. Of coloured pictures, the channel with most contrast is looked at.
 *
 * <p>Immutable.
 */
public final class DigitPicture {

    private final Page page;

    private DigitPicture(Page page) {
        this.page = page;
    }

    /**
     * Looks for digits in an image.
     *
     * @param image of any size and type
     * @return what is in it
     * @throws IllegalArgumentException if its pixels are of a kind that cannot be converted to grey levels, or if one side is more than 50
     *     times the other
     */
    public static DigitPicture of(BufferedImage image) {
        Objects.requireNonNull(image, "image is null");
        if (GreyImage.isStrip(image.getWidth(), image.getHeight())) {
            throw new IllegalArgumentException(
                    "the image has %dx%d pixels, one side more than %d times the other; crop it to the digits"
                            .formatted(image.getWidth(), image.getHeight(), GreyImage.MOST_ELONGATED));
        }
        return new DigitPicture(Page.of(ReducedImage.whole(GreyImage.of(image))));
    }

    /**
     * Looks for digits in an image file. It is turned as its EXIF data says. Of an image of more than 4 million pixels, up to 100
     * million, only every second, third, ... row and column is read, so that a heap of 128 MB suffices; but the decoder of progressive JPEGs takes memory outside of the heap,
     * and that of compressed TIFFs holds a whole strip or tile.
     *
     * @param file PNG, JPEG, GIF (its first image), BMP or TIFF
     * @return what is in it
     * @throws DigitFormatException if the file holds no image, a damaged one, or one that is too large or has one side more than 50 times the other
     * @throws IOException if it is missing or cannot be read
     */
    public static DigitPicture read(Path file) throws IOException {
        return new DigitPicture(Page.of(ImageFile.read(Objects.requireNonNull(file, "file is null"))));
    }

    /**
     * The width of the picture in which {@linkplain FoundDigit#box boxes} are.
     *
     * @return in pixels of the whole picture, upright
     */
    public int width() {
        return page.image().width();
    }

    /**
     * The height of the picture in which {@linkplain FoundDigit#box boxes} are.
     *
     * @return in pixels of the whole picture, upright
     */
    public int height() {
        return page.image().height();
    }

    /**
     * The grey levels in which the digits were looked for.
     *
     * @return the whole picture, of type {@link BufferedImage#TYPE_BYTE_GRAY}; of a file with more than 4 million pixels, it has fewer
     *     columns than {@link #width} and fewer rows than {@link #height}
     */
    public BufferedImage image() {
        GreyImage kept = page.image().kept();
        BufferedImage image = new BufferedImage(kept.width(), kept.height(), BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, kept.width(), kept.height(), kept.levels());
        return image;
    }

    /**
     * All digits.
     *
     * @return lines from top to bottom, each with its digits from left to right; at least one
     * @throws IllegalArgumentException if there is no digit, or if the picture is of something else; the message says what was seen
     */
    public List<List<FoundDigit>> lines() {
        require(Refusal.ofAll(page));
        return Lines.of(page.glyphs()).stream()
                .map(line -> line.stream().map(page::found).toList())
                .toList();
    }

    /**
     * The only digit.
     *
     * @return the digit
     * @throws IllegalArgumentException if there is none or more than one, or if the picture is of something else; the message says what was
     *     seen and what to do
     */
    public FoundDigit single() {
        require(Refusal.ofSingle(page));
        return page.found(page.glyphs().get(0));
    }

    private static void require(Optional<String> refusal) {
        if (refusal.isPresent()) {
            throw new IllegalArgumentException(refusal.get());
        }
    }
}
