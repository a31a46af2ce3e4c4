package io.github.mnistmaven.plugin.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureNamesTest {

    @ParameterizedTest
    @CsvSource({
        "a/x.png a/y.png,               x.png|y.png",
        "a/x.png b/x.png c/x.png,       x.png|x.png (2)|x.png (3)",
        "a/x.png b/X.png,               x.png|X.png (2)",
        "a/x.png a/x.png a/../a/x.png,  x.png",
        "b/y.png a/x.png,               y.png|x.png"
    })
    void givenPictures_whenNamed_thenEachHasANameOfItsOwn(String pictures, String expected) {
        // given
        List<Path> files = Stream.of(pictures.split(" ")).map(Path::of).toList();

        // when, then
        assertThat(PictureNames.of(files).values()).containsExactly(expected.split("\\|"));
    }
}
