package io.github.mnistmaven.study.internal.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.data.image.Box;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingFigureTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"1, true", "1, false", "2, true", "3, false"})
    void givenAPictureThatMayBeReduced_whenDrawn_thenTheBoxIsAroundTheSamePlace(int step, boolean sure)
            throws IOException {
        // given
        BufferedImage reduced = new BufferedImage(200, 100, BufferedImage.TYPE_BYTE_GRAY);
        Box box = new Box(60 * step, 30 * step, 50 * step, 40 * step);
        Path file = directory.resolve("drawn.png");

        // when
        new ReadingFigure(reduced, 200 * step, 100 * step, List.of(new ReadingFigure.Mark(box, "7", sure))).write(file);

        // then
        BufferedImage drawn = ImageIO.read(file.toFile());
        int colour = (sure ? ChartTheme.LIGHT.correct : ChartTheme.LIGHT.incorrect).getRGB();
        assertThat(drawn.getWidth()).isEqualTo(200);
        assertThat(drawn.getRGB(60, 50)).isEqualTo(colour);
        assertThat(drawn.getRGB(110, 50)).isEqualTo(colour);
        assertThat(drawn.getRGB(85, 70)).isEqualTo(colour);
        assertThat(drawn.getRGB(85, 50)).isNotEqualTo(colour);
    }
}
