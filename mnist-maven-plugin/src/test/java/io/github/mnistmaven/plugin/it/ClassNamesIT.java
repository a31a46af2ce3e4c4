package io.github.mnistmaven.plugin.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.runs.RunFile;
import io.github.mnistmaven.study.results.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files in the format of MNIST that hold something else than digits. */
class ClassNamesIT {

    private static final List<String> GARMENTS = List.of(
            "T-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot");

    private static Scenario scenario() throws IOException {
        Path files = IdxFiles.write(Path.of("target/it/garments"), 60, 40);
        return Scenario.named("train-and-compare").with("models", "lstm").with("dataDirectory", files.toAbsolutePath());
    }

    @Test
    void givenNamesOfClasses_whenTrainedAndCompared_thenModelResultsAndReportHaveThem() throws IOException {
        // given
        Scenario scenario = scenario().with("classNames", String.join(",", GARMENTS));

        // when
        Build build = scenario.run("mnist:train", "mnist:compare");

        // then
        build.assertSucceeded().assertSaysNot("whose class");
        Path model = scenario.output().resolve("models/lstm");
        assertThat(RunFile.read(model).provenance().inputs().data().classNames())
                .isEqualTo(GARMENTS);
        assertThat(Files.readAllLines(model.resolve("synset.txt"))).isEqualTo(GARMENTS);
        assertThat(Results.read(scenario.output().resolve("results.json"))
                        .testDigits()
                        .classNames())
                .isEqualTo(GARMENTS);
        assertThat(scenario.output().resolve("report.html"))
                .content()
                .contains("<th scope=\"row\"><bdi>ankle boot</bdi></th>", "Labelled ", " test images correctly");

        // when the parameter is left out
        scenario.without("classNames");
        Build verified = scenario.run("mnist:verify");
        Build compared = scenario.run("mnist:compare");
        Build trained = scenario.run("mnist:train");

        // then verify takes the names from run.json, compare warns, and train takes that for a change
        verified.assertSucceeded().assertSays("lstm: verified");
        compared.assertSucceeded()
                .assertSays("[WARNING] lstm was trained on digits whose class 0 is 'T-shirt',"
                        + " but is evaluated on digits whose class 0 is '0' (parameter <classNames>");
        trained.assertSucceeded()
                .assertSays("lstm: training, because classNames changed from T-shirt, trouser, ", " to 0, 1, 2, 3, ");
        assertThat(Files.readAllLines(model.resolve("synset.txt"))).isEqualTo(DigitSet.DIGIT_NAMES);
    }

    static Stream<String> inThePom() {
        return Stream.of(
                String.join(",", GARMENTS),
                GARMENTS.stream().map("<className>%s</className>"::formatted).collect(Collectors.joining()));
    }

    @ParameterizedTest
    @MethodSource("inThePom")
    void givenNamesInThePom_whenTrained_thenTheModelHasThem(String names) throws IOException {
        // given
        Scenario scenario = scenario();
        Path pom = scenario.directory().resolve("pom.xml");
        String configuration = "<configuration><classNames>%s</classNames></configuration>".formatted(names);
        Files.writeString(pom, Files.readString(pom).replace("<executions>", configuration + "<executions>"));

        // when
        scenario.run("mnist:train").assertSucceeded();

        // then
        assertThat(Files.readAllLines(scenario.output().resolve("models/lstm/synset.txt")))
                .isEqualTo(GARMENTS);
    }

    @Test
    void givenNamesThatDoNotFit_whenTrained_thenTheParameterIsNamed() throws IOException {
        scenario()
                .with("classNames", "one,two")
                .run("mnist:train")
                .assertFailed()
                .assertSays("classNames has 2 names", "(parameter <classNames>, -Dmnist.classNames)");
        scenario()
                .without("dataDirectory")
                .with("classNames", String.join(",", GARMENTS))
                .run("mnist:train")
                .assertFailed()
                .assertSays("classNames is for what a <dataDirectory> holds, but none is set, and embedded holds the");
    }
}
