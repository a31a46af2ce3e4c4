package io.github.mnistmaven.data.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mnistmaven.data.DigitDirectory;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.RealMnist;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SingleDigitTest {

    private static final Color TRANSPARENT = new Color(0, 0, 0, 0);

    /** A seven as MNIST would have it. */
    private static final byte[] SEVEN = SingleDigit.pixels(seven(200, 300, Color.WHITE, Color.BLACK));

    @TempDir
    Path directory;

    @Test
    void givenADigit_whenMadeAnImageAndBack_thenItIsNearlyTheSame() {
        assertThat(meanDifference(SingleDigit.pixels(SingleDigit.of(SEVEN)), SEVEN))
                .isLessThan(5);
    }

    @Test
    void givenADigit_whenMadeAnImage_thenItsFirstRowIsAtTheTop() {
        // given
        byte[] pixels = new byte[784];
        pixels[27] = (byte) 255;
        pixels[28] = 100;

        // when
        BufferedImage image = SingleDigit.of(pixels);

        // then
        assertThat(image.getWidth()).isEqualTo(28);
        assertThat(image.getHeight()).isEqualTo(28);
        assertThat(image.getRaster().getSample(27, 0, 0)).isEqualTo(255);
        assertThat(image.getRaster().getSample(0, 1, 0)).isEqualTo(100);
    }

    @Test
    void givenTooFewPixels_whenMadeAnImage_thenSaysHowManyThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SingleDigit.of(new byte[783]))
                .withMessageContainingAll("784", "783");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_BGR,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_INT_ARGB_PRE,
                BufferedImage.TYPE_4BYTE_ABGR,
                BufferedImage.TYPE_4BYTE_ABGR_PRE
            })
    void givenAnImageOfAnyType_whenRead_thenItIsTheSameDigit(int type) {
        // given
        BufferedImage image = new BufferedImage(28, 28, type);
        for (int i = 0; i < 784; i++) {
            int level = SEVEN[i] & 0xFF;
            if (type == BufferedImage.TYPE_BYTE_GRAY || type == BufferedImage.TYPE_USHORT_GRAY) {
                int stored = type == BufferedImage.TYPE_BYTE_GRAY ? level : level * 257;
                image.getRaster().setSample(i % 28, i / 28, 0, stored);
            } else {
                image.setRGB(i % 28, i / 28, new Color(level, level, level).getRGB());
            }
        }

        // when
        byte[] pixels = SingleDigit.pixels(image);

        // then
        assertThat(pixels).isEqualTo(SingleDigit.pixels(SingleDigit.of(SEVEN)));
    }

    @Test
    void givenAnImageOf28PixelsDarkOnLight_whenRead_thenItIsInverted() {
        // given
        byte[] inverted = new byte[784];
        for (int i = 0; i < 784; i++) {
            inverted[i] = (byte) (255 - (SEVEN[i] & 0xFF));
        }

        // when
        byte[] pixels = SingleDigit.pixels(SingleDigit.of(inverted));

        // then
        assertThat(meanDifference(pixels, SEVEN)).isLessThan(5);
    }

    @Test
    void givenADrawnDigit_whenRead_thenItFillsTheBoxOfMnistAndIsCentredByMass() {
        assertThat(inkedRows(SEVEN)).hasSize(20);
        assertThat(inkedColumns(SEVEN)).hasSizeLessThan(20);
        assertThat(centreRow(SEVEN)).isCloseTo(14, within(0.5));
        assertThat(centreColumn(SEVEN)).isCloseTo(14, within(0.5));
        assertThat(most(SEVEN)).isEqualTo(255);
    }

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource({"000000, FFFFFF", "303060, C0C8C0", "FFFF00, 101080", "A0A0A0, D8D8D8", "202020, 787878"})
    void givenADigitInAnyTwoColours_whenRead_thenItIsTheSameDigit(String ink, String paper) {
        // when
        byte[] pixels = SingleDigit.pixels(seven(200, 300, colour(ink), colour(paper)));

        // then
        assertThat(meanDifference(pixels, SEVEN)).isLessThan(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000", "FFFFFF", "2040C0"})
    void givenADigitOnTransparency_whenRead_thenItIsTheSameDigitWhateverItsColour(String ink) {
        // when
        byte[] pixels = SingleDigit.pixels(seven(200, 300, colour(ink), TRANSPARENT));

        // then
        assertThat(meanDifference(pixels, SEVEN)).isLessThan(2);
    }

    @Test
    void givenACanvasWithTransparentCorners_whenRead_thenTheCornersAreBackground() {
        // given
        BufferedImage image = seven(200, 300, Color.BLACK, Color.WHITE);
        for (int y = 0; y < 20; y++) {
            for (int x = 0; x < 20; x++) {
                image.setRGB(x, y, 0);
                image.setRGB(199 - x, 299 - y, 0);
            }
        }

        // when
        byte[] pixels = SingleDigit.pixels(image);

        // then
        assertThat(meanDifference(pixels, SEVEN)).isLessThan(2);
    }

    @ParameterizedTest(name = "{0}x{1}")
    @CsvSource({"40, 60", "100, 150", "667, 1000"})
    void givenTheSameDigitInAnotherSize_whenRead_thenItIsNearlyTheSame(int width, int height) {
        // when
        byte[] pixels = SingleDigit.pixels(seven(width, height, Color.BLACK, Color.WHITE));

        // then
        assertThat(meanDifference(pixels, SEVEN)).isLessThan(5);
    }

    @Test
    void givenAPhotographWithNoiseAndAShadow_whenRead_thenThePaperIsBackground() {
        // given
        BufferedImage photograph = photograph(seven(200, 300, colour("303030"), colour("D0D0D0")));

        // when
        byte[] pixels = SingleDigit.pixels(photograph);

        // then
        assertThat(meanDifference(pixels, SEVEN)).isLessThan(8);
        assertThat(pixels).startsWith(new byte[28 * 3]);
    }

    @Test
    void givenALongUprightStroke_whenRead_thenItsAspectRatioIsPreserved() {
        // given
        BufferedImage image = new BufferedImage(100, 300, BufferedImage.TYPE_BYTE_GRAY);
        int[] light = IntStream.generate(() -> 200).limit(4000).toArray();
        image.getRaster().setSamples(40, 50, 20, 200, 0, light);

        // when
        byte[] pixels = SingleDigit.pixels(image);

        // then
        assertThat(inkedRows(pixels)).hasSize(20);
        assertThat(inkedColumns(pixels)).hasSizeBetween(2, 3);
        assertThat(most(pixels)).isEqualTo(255);
    }

    @Test
    void givenADigitWithAllItsWeightAtOneSide_whenRead_thenNothingOfItIsCutOff() {
        // given
        BufferedImage image = new BufferedImage(50, 50, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster()
                .setSamples(
                        5,
                        5,
                        10,
                        40,
                        0,
                        IntStream.generate(() -> 255).limit(400).toArray());
        image.getRaster()
                .setSamples(
                        5, 25, 40, 1, 0, IntStream.generate(() -> 255).limit(40).toArray());

        // when
        byte[] pixels = SingleDigit.pixels(image);

        // then
        assertThat(inkedColumns(pixels)).hasSize(20);
        assertThat(inkedRows(pixels)).hasSize(20);
    }

    @ParameterizedTest(name = "{0}x{1} of {2}")
    @CsvSource({"28, 28, 000000", "28, 28, FFFFFF", "100, 80, 808080", "1, 1, 000000"})
    void givenABlankImage_whenRead_thenSaysThatItShowsNothing(int width, int height, String colour) {
        // given
        BufferedImage blank = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = blank.createGraphics();
        graphics.setColor(colour(colour));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();

        // then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SingleDigit.pixels(blank))
                .withMessageContainingAll("shows no digit", "%dx%d".formatted(width, height));
    }

    @Test
    void givenAnImageThatIsAllTransparent_whenRead_thenSaysThatItShowsNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SingleDigit.pixels(new BufferedImage(30, 30, BufferedImage.TYPE_INT_ARGB)))
                .withMessageContaining("shows no digit");
    }

    @ParameterizedTest(name = "type {0}")
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB})
    void givenAPngFile_whenRead_thenItIsTheDigit(int type) throws Exception {
        // given
        BufferedImage image = new BufferedImage(28, 28, type);
        if (type == BufferedImage.TYPE_BYTE_GRAY) {
            image = SingleDigit.of(SEVEN);
        } else {
            for (int i = 0; i < 784; i++) {
                int level = SEVEN[i] & 0xFF;
                image.setRGB(i % 28, i / 28, new Color(level, level, level).getRGB());
            }
        }
        Path file = write(image, "png");

        // when
        byte[] pixels = SingleDigit.read(file);

        // then
        assertThat(pixels).isEqualTo(SingleDigit.pixels(SingleDigit.of(SEVEN)));
    }

    @Test
    void givenAGreyPngWithTransparency_whenRead_thenItsGreyIsTakenAsStored() throws Exception {
        // given
        Path file = Files.write(directory.resolve("seven.png"), greyPngWithAlpha(SEVEN));

        // when
        byte[] pixels = SingleDigit.read(file);

        // then
        assertThat(pixels).isEqualTo(SingleDigit.pixels(SingleDigit.of(SEVEN)));
    }

    @Test
    void givenAJpegFile_whenRead_thenItIsNearlyTheDigit() throws Exception {
        // given
        Path file = write(opaque(seven(200, 300, Color.BLACK, Color.WHITE)), "jpg");

        // when
        byte[] pixels = SingleDigit.read(file);

        // then
        assertThat(meanDifference(pixels, SEVEN)).isLessThan(3);
    }

    @Test
    void givenABlankPngFile_whenRead_thenTheMessageNamesIt() throws Exception {
        Path file = write(new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY), "png");

        assertThatThrownBy(() -> SingleDigit.read(file))
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessageContainingAll(file.toString(), "shows no digit");
    }

    @Test
    void givenAFileOfSomethingElse_whenRead_thenSaysThatItIsNoImage() throws Exception {
        Path file = Files.writeString(directory.resolve("seven.png"), "seven");

        assertThatThrownBy(() -> SingleDigit.read(file))
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessageContainingAll(file.toString(), "not an image", "PNG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void givenAnImageFileThatIsCutShort_whenRead_thenNoOtherExceptionGetsOut(String format) throws Exception {
        // given
        Path file = write(opaque(seven(100, 150, Color.BLACK, Color.WHITE)), format);
        byte[] content = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(content, 60));

        // then
        assertThatThrownBy(() -> SingleDigit.read(file))
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessageContainingAll(file.toString());
    }

    @Test
    void givenASmallFileThatClaimsToBeHuge_whenRead_thenItIsRefusedBeforeItTakesMemory() throws Exception {
        Path file = write(SingleDigit.of(SEVEN), "bmp");
        byte[] content = Files.readAllBytes(file);
        ByteBuffer.wrap(content).putInt(18, Integer.reverseBytes(40_000)).putInt(22, Integer.reverseBytes(40_000));
        Files.write(file, content);

        assertThatThrownBy(() -> SingleDigit.read(file))
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessageContainingAll(file.toString(), "40000x40000", "scale it down");
    }

    @Test
    void givenNoFile_whenRead_thenNamesIt() {
        Path missing = directory.resolve("missing.png");

        assertThatThrownBy(() -> SingleDigit.read(missing))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(missing.toString(), "does not exist");
    }

    @Test
    void givenAStream_whenRead_thenItIsThatOfAFileAndStaysOpen() throws Exception {
        // given
        byte[] content = Files.readAllBytes(write(SingleDigit.of(SEVEN), "png"));
        AtomicBoolean closed = new AtomicBoolean();
        InputStream upload = new ByteArrayInputStream(content) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        // when
        DigitPicture picture = DigitPicture.read(upload, "seven.png");

        // then
        assertThat(picture.single().pixels()).isEqualTo(SingleDigit.pixels(SingleDigit.of(SEVEN)));
        assertThat(closed).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 60})
    void givenAStreamThatIsNoWholeImage_whenRead_thenTheMessageBeginsWithItsName(int length) throws Exception {
        // given
        byte[] content = Files.readAllBytes(write(SingleDigit.of(SEVEN), "png"));
        InputStream upload = new ByteArrayInputStream(content, 0, length);

        // then
        assertThatThrownBy(() -> DigitPicture.read(upload, "a\nb.png"))
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessageStartingWith("a\\nb.png is ");
    }

    @Test
    void givenAStreamOfABlankPicture_whenAskedForItsDigits_thenTheMessageBeginsWithItsName() throws Exception {
        // given
        Path file = write(new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY), "png");
        DigitPicture picture;
        try (InputStream upload = Files.newInputStream(file)) {
            picture = DigitPicture.read(upload, "upload");
        }

        // then
        assertThatThrownBy(picture::lines)
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessageStartingWith("upload: the image of 28x28 pixels shows no digit");
    }

    @Test
    void givenAStreamThatBreaks_whenRead_thenItsOwnExceptionGetsOut() throws Exception {
        // given: one that breaks after most of the image
        byte[] content = Files.readAllBytes(write(SingleDigit.of(SEVEN), "png"));
        IOException broken = new IOException("connection reset");
        InputStream upload =
                new SequenceInputStream(new ByteArrayInputStream(content, 0, content.length - 20), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw broken;
                    }
                });

        // then
        assertThatThrownBy(() -> DigitPicture.read(upload, "upload")).isSameAs(broken);
    }

    @Test
    void givenAStreamWithoutEnd_whenRead_thenItIsRefused() {
        // given
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                return length;
            }
        };

        // then
        assertThatThrownBy(() -> DigitPicture.read(endless, "upload"))
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessageContainingAll("upload has more than 64000000 bytes", "scale it down");
    }

    @Test
    void givenADirectory_whenRead_thenSaysSo() {
        assertThatThrownBy(() -> SingleDigit.read(directory))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(directory.toString(), "not a file");
    }

    @Test
    void givenRealDigitsEnlargedOnPaper_whenRead_thenTheyAreNearlyTheOriginals() throws Exception {
        // given
        DigitSet real = new DigitDirectory(RealMnist.directory()).training().first(300);

        // when
        double difference = IntStream.range(0, real.size())
                .mapToDouble(i -> meanDifference(SingleDigit.pixels(enlargedOnPaper(real.image(i))), real.image(i)))
                .average()
                .orElseThrow();

        // then: the strokes of a fifth of them, the thinnest and the thickest, are brought nearer to those of the
        // others
        assertThat(difference).isLessThan(6);
    }

    /** Dark ink on light paper, five times as large, and not in the middle. */
    private static BufferedImage enlargedOnPaper(byte[] pixels) {
        BufferedImage image = new BufferedImage(260, 200, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 260; x++) {
                int column = (x - 90) / 5;
                int row = (y - 30) / 5;
                boolean inside = x >= 90 && column < 28 && y >= 30 && row < 28;
                int ink = inside ? pixels[row * 28 + column] & 0xFF : 0;
                image.getRaster().setSample(x, y, 0, 240 - ink * 200 / 255);
            }
        }
        return image;
    }

    private static BufferedImage seven(int width, int height, Color ink, Color paper) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(paper);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.scale(width / 200.0, height / 300.0);
        graphics.setColor(ink);
        graphics.setStroke(new BasicStroke(22, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D strokes = new Path2D.Double();
        strokes.moveTo(40, 60);
        strokes.lineTo(150, 55);
        strokes.lineTo(90, 250);
        strokes.moveTo(70, 155);
        strokes.lineTo(145, 150);
        graphics.draw(strokes);
        graphics.dispose();
        return image;
    }

    private static BufferedImage opaque(BufferedImage image) {
        BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        opaque.createGraphics().drawImage(image, 0, 0, null);
        return opaque;
    }

    private static BufferedImage photograph(BufferedImage image) {
        Random random = new Random(1);
        BufferedImage photograph = opaque(image);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                double shadow = -30.0 * x / image.getWidth();
                double noise = 5 * random.nextGaussian();
                IntUnaryOperator lit = level -> (int) Math.max(0, Math.min(255, level + shadow + noise));
                Color colour = new Color(image.getRGB(x, y));
                photograph.setRGB(
                        x,
                        y,
                        new Color(
                                        lit.applyAsInt(colour.getRed()),
                                        lit.applyAsInt(colour.getGreen()),
                                        lit.applyAsInt(colour.getBlue()))
                                .getRGB());
            }
        }
        return photograph;
    }

    private Path write(BufferedImage image, String format) throws IOException {
        Path file = directory.resolve("image." + format);
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
        return file;
    }

    /** Java writes none of its own. Where there is no ink, the image is transparent. */
    private static byte[] greyPngWithAlpha(byte[] pixels) {
        ByteBuffer rows = ByteBuffer.allocate(28 * (1 + 2 * 28));
        for (int row = 0; row < 28; row++) {
            rows.put((byte) 0);
            for (int column = 0; column < 28; column++) {
                byte level = pixels[row * 28 + column];
                rows.put(level).put((byte) (level == 0 ? 0 : 255));
            }
        }
        byte[] packed = new byte[4096];
        Deflater deflater = new Deflater();
        deflater.setInput(rows.array());
        deflater.finish();
        int length = deflater.deflate(packed);
        deflater.end();
        ByteBuffer png = ByteBuffer.allocate(length + 100);
        png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        byte[] header = ByteBuffer.allocate(13)
                .putInt(28)
                .putInt(28)
                .put((byte) 8)
                .put((byte) 4)
                .array();
        putChunk(png, "IHDR", header);
        putChunk(png, "IDAT", Arrays.copyOf(packed, length));
        putChunk(png, "IEND", new byte[0]);
        return Arrays.copyOf(png.array(), png.position());
    }

    private static void putChunk(ByteBuffer png, String type, byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(type.getBytes(UTF_8));
        crc.update(data);
        png.putInt(data.length).put(type.getBytes(UTF_8)).put(data).putInt((int) crc.getValue());
    }

    private static Color colour(String hexadecimal) {
        return new Color(Integer.parseInt(hexadecimal, 16));
    }

    private static int[] inkedRows(byte[] pixels) {
        return IntStream.range(0, 784)
                .filter(i -> pixels[i] != 0)
                .map(i -> i / 28)
                .distinct()
                .toArray();
    }

    private static int[] inkedColumns(byte[] pixels) {
        return IntStream.range(0, 784)
                .filter(i -> pixels[i] != 0)
                .map(i -> i % 28)
                .distinct()
                .toArray();
    }

    private static double centreRow(byte[] pixels) {
        return centre(pixels, i -> i / 28);
    }

    private static double centreColumn(byte[] pixels) {
        return centre(pixels, i -> i % 28);
    }

    private static double centre(byte[] pixels, IntUnaryOperator position) {
        double mass = IntStream.range(0, 784).map(i -> pixels[i] & 0xFF).sum();
        return IntStream.range(0, 784)
                        .map(i -> (pixels[i] & 0xFF) * position.applyAsInt(i))
                        .sum()
                / mass;
    }

    private static int most(byte[] pixels) {
        return IntStream.range(0, 784).map(i -> pixels[i] & 0xFF).max().orElseThrow();
    }

    /** In grey levels a pixel. */
    private static double meanDifference(byte[] pixels, byte[] others) {
        return IntStream.range(0, 784)
                .map(i -> Math.abs((pixels[i] & 0xFF) - (others[i] & 0xFF)))
                .average()
                .orElseThrow();
    }
}
