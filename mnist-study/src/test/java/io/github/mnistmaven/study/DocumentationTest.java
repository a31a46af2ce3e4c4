package io.github.mnistmaven.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever Java the README, the docs and the javadoc show compiles as it stands there. */
class DocumentationTest {

    private static final List<Path> CLASS_PATH = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();

    static List<Snippets.Snippet> snippets() throws IOException {
        return Snippets.in(Path.of(".."));
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void givenAPieceOfJavaInTheDocumentation_whenItIsCompiled_thenThereIsNoError(Snippets.Snippet snippet)
            throws IOException {
        // when + then
        assertThat(snippet.errors(CLASS_PATH, snippets())).as(snippet.text()).isEmpty();
    }

    @Test
    void givenAPieceThatUsesWhatIsNotThere_whenItIsCompiled_thenThatIsFound() {
        // given
        Snippets.Snippet snippet = new Snippets.Snippet("here:1", "model.run();");

        // when + then
        assertThat(snippet.errors(CLASS_PATH, List.of(snippet)))
                .singleElement()
                .asString()
                .contains("cannot find symbol");
    }
}
