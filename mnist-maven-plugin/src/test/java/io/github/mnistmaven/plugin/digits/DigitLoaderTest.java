package io.github.mnistmaven.plugin.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.plugin.it.IdxFiles;
import io.github.mnistmaven.plugin.protocol.Dataset;
import io.github.mnistmaven.plugin.protocol.DigitsRequest;
import io.github.mnistmaven.plugin.protocol.Event;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigitLoaderTest {

    private static final List<String> LETTERS = List.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J");

    @TempDir
    Path directory;

    private final List<Event.DigitsRead> events = new ArrayList<>();

    @Test
    void givenASetThatIsKnown_whenRead_thenItIsNamedAndSoAreItsClasses() throws Exception {
        // given
        Path raw = IdxFiles.write(directory.resolve("FashionMNIST/raw"), 5, 4);

        // when
        DigitSet garments = new DigitLoader(request(Optional.of(raw), List.of()), events::add).training();
        DigitSet letters = new DigitLoader(request(Optional.of(raw), LETTERS), events::add).test();

        // then
        assertThat(garments.classNames()).startsWith("T-shirt", "trouser");
        assertThat(letters.classNames()).isEqualTo(LETTERS);
        assertThat(events)
                .containsExactly(
                        new Event.DigitsRead(5, "training", raw + ", Fashion-MNIST"),
                        new Event.DigitsRead(4, "test", raw + ", Fashion-MNIST"));
    }

    @Test
    void givenMnistThatIsNotThere_whenReadOrDownloaded_thenOnlyTheDownloadGoesToTheNetwork() {
        DigitLoader loader = new DigitLoader(request(Optional.empty(), List.of()), events::add);

        assertThatThrownBy(loader::training)
                .isInstanceOf(UserErrorException.class)
                .hasMessageContainingAll("nothing is downloaded in offline mode", "-Dmnist.dataDirectory");
        assertThatThrownBy(() -> loader.download(UnaryOperator.identity()))
                .isInstanceOf(UserErrorException.class)
                .hasMessageContainingAll(
                        directory.resolve("train-images-idx3-ubyte.gz") + ": there is no such file",
                        "-Dmnist.dataset=embedded");
    }

    @Test
    void givenACacheThatCannotBeWritten_whenDownloaded_thenTheParameterIsNamed() throws Exception {
        Files.createFile(directory.resolve("cache"));
        DigitLoader loader = new DigitLoader(request(Optional.empty(), List.of()), events::add);

        assertThatThrownBy(() -> loader.download(UnaryOperator.identity()))
                .isInstanceOf(UserErrorException.class)
                .hasMessageContainingAll(
                        directory.resolve("cache").toString(), "(parameter <cacheDirectory>, -Dmnist.cacheDirectory)")
                .hasMessageNotContaining("file:");
    }

    private DigitsRequest request(Optional<Path> data, List<String> classNames) {
        return new DigitsRequest(
                Dataset.MNIST,
                data,
                classNames,
                Optional.empty(),
                Optional.empty(),
                Optional.of(directory.resolve("cache")),
                List.of(directory.toUri()),
                false);
    }
}
