package io.github.mnistmaven.plugin.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What builds write for others to read is what {@code docs/formats} says. */
class FileFormatsIT {

    private static Scenario scenario;

    @BeforeAll
    static void build() throws Exception {
        scenario = Scenario.named("train-and-compare").with("models", "lstm").with("accuracyMargin", 0.02);
        scenario.run("mnist:train").assertSucceeded();
        scenario.with("updateBaseline", true).run("mnist:compare").assertSucceeded();
        // The model is found to have changed, for verdicts that have something to say.
        scenario.with("updateBaseline", false)
                .with("seed", 2)
                .run("mnist:train", "mnist:compare")
                .assertSucceeded()
                .assertSays("reproducibility: lstm changed inputs");
        scenario.with("models", "cnn").with("epochs", 10_000);
        try (RunningBuild build = RunningBuild.start(scenario, "mnist:train").awaitLog("epoch     2/10000")) {
            build.worker().destroyForcibly();
            build.end().assertFailed();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "run, 2.4, target/mnist/models/lstm/run.json",
        "results, 2.4, target/mnist/results.json",
        "reproducibility, 2.0, target/mnist/reproducibility.json",
        "stamp, 2.0, target/mnist/up-to-date/lstm.json",
        "checkpoint, 2.0, target/mnist/checkpoints/cnn/checkpoint.json",
        "baseline, 2.4, src/mnist/baseline.json"
    })
    void givenAFileOfABuild_thenItBeginsWithItsFormatAndIsAsItsSchemaSays(String format, String version, String path)
            throws IOException {
        // given
        String file = Files.readString(scenario.directory().resolve(path));
        Path schemaFile = Path.of("../docs/formats", format + ".schema.json");

        // when + then
        assertThat(file)
                .startsWith(
                        "{\n  \"format\": {\"name\": \"mnist-%s\", \"version\": \"%s\"}".formatted(format, version));
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(schemaFile));
        assertThat(schema.validate(file, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate("{}", InputFormat.JSON))
                .as("what the schema says of an empty file")
                .isNotEmpty();
    }
}
