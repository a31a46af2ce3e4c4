package io.github.mnistmaven.plugin.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.data.Idx;
import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture of digits, wherever one is. */
class SamplesIT {

    @Test
    void givenNoProject_whenSamplesAreDrawn_thenThePictureIsInTargetAndTheTimeInTheLog() throws IOException {
        // given
        Scenario scenario = Scenario.named("train-and-compare");
        Files.delete(scenario.directory().resolve("pom.xml"));

        // when
        Build build = scenario.run("mnist:samples");

        // then
        Path picture = scenario.output().resolve("samples.png");
        build.assertSucceeded()
                .assertSays("20,000 training digits (embedded)", "drawn in ", "samples: " + picture)
                .assertSaysNot("worker");
        assertThat(picture).isNotEmptyFile();
    }

    @Test
    void givenDigitsInADirectory_whenSamplesAreDrawn_thenTheyStandBesideTheEmbeddedOnes(@TempDir Path directory)
            throws IOException {
        // given
        for (String part : List.of("train", "t10k")) {
            Idx.write(
                    new EmbeddedDigits().seed(2).sizes(100, 1).training(),
                    directory.resolve(part + "-images-idx3-ubyte"),
                    directory.resolve(part + "-labels-idx1-ubyte"));
        }
        Scenario scenario = Scenario.named("train-and-compare").with("trainSamples", 200);
        scenario.run("mnist:samples").assertSucceeded();
        int alone = width(scenario);

        // when
        Build build = scenario.with("dataDirectory", directory).run("mnist:samples");

        // then
        build.assertSucceeded().assertSays("200 training digits (embedded)", "100 training digits (" + directory + ")");
        assertThat(width(scenario)).isGreaterThan(2 * alone - 100);
    }

    private static int width(Scenario scenario) throws IOException {
        return ImageIO.read(scenario.output().resolve("samples.png").toFile()).getWidth();
    }
}
