package io.github.mnistmaven.plugin.uptodate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.plugin.protocol.OutputDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stamp of every version that was ever written is kept, and read; what cannot be read leads to a new training. */
class StampTest {

    private static final Path KEPT = Path.of("src/test/resources/formats");

    @TempDir
    Path directory;

    private Optional<Stamp> read(String text) throws IOException {
        OutputDirectory output = new OutputDirectory(directory);
        Files.createDirectories(output.stamp("lstm").getParent());
        Files.writeString(output.stamp("lstm"), text);
        return Stamp.read(output.place("lstm"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stamp-1.json", "stamp-2.0.json"})
    void givenAStampOfAnyVersion_whenRead_thenItSaysWhatTheModelWasTrainedWith(String file) throws IOException {
        // when
        Stamp stamp = read(Files.readString(KEPT.resolve(file))).orElseThrow();

        // then
        assertThat(stamp.inputs()).containsEntry("dataset", "embedded").containsEntry("preset", "fast");
        assertThat(stamp.files()).containsKey("models/lstm/run.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"format\": {\"name\": \"mnist-stamp\", \"version\": \"9.0\"}}",
                "{\"files\": {\"models/lstm/run.json\": null}, \"inputs\": {}}",
                "{\"files\": {\"models/lstm/run.json\": \"x\"}, \"inputs\": {}}"
            })
    void givenAFileThatIsNone_whenRead_thenThereIsNoStamp(String text) throws IOException {
        assertThat(read(text)).isEmpty();
    }

    @Test
    void givenNoFile_whenRead_thenThereIsNoStamp() {
        assertThat(Stamp.read(new OutputDirectory(directory).place("lstm"))).isEmpty();
    }
}
