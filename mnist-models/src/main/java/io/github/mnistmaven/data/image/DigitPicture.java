package io.github.mnistmaven.data.image;

import io.github.mnistmaven.internal.files.PrintableText;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A picture of handwriting, with the digits in it found: on paper, a blackboard or a screen, dark on light or light on dark.
 *
 * <pre>{@code
 * DigitPicture picture = DigitPicture.read(Path.of("form.jpg"));
 * for (List<FoundDigit> line : picture.lines()) {
 *     for (FoundDigit digit : line) {
 *         System.out.println(digit.box() + " " + model.classify(digit));
 *     }
 * }
 * model.read(picture).text();    // the same digits, as one text
 * }</pre>
 *
 * <p>The background is estimated at each pixel, so that shadows and uneven light do no harm; what stands out from it by more than the noise
 * of the picture is ink. Long thin lines, frames, specks, and shapes whose edges fade are left out, and parts that belong to one
 * character are put together. Of coloured pictures, the channel with most contrast is looked at.
 *
 * <p>What is found is treated as the digits of MNIST were (Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, "Gradient-based learning applied
 * to document recognition", Proceedings of the IEEE 86(11), 1998, section III.A): cropped to the ink, scaled to fit 20x20 pixels with its
 * aspect ratio preserved, and placed by its centre of mass in the middle of 28x28. A stroke that is much thinner or thicker than those of
 * MNIST is brought to their width before. What is transparent is background. There should be some background around the digit.
 *
 * <p>A picture that cannot be read is refused with an {@link UnreadablePictureException}, whatever it was read from.
 *
 * <p>Immutable; may be shared between threads.
 */
public final class DigitPicture {

    private final Optional<String> name;
    private final Page page;

    private DigitPicture(Optional<String> name, Page page) {
        this.name = name;
        this.page = page;
    }

    /**
     * Looks for digits in an image in memory.
     *
     * @param image of any size and type
     * @return what is in it
     * @throws UnreadablePictureException if its pixels are of a kind that cannot be converted to grey levels, or if one side is more than
     *     50 times the other
     */
    public static DigitPicture of(BufferedImage image) {
        Objects.requireNonNull(image, "image is null");
        if (GreyImage.isStrip(image.getWidth(), image.getHeight())) {
            throw new UnreadablePictureException(
                    "the image has %dx%d pixels: one side is more than %d times as long as the other; crop it to the digits"
                            .formatted(image.getWidth(), image.getHeight(), GreyImage.MOST_ELONGATED));
        }
        return new DigitPicture(Optional.empty(), Page.of(ReducedImage.whole(GreyImage.of(image))));
    }

    /**
     * Looks for digits in an image file. It is turned as its EXIF data says. Of an image of more than 4 million pixels, up to 100
     * million, only every second, third, ... row and column is read, so that a heap of 128 MB suffices; but the decoder of progressive JPEGs takes memory outside of the heap,
     * and that of compressed TIFFs holds a whole strip or tile.
     *
     * @param file PNG, JPEG, GIF (its first image), BMP or TIFF
     * @return what is in it
     * @throws UnreadablePictureException if the file holds no image, a damaged one, or one that is too large or has one side more than 50
     *     times the other; the message names the file
     * @throws IOException if it is missing or cannot be read
     */
    public static DigitPicture read(Path file) throws IOException {
        Objects.requireNonNull(file, "file is null");
        return new DigitPicture(Optional.of(file.toString()), Page.of(ImageFile.read(file)));
    }

    /**
     * Looks for digits in an image that is sent, such as an upload: as in a file, with the same limits. Its bytes are
     * held in memory while it is decoded, so there may be at most 64 million of them.
     *
     * @param picture the bytes of a PNG, JPEG, GIF (its first image), BMP or TIFF; read to the end, and not closed
     * @param name what messages call it, such as the name that the upload has
     * @return what is in it
     * @throws UnreadablePictureException if this is no image, a damaged one, or one that is too large or has one side more than 50 times
     *     the other; the message names it
     * @throws IOException if the stream fails, with the stream's own exception
     */
    public static DigitPicture read(InputStream picture, String name) throws IOException {
        Objects.requireNonNull(picture, "picture is null");
        // Who sends the picture chose it, too.
        String printable = PrintableText.abbreviated(Objects.requireNonNull(name, "name is null"));
        return new DigitPicture(Optional.of(printable), Page.of(ImageFile.read(picture, printable)));
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
     * @throws UnreadablePictureException if there is no digit, or if the picture is of something else; the message says what was seen and
     *     what to do
     */
    public List<List<FoundDigit>> lines() {
        require(Refusal.ofAll(page));
        return Lines.of(page.glyphs()).stream()
                .map(line -> line.stream().map(this::found).toList())
                .toList();
    }

    /**
     * The only digit.
     *
     * @return the digit
     * @throws UnreadablePictureException if there is none or more than one, or if the picture is of something else; the message says what was
     *     seen and what to do
     */
    public FoundDigit single() {
        require(Refusal.ofSingle(page));
        return found(page.glyphs().get(0));
    }

    private FoundDigit found(Glyph glyph) {
        try {
            return page.found(glyph);
        } catch (UnreadablePictureException e) {
            throw new UnreadablePictureException(named(e.getMessage()), e);
        }
    }

    private void require(Optional<String> refusal) {
        if (refusal.isPresent()) {
            throw new UnreadablePictureException(named(refusal.get()));
        }
    }

    private String named(String message) {
        return name.map(it -> it + ": ").orElse("") + message;
    }
}
