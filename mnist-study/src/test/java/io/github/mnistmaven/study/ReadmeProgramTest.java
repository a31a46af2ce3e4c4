package io.github.mnistmaven.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import io.github.mnistmaven.model.TrainedModel;
import io.github.mnistmaven.model.Trainer;
import io.github.mnistmaven.study.baseline.BaselineFile;
import io.github.mnistmaven.study.results.ModelResult;
import io.github.mnistmaven.study.results.Results;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of the README, as it stands there, in a directory of its own. */
class ReadmeProgramTest {

    private static final Pattern PROGRAM =
            Pattern.compile("```java\\n(import [^`]*public final class Compare [^`]*)```");

    @TempDir
    Path directory;

    @Test
    void givenTwoSavedModelsAndABaseline_whenTheProgramOfTheReadmeRuns_thenItReportsAndTheBaselineHolds()
            throws Exception {
        // given
        DigitSet test = new EmbeddedDigits().sizes(20_000, 4_000).test();
        List<ModelResult> models = new ArrayList<>();
        for (String name : List.of("cnn", "lstm")) {
            models.add(train(name, test));
        }
        new BaselineFile(directory.resolve("src/mnist/baseline.json")).update(Results.of(test, models));
        compile(program());

        // when
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dai.djl.offline=true",
                        "-Dai.djl.pytorch.num_threads=1",
                        "-cp",
                        System.getProperty("java.class.path") + File.pathSeparator + directory,
                        "Compare")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());

        // then
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output)
                .contains("cnn is the most accurate", "report: target/report/report.html")
                .doesNotContain("drifted", "deterministic");
        assertThat(directory.resolve("target/report/figures/comparison.png")).isNotEmptyFile();
    }

    private ModelResult train(String name, DigitSet test) throws IOException {
        DigitSet training = new EmbeddedDigits().sizes(1_000, 1).training();
        try (TrainedModel model = Trainer.of(name).epochs(2).train(training)) {
            model.save(directory.resolve("target/mnist/models").resolve(name));
            return ModelResult.of(model, test);
        }
    }

    private static String program() throws IOException {
        Matcher matcher = PROGRAM.matcher(Files.readString(Path.of("../README.md")));
        assertThat(matcher.find()).as("the program stands in the README").isTrue();
        return matcher.group(1);
    }

    private void compile(String program) throws IOException {
        Path source = Files.writeString(directory.resolve("Compare.java"), program);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        directory.toString(),
                        source.toString());
        assertThat(result).as("exit code of the compiler").isZero();
    }
}
