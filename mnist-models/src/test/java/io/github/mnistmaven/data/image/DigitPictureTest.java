package io.github.mnistmaven.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitPictureTest {

    private static final byte[] SEVEN = SingleDigit.pixels(DrawnSeven.on(255, 0));

    static Stream<Arguments> spoilt() {
        return Stream.of(
                kind("noise of sd 10", image -> DrawnSeven.noise(image, 10, 1)),
                kind("noise of sd 25", image -> DrawnSeven.noise(image, 25, 2)),
                kind(
                        "hard shadow",
                        image -> DrawnSeven.each(image, (x, y, level) -> x + y / 3 < 130 ? level : level * 0.55)),
                kind(
                        "soft shadow",
                        image -> DrawnSeven.each(
                                image, (x, y, level) -> level * (0.55 + 0.45 / (1 + Math.exp((x - 100) / 12.0))))),
                kind("gradient", image -> DrawnSeven.each(image, (x, y, level) -> level * (0.35 + 0.65 * y / 300.0))),
                kind("dark pixel in a corner", image -> DrawnSeven.fill(image, 0, 0, 1, 1, 0)),
                kind("light pixel in a corner", image -> DrawnSeven.fill(image, 199, 299, 1, 1, 255)),
                kind("speck", image -> DrawnSeven.fill(image, 10, 12, 4, 4, 10)),
                kind(
                        "ruled paper",
                        image -> DrawnSeven.each(image, (x, y, level) -> y % 37 == 5 ? Math.min(level, 120) : level)),
                kind(
                        "squared paper",
                        image -> DrawnSeven.each(
                                image, (x, y, level) -> y % 31 == 15 || x % 31 == 9 ? Math.min(level, 120) : level)),
                kind(
                        "tilted lines",
                        image -> DrawnSeven.each(
                                image,
                                (x, y, level) -> Math.floorMod(y - x / 25, 40) < 2 ? Math.min(level, 110) : level)),
                kind("line at the left", image -> DrawnSeven.fill(image, 0, 0, 2, 300, 0)),
                kind("line at the bottom", image -> DrawnSeven.fill(image, 0, 297, 200, 3, 0)),
                kind("frame", image -> frame(image, 0, 3)),
                kind("frame inside a margin", image -> frame(image, 7, 2)),
                kind("thick frame inside a margin", image -> frame(image, 5, 8)),
                kind("desk at the top", image -> DrawnSeven.fill(image, 0, 0, 200, 16, 60)),
                kind("desk at the right", image -> DrawnSeven.fill(image, 188, 0, 12, 300, 60)),
                kind("underline", image -> DrawnSeven.fill(image, 40, 272, 120, 5, 40)),
                kind(
                        "faint ring",
                        image -> DrawnSeven.each(
                                image,
                                (x, y, level) ->
                                        Math.abs(Math.hypot(x - 100, y - 220) - 60) < 4 ? level - 0.2 * level : level)),
                kind("inverted", image -> DrawnSeven.each(image, (x, y, level) -> 255 - level)),
                kind(
                        "inverted with noise",
                        image -> DrawnSeven.noise(DrawnSeven.each(image, (x, y, level) -> 255 - level), 8, 3)));
    }

    private static Arguments kind(String name, UnaryOperator<BufferedImage> spoil) {
        return arguments(name, spoil);
    }

    private static BufferedImage frame(BufferedImage image, int margin, int thick) {
        return DrawnSeven.each(image, (x, y, level) -> {
            int inward = Math.min(Math.min(x, DrawnSeven.WIDTH - 1 - x), Math.min(y, DrawnSeven.HEIGHT - 1 - y));
            return inward >= margin && inward < margin + thick ? 0 : level;
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoilt")
    void givenASpoiltPicture_whenRead_thenTheDigitIsWhatItIsWithout(String name, UnaryOperator<BufferedImage> spoil) {
        // when
        FoundDigit found = DigitPicture.of(spoil.apply(DrawnSeven.on(225, 45))).single();

        // then
        assertThat(meanDifference(found.pixels(), SEVEN)).isLessThan(14);
        assertThat(found.box().left()).isBetween(22, 34);
        assertThat(found.box().top()).isBetween(38, 50);
        assertThat(found.isJoined()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(floats = {1, 2, 3, 6, 14, 30, 42})
    void givenAnyPen_whenRead_thenTheStrokesAreAboutAsWideAsThoseOfMnist(float penWidth) {
        // when
        byte[] pixels =
                DigitPicture.of(DrawnSeven.on(255, 0, penWidth)).single().pixels();

        // then: a stroke of MNIST is 1.3 to 4.5 pixels wide, and this one is some 40 long
        double ink = IntStream.range(0, 784).map(i -> pixels[i] & 0xFF).sum() / 255.0;
        assertThat(ink).isBetween(45.0, 160.0);
    }

    @ParameterizedTest(name = "{1} pixels in a picture {0} pixels high")
    @CsvSource({"300, 1", "300, 2", "1000, 1", "1000, 3", "1000, 5", "2000, 1", "2000, 4"})
    void givenStrokesThatAreThinForTheirLength_whenRead_thenItIsTheDigit(int height, float penWidth) {
        assertThat(meanDifference(SingleDigit.pixels(DrawnSeven.scaled(height, penWidth)), SEVEN))
                .isLessThan(9);
    }

    @ParameterizedTest(name = "{2}x{3} pixels in {0}x{1}")
    @CsvSource({"300, 400, 5, 340", "300, 400, 6, 340", "300, 400, 4, 330", "40, 300, 5, 260"})
    void givenAOneThatIsAlmostAsTallAsThePicture_whenRead_thenItIsNoLine(int width, int height, int wide, int tall) {
        // given
        int left = width / 2 - 2;
        BufferedImage one = DrawnSeven.fill(blank(width, height, 230), left, 25, wide, tall, 40);

        // when
        Box box = DigitPicture.of(one).single().box();

        // then
        assertThat(box.left()).isBetween(left - 2, left + 2);
        assertThat(box.height()).isBetween(tall - 4, tall + 4);
    }

    @Test
    void givenSuchAOneWithAFlag_whenRead_thenTheFlagIsNotAllThatIsLeft() {
        // given
        BufferedImage one = DrawnSeven.fill(blank(300, 400, 230), 150, 30, 5, 340, 40);
        Graphics2D graphics = one.createGraphics();
        graphics.setColor(new Color(40, 40, 40));
        graphics.setStroke(new BasicStroke(5));
        graphics.drawLine(152, 32, 120, 80);
        graphics.dispose();

        // when, then
        assertThat(DigitPicture.of(one).single().box().height()).isBetween(335, 345);
    }

    @ParameterizedTest(name = "{0} pixels wide")
    @CsvSource({"240, true", "250, true", "290, false"})
    void givenAFlatMark_whenRead_thenItIsRefusedOnlyIfItIsWiderThanAnyDigitOfMnist(int width, boolean accepted) {
        // given
        BufferedImage flat = blank(500, 300, 230);
        Graphics2D graphics = flat.createGraphics();
        graphics.setColor(new Color(40, 40, 40));
        graphics.setStroke(new BasicStroke(12));
        graphics.drawOval(80 + 6, 80 + 6, width - 12, 100 - 12);
        graphics.dispose();
        DigitPicture picture = DigitPicture.of(flat);

        // when, then
        if (accepted) {
            assertThat(picture.single().isJoined()).isTrue();
        } else {
            assertThatIllegalArgumentException().isThrownBy(picture::single).withMessageContaining("too wide");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 120, 150})
    void givenAPencil_whenRead_thenItIsTheDigit(int contrast) {
        BufferedImage pencil = DrawnSeven.noise(DrawnSeven.on(230, 230 - contrast), 4, contrast);

        assertThat(meanDifference(DigitPicture.of(pencil).single().pixels(), SEVEN))
                .isLessThan(9);
    }

    @Test
    void givenInkOfTheSameLuminanceAsThePaper_whenRead_thenTheChannelWithMostContrastShowsIt() {
        // given
        BufferedImage seven = DrawnSeven.on(255, 0);
        BufferedImage coloured = new BufferedImage(DrawnSeven.WIDTH, DrawnSeven.HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < DrawnSeven.HEIGHT; y++) {
            for (int x = 0; x < DrawnSeven.WIDTH; x++) {
                boolean ink = seven.getRaster().getSample(x, y, 0) < 128;
                coloured.setRGB(x, y, (ink ? new Color(220, 60, 60) : new Color(60, 145, 50)).getRGB());
            }
        }

        // when, then
        assertThat(meanDifference(DigitPicture.of(coloured).single().pixels(), SEVEN))
                .isLessThan(9);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_INT_BGR,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_4BYTE_ABGR
            })
    void givenTheSameColoursInAnyType_whenMadeGrey_thenTheLevelsAreTheSame(int type) {
        // given
        BufferedImage colours = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        BufferedImage same = new BufferedImage(16, 16, type);
        for (int i = 0; i < 256; i++) {
            int colour = new Color(i, 255 - i, i * 7 % 256).getRGB();
            colours.setRGB(i % 16, i / 16, colour);
            same.setRGB(i % 16, i / 16, colour);
        }

        // when, then
        assertThat(GreyImage.of(same).levels()).isEqualTo(GreyImage.of(colours).levels());
    }

    static Stream<Arguments> withoutADigit() {
        return Stream.of(
                arguments("one colour", blank(200, 300, 200), "nothing differs"),
                arguments("one pixel", blank(1, 1, 0), "nothing differs"),
                arguments("3x3", DrawnSeven.fill(blank(3, 3, 0), 1, 1, 1, 1, 255), "nothing differs"),
                arguments("one row", blank(50, 1, 90), "nothing differs"),
                arguments("noise", DrawnSeven.noise(blank(200, 300, 200), 20, 4), "nothing differs"),
                arguments(
                        "gradient",
                        DrawnSeven.each(blank(200, 300, 0), (x, y, level) -> 60 + y * 0.6),
                        "nothing differs"),
                arguments("hard shadow", DrawnSeven.fill(blank(200, 300, 220), 0, 0, 90, 300, 120), "nothing differs"),
                arguments("faint", DrawnSeven.on(200, 192), "nothing differs"),
                arguments(
                        "ruled",
                        DrawnSeven.each(blank(200, 300, 220), (x, y, level) -> y % 30 < 2 ? 100 : level),
                        "nothing differs"),
                arguments("a frame", frame(blank(200, 300, 220), 20, 8), "frames or strips"),
                arguments(
                        "a margin line", DrawnSeven.fill(blank(200, 300, 220), 60, 0, 3, 300, 60), "which are ignored"),
                arguments("25,000 grains", grains(), "from closer"),
                arguments("a speck", DrawnSeven.fill(blank(200, 300, 220), 50, 60, 3, 3, 0), "nothing differs"),
                arguments("a mark of 5 pixels", DrawnSeven.fill(blank(100, 100, 220), 50, 60, 2, 5, 0), "from closer"),
                arguments("a solid square", DrawnSeven.fill(blank(200, 300, 220), 80, 90, 50, 50, 0), "solid shape"));
    }

    private static BufferedImage blank(int width, int height, int level) {
        return DrawnSeven.fill(
                new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), 0, 0, width, height, level);
    }

    /** So many runs of ink that following lines through them would take long. */
    private static BufferedImage grains() {
        BufferedImage grains = blank(1000, 1000, 240);
        Random random = new Random(5);
        for (int i = 0; i < 25_000; i++) {
            grains.getRaster().setSample(random.nextInt(1000), random.nextInt(1000), 0, 30);
        }
        return grains;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withoutADigit")
    void givenNoDigit_whenRead_thenSaysWhatWasSeen(String name, BufferedImage image, String seen) {
        DigitPicture picture = DigitPicture.of(image);

        assertThatIllegalArgumentException()
                .isThrownBy(picture::single)
                .withMessageContainingAll("%dx%d".formatted(image.getWidth(), image.getHeight()), seen);
        assertThatIllegalArgumentException().isThrownBy(picture::lines).withMessageContaining(seen);
    }

    @ParameterizedTest(name = "{0}x{1}")
    @CsvSource({"1000, 19", "10, 501", "1, 51"})
    void givenAStrip_whenRead_thenSaysThatItIsTooLong(int width, int height) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DigitPicture.of(blank(width, height, 90)))
                .withMessageContainingAll("%dx%d".formatted(width, height), "50 times", "crop it");
    }

    /** Two lines of digits of different sizes, written upwards. */
    private static BufferedImage page() {
        BufferedImage page = blank(700, 500, 230);
        Graphics2D graphics = page.createGraphics();
        BufferedImage seven = DrawnSeven.on(230, 40).getSubimage(20, 35, 150, 235);
        graphics.drawImage(seven, 30, 60, 110, 172, null);
        graphics.drawImage(seven, 200, 50, 100, 157, null);
        graphics.drawImage(seven, 380, 30, 110, 172, null);
        graphics.drawImage(seven, 60, 290, 110, 172, null);
        graphics.drawImage(seven, 260, 280, 120, 188, null);
        graphics.dispose();
        return page;
    }

    @Test
    void givenTwoLines_whenRead_thenTheyAreInReadingOrder() {
        // when
        List<List<FoundDigit>> lines = DigitPicture.of(page()).lines();

        // then
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).hasSize(3);
        assertThat(lines.get(1)).hasSize(2);
        assertThat(lines.get(0).get(0).box().left()).isBetween(30, 50);
        assertThat(lines.get(0).get(2).box().left()).isBetween(380, 400);
        assertThat(lines.get(1).get(1).box().left()).isBetween(260, 280);
    }

    @Test
    void givenSeveralDigits_whenTheOnlyOneIsAskedFor_thenSaysHowManyThereAreAndWhatToDo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DigitPicture.of(page()).single())
                .withMessageContainingAll("700x500", "5 separate characters", "TrainedModel.read", "mnist:read");
    }

    @Test
    void givenTwoDigitsThatTouch_whenRead_thenTheyAreJoined() {
        // given: a bar through both
        BufferedImage page = blank(500, 400, 230);
        BufferedImage seven = DrawnSeven.on(230, 40).getSubimage(20, 35, 150, 235);
        page.createGraphics().drawImage(seven, 60, 60, null);
        page.createGraphics().drawImage(seven, 230, 60, null);
        DrawnSeven.fill(page, 160, 170, 150, 20, 40);

        // when
        List<FoundDigit> found = DigitPicture.of(page).lines().get(0);

        // then
        assertThat(found).hasSize(1);
        assertThat(found.get(0).isJoined()).isTrue();
    }

    @ParameterizedTest(name = "slanted by {0} pixels")
    @ValueSource(ints = {-40, 0, 40})
    void givenASevenWhoseBarTouchesAOne_whenRead_thenTheyAreJoinedThoughTheyAreNoWiderThanADigit(int slant) {
        // given
        BufferedImage page = blank(500, 300, 230);
        Graphics2D graphics = page.createGraphics();
        graphics.setColor(new Color(40, 40, 40));
        graphics.setStroke(new BasicStroke(14));
        graphics.drawLine(130, 60, 225, 60);
        graphics.drawLine(190, 60, 150 - slant, 240);
        graphics.drawLine(225, 50, 225 - slant, 240);
        graphics.dispose();

        // when
        FoundDigit found = DigitPicture.of(page).single();

        // then
        assertThat(found.box().width()).isLessThan(found.box().height());
        assertThat(found.isJoined()).isTrue();
    }

    @ParameterizedTest(name = "{0} pixels wide")
    @ValueSource(ints = {60, 100, 180})
    void givenARing_whenRead_thenItIsNotJoined(int ringWidth) {
        // given
        BufferedImage page = blank(500, 300, 230);
        Graphics2D graphics = page.createGraphics();
        graphics.setColor(new Color(40, 40, 40));
        graphics.setStroke(new BasicStroke(14));
        graphics.drawOval(120, 50, ringWidth, 180);
        graphics.dispose();

        // when, then
        assertThat(DigitPicture.of(page).single().isJoined()).isFalse();
    }

    @ParameterizedTest(name = "a dot every {0} pixels")
    @ValueSource(ints = {9, 10, 12, 14})
    void givenAScreenOfThousandsOfDots_whenRead_thenItIsNotTakenForAFewDigits(int distance) {
        // given
        BufferedImage page = blank(700, 700, 230);
        Random random = new Random(distance);
        for (int y = 20; y < 660; y += distance) {
            for (int x = 20; x < 660; x += distance) {
                int[] dot = new int[5 * 5];
                Arrays.fill(dot, 40);
                page.getRaster()
                        .setSamples(x + random.nextInt(distance - 6), y + random.nextInt(distance - 6), 5, 5, 0, dot);
            }
        }

        // when, then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DigitPicture.of(page).lines())
                .withMessageContaining("more than 1000 separate marks");
    }

    @ParameterizedTest
    @ValueSource(ints = {DataBuffer.TYPE_FLOAT, DataBuffer.TYPE_DOUBLE, DataBuffer.TYPE_SHORT, DataBuffer.TYPE_INT})
    void givenSamplesThatMayBeAnyNumber_whenRead_thenItIsTheDigit(int type) {
        // given
        BufferedImage seven = DrawnSeven.on(225, 45);
        WritableRaster samples =
                Raster.createWritableRaster(new BandedSampleModel(type, DrawnSeven.WIDTH, DrawnSeven.HEIGHT, 1), null);
        for (int y = 0; y < DrawnSeven.HEIGHT; y++) {
            for (int x = 0; x < DrawnSeven.WIDTH; x++) {
                samples.setSample(x, y, 0, seven.getRaster().getSample(x, y, 0) - 100.0);
            }
        }
        ColorModel grey = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY), false, false, ColorModel.OPAQUE, type);

        // when
        byte[] pixels = DigitPicture.of(new BufferedImage(grey, samples, false, null))
                .single()
                .pixels();

        // then
        assertThat(meanDifference(pixels, SEVEN)).isLessThan(9);
    }

    private static double meanDifference(byte[] pixels, byte[] others) {
        return IntStream.range(0, 784)
                .map(i -> Math.abs((pixels[i] & 0xFF) - (others[i] & 0xFF)))
                .average()
                .orElseThrow();
    }
}
