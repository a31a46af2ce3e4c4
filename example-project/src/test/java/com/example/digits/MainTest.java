package com.example.digits;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model was trained in process-classes, so it is there. */
class MainTest {

    private static final long UNSEEN_SEED = 7;

    @Test
    void givenPicturesOfDigits_whenMainClassifiesThem_thenMostAreCorrect(@TempDir Path directory) throws IOException {
        // given
        DigitSet digits = new EmbeddedDigits().seed(UNSEEN_SEED).sizes(1, 50).test();
        List<String> files = new ArrayList<>();
        for (int i = 0; i < digits.size(); i++) {
            files.add(draw(digits, i, directory.resolve(i + ".png")));
        }

        // when
        List<String> lines = outputOf(files);

        // then
        assertThat(lines).hasSameSizeAs(files);
        long correct = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(files.get(i) + ": " + digits.label(i) + " (")) {
                correct++;
            }
        }
        assertThat(correct).as(String.join("\n", lines)).isGreaterThan(digits.size() * 8L / 10);
    }

    private static String draw(DigitSet digits, int index, Path file) throws IOException {
        BufferedImage image = new BufferedImage(DigitSet.COLUMNS, DigitSet.ROWS, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, DigitSet.COLUMNS, DigitSet.ROWS, digits.image(index));
        ImageIO.write(image, "png", file.toFile());
        return file.toString();
    }

    private static List<String> outputOf(List<String> files) throws IOException {
        PrintStream out = System.out;
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
        try {
            Main.main(files.toArray(String[]::new));
        } finally {
            System.setOut(out);
        }
        return captured.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
