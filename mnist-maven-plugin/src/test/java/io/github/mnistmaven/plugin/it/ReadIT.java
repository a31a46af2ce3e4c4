package io.github.mnistmaven.plugin.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Digits in pictures are read by the models that were trained. */
class ReadIT {

    private static void write(Path directory, String name, BufferedImage image) throws IOException {
        ImageIO.write(image, "png", directory.resolve(name).toFile());
    }

    @Test
    void givenPictures_whenRead_thenTheLogSaysWhatIsWrittenAndACopyHasBoxes() throws IOException {
        // given
        Scenario scenario = Scenario.named("train-and-compare")
                .with("models", "cnn")
                .with("trainSamples", 2000)
                .with("epochs", 2);
        Path pictures = Files.createDirectories(scenario.directory().resolve("pictures"));
        DigitSet digits = new EmbeddedDigits().seed(3).sizes(1, 2).test();
        BufferedImage two = new BufferedImage(200, 100, BufferedImage.TYPE_BYTE_GRAY);
        two.createGraphics().drawImage(digits.picture(0), 10, 10, 80, 80, null);
        two.createGraphics().drawImage(digits.picture(1), 100, 10, 80, 80, null);
        write(pictures, "two.png", two);
        write(pictures, "blank.png", new BufferedImage(60, 60, BufferedImage.TYPE_BYTE_GRAY));
        Files.writeString(pictures.resolve("no-picture.png"), "seven");
        Path more = Files.createDirectories(scenario.directory().resolve("more"));
        write(more, "two.png", digits.picture(0));
        Path drawn = scenario.output().resolve("readings/cnn/two.png.png");
        Path stale = drawn.resolveSibling("blank.png.png");

        // when
        Build without = scenario.run("mnist:read");
        Build unread = scenario.with("images", pictures + "," + more).run("mnist:read");
        scenario.run("mnist:train").assertSucceeded();
        Files.createDirectories(drawn.getParent());
        Files.writeString(stale, "of an earlier run, which read it");
        Build read = scenario.run("mnist:read");

        // then
        without.assertFailed().assertSays("images names no picture", "-Dmnist.images");
        unread.assertFailed().assertSays("no trained models in ", "run mnist:train first");
        read.assertSucceeded()
                .assertSays(
                        "cnn  not read: ",
                        "blank.png: the image of 60x60 pixels shows no digit",
                        "no-picture.png is not an image that Java can read");
        assertThat(read.log())
                .containsPattern("cnn  two\\.png +\\d\\d  \\([01]\\.\\d\\d\\?? [01]\\.\\d\\d\\??\\)")
                .containsPattern("cnn  two\\.png \\(2\\) +\\d  \\([01]\\.\\d\\d\\??\\)");
        BufferedImage copy = ImageIO.read(drawn.toFile());
        assertThat(copy.getWidth()).isEqualTo(200);
        assertThat(hasABoxIn(copy, 10, 90)).isTrue();
        assertThat(hasABoxIn(copy, 100, 180)).isTrue();
        BufferedImage second =
                ImageIO.read(drawn.resolveSibling("two.png (2).png").toFile());
        assertThat(second.getWidth()).isEqualTo(DigitSet.COLUMNS);
        assertThat(stale).doesNotExist();
    }

    /** Whether there is colour in the lower half, where only boxes have any: what is written stands above them. */
    private static boolean hasABoxIn(BufferedImage copy, int left, int right) {
        return IntStream.range(left, right)
                .flatMap(x ->
                        IntStream.range(copy.getHeight() / 2, copy.getHeight()).map(y -> copy.getRGB(x, y)))
                .anyMatch(rgb -> (rgb & 0xFF) != (rgb >> 16 & 0xFF));
    }
}
