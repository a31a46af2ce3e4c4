package io.github.mnistmaven.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Boxes are in the picture that the user has, however far it is reduced before digits are looked for. */
class BoxesOfLargePicturesTest {

    @TempDir
    private Path directory;

    private DigitPicture read(BufferedImage image) throws IOException {
        Path file = directory.resolve("large.png");
        ImageIO.write(image, "png", file.toFile());
        return DigitPicture.read(file);
    }

    private static BufferedImage paper(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        fill(image, Color.LIGHT_GRAY, 0, 0, width, height);
        return image;
    }

    /** A cross whose arms are a fifth as wide as they are long. */
    private static void cross(BufferedImage image, int left, int top, int side) {
        fill(image, Color.BLACK, left + 2 * side / 5, top, side / 5, side);
        fill(image, Color.BLACK, left, top + 2 * side / 5, side, side / 5);
    }

    private static void fill(BufferedImage image, Color colour, int left, int top, int width, int height) {
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(left, top, width, height);
        graphics.dispose();
    }

    @ParameterizedTest
    @CsvSource({
        "900, 900, 300, 200, 400",
        "1500, 1201, 301, 203, 400",
        "2600, 2001, 1303, 701, 700",
        "1601, 2602, 401, 1603, 800",
        "5003, 1001, 4007, 101, 601"
    })
    void givenAPictureOfAnySize_whenRead_thenTheBoxIsInItsOwnPixels(int width, int height, int left, int top, int side)
            throws IOException {
        // given
        BufferedImage image = paper(width, height);
        cross(image, left, top, side);

        // when
        DigitPicture picture = read(image);
        Box box = picture.single().box();

        // then
        assertThat(picture.width()).isEqualTo(width);
        assertThat(picture.height()).isEqualTo(height);
        assertThat(box.left()).isCloseTo(left, within(8));
        assertThat(box.top()).isCloseTo(top, within(8));
        assertThat(box.right()).isCloseTo(left + side, within(8));
        assertThat(box.bottom()).isCloseTo(top + side, within(8));
    }

    @ParameterizedTest
    @CsvSource({"0, 5, width is 0", "-3, 5, width is -3", "5, 0, height is 0", "5, -1, height is -1"})
    void givenABoxWithoutPixels_whenMade_thenTheMessageNamesTheSide(int width, int height, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Box(1, 2, width, height))
                .withMessageStartingWith(message);
    }

    @Test
    void givenALargePictureThatIsRefused_whenRead_thenTheSentenceIsAboutItsOwnPixels() throws IOException {
        // given
        BufferedImage image = paper(2600, 2001);
        cross(image, 100, 200, 600);
        cross(image, 1800, 1200, 500);

        // when, then
        DigitPicture picture = read(image);
        assertThatIllegalArgumentException()
                .isThrownBy(picture::single)
                .withMessageContaining("the image of 2600x2001 pixels")
                .withMessageMatching(".*of 6\\d\\dx6\\d\\d pixels at column (9|10)\\d, row (19|20)\\d.*");
    }
}
