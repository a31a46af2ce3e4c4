package io.github.mnistmaven.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.provenance.Provenance;
import io.github.mnistmaven.recipe.ValidationSplit;
import io.github.mnistmaven.study.baseline.BaselineFile;
import io.github.mnistmaven.study.baseline.BaselineGate;
import io.github.mnistmaven.study.baseline.Reproducibility;
import io.github.mnistmaven.study.baseline.ReproducibilityMode;
import io.github.mnistmaven.study.baseline.Tolerance;
import io.github.mnistmaven.study.gates.GateReport;
import io.github.mnistmaven.study.gates.GateResult;
import io.github.mnistmaven.study.gates.GateState;
import io.github.mnistmaven.study.gates.Gates;
import io.github.mnistmaven.study.gates.Measurements;
import io.github.mnistmaven.study.gates.Rule;
import io.github.mnistmaven.study.gates.RuleKind;
import io.github.mnistmaven.study.internal.baseline.Baseline;
import io.github.mnistmaven.study.internal.runs.RunEvaluation;
import io.github.mnistmaven.study.results.Results;
import io.github.mnistmaven.study.results.ResultsFormatException;
import io.github.mnistmaven.study.results.SampleResults;
import io.github.mnistmaven.study.runs.SampleStudy;
import io.github.mnistmaven.study.runs.StudyResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of every version that was ever written is kept in {@code formats}; what is written now fits its schema. */
class FormatFilesTest {

    private static final Path KEPT = Path.of("src/test/resources/formats");
    private static final Path SCHEMAS = Path.of("../docs/formats");

    @TempDir
    Path directory;

    @Test
    void givenBaselinesOfEveryVersion_whenRead_thenTheyAreRead() throws IOException {
        // when
        Baseline first = Baseline.FORMAT.read(KEPT.resolve("baseline-1.json"));
        Baseline second = Baseline.FORMAT.read(KEPT.resolve("baseline-2.0.json"));
        Baseline third = Baseline.FORMAT.read(KEPT.resolve("baseline-2.1.json"));

        // then
        assertThat(first.models().get(0).provenance().inputs().recipe().validationSplit())
                .isEqualTo(ValidationSplit.LAST);
        assertThat(second.models().get(0).provenance().inputs().recipe().validationSplit())
                .isEqualTo(ValidationSplit.STRATIFIED);
        assertThat(first.models().get(0).model()).isEqualTo("lstm");
        assertThat(List.of(first, second))
                .allSatisfy(older -> assertThat(classNames(older.models().get(0).provenance()))
                        .isEqualTo(DigitSet.DIGIT_NAMES));
        assertThat(classNames(third.models().get(0).provenance())).startsWith("T-shirt", "trouser");
        assertThat(third.models().get(0).provenance().inputs().recipe().replicas())
                .isEqualTo(1);
        Baseline fourth = Baseline.FORMAT.read(KEPT.resolve("baseline-2.2.json"));
        assertThat(fourth.models().get(0).provenance().inputs().recipe().replicas())
                .isEqualTo(2);
        assertThat(fourth.models().get(0).provenance().platform().arithmetic()).isEmpty();
        Baseline fifth = Baseline.FORMAT.read(KEPT.resolve("baseline-2.3.json"));
        assertThat(fifth.models().get(0).provenance().platform().arithmetic()).isNotEmpty();
    }

    @Test
    void givenResultsOfEveryVersion_whenRead_thenThoseOfVersion1AreToldApart() throws IOException {
        // when
        Results second = Results.read(KEPT.resolve("results-2.0.json"));
        Results third = Results.read(KEPT.resolve("results-2.1.json"));

        // then
        assertThat(second.testDigits().classNames()).isEqualTo(DigitSet.DIGIT_NAMES);
        assertThat(classNames(second.models().get(0).provenance())).isEqualTo(DigitSet.DIGIT_NAMES);
        assertThat(third.testDigits().classNames()).endsWith("bag", "ankle boot");
        assertThat(classNames(third.models().get(0).provenance())).endsWith("bag", "ankle boot");
        assertThat(Results.read(KEPT.resolve("results-2.3.json"))
                        .models()
                        .get(0)
                        .provenance()
                        .platform()
                        .arithmetic())
                .isNotEmpty();
        assertThat(Results.read(KEPT.resolve("results-2.2.json"))
                        .models()
                        .get(0)
                        .provenance()
                        .inputs()
                        .recipe()
                        .replicas())
                .isEqualTo(2);
        assertThatThrownBy(() -> Results.read(KEPT.resolve("results-1.json")))
                .isInstanceOf(ResultsFormatException.class)
                .hasMessageContaining("has version 1.0 of the format 'mnist-results'")
                .hasMessageContaining("reads 2.x; write the file again with this version")
                .hasMessageNotContaining("damaged");
    }

    @Test
    void givenFilesFromBeforeStrokesWereVaried_whenRead_thenTheirBoundIsZeroAndThatOfLaterOnesIsKept()
            throws IOException {
        assertThat(strokeWidth(Results.read(KEPT.resolve("results-2.3.json"))
                        .models()
                        .get(0)
                        .provenance()))
                .isZero();
        assertThat(strokeWidth(Results.read(KEPT.resolve("results-2.4.json"))
                        .models()
                        .get(0)
                        .provenance()))
                .isEqualTo(0.5);
        for (String version : List.of("1.0", "2.0", "2.1", "2.2", "2.3", "2.4")) {
            Path file = KEPT.resolve("baseline-%s.json".formatted(version.equals("1.0") ? "1" : version));
            Baseline baseline = Baseline.FORMAT.read(file);
            assertThat(strokeWidth(baseline.models().get(0).provenance())).isEqualTo(version.equals("2.4") ? 0.5 : 0);
        }
        for (String version : List.of("1.0", "1.1")) {
            StudyResults study = StudyResults.read(KEPT.resolve("study-%s.json".formatted(version)));
            assertThat(strokeWidth(study.cells().get(1).runs().get(1).provenance()))
                    .isEqualTo(version.equals("1.1") ? 0.5 : 0);
        }
    }

    private static double strokeWidth(Provenance provenance) {
        return provenance.inputs().recipe().augmentation().strokeWidth();
    }

    private static List<String> classNames(Provenance provenance) {
        return provenance.inputs().data().classNames();
    }

    @Test
    void givenAFileOfTheVersionOfNow_whenReadAndWritten_thenItIsTheSame() throws IOException {
        // when
        Path results = directory.resolve("results.json");
        Results.read(KEPT.resolve("results-2.4.json")).write(results);

        // then
        assertThat(results).hasSameTextualContentAs(KEPT.resolve("results-2.4.json"));
    }

    @Test
    void givenFilesAsTheyAreWrittenNow_thenEachFitsItsSchemaAndSaysItsFormatFirst() throws IOException {
        // given
        Results results = SampleResults.of(300, SampleResults.CNN, SampleResults.LSTM);
        BaselineFile baseline = new BaselineFile(directory.resolve("baseline.json"));
        Reproducibility found =
                new BaselineGate(ReproducibilityMode.BITWISE, Tolerance.DEFAULT).judge(results, results);

        // when
        results.write(directory.resolve("results.json"));
        baseline.update(results);
        found.write(directory.resolve("reproducibility.json"));
        assertThat(Reproducibility.read(directory.resolve("reproducibility.json")))
                .isEqualTo(found);
        assertThat(Reproducibility.read(KEPT.resolve("reproducibility-2.0.json"))
                        .models())
                .isNotEmpty();

        // then
        for (String name : new String[] {"results", "baseline", "reproducibility"}) {
            assertFits(directory.resolve(name + ".json"), name);
            assertFits(KEPT.resolve(name + "-2.0.json"), name);
        }
        for (String name : new String[] {"results", "baseline"}) {
            assertFits(KEPT.resolve(name + "-2.1.json"), name);
            assertFits(KEPT.resolve(name + "-2.2.json"), name);
            assertFits(KEPT.resolve(name + "-2.3.json"), name);
            assertFits(KEPT.resolve(name + "-2.4.json"), name);
        }
    }

    @Test
    void givenTheFilesOfAStudyAsTheyAreWrittenNow_thenEachFitsItsSchemaAndKeptOnesAreRead() throws IOException {
        // given
        StudyResults results = SampleStudy.of(60, 1, 2);
        RunEvaluation evaluation = SampleStudy.run(SampleResults.CNN, SampleResults.digits(20), 1, 10)
                .evaluation();

        // when
        results.write(directory.resolve("study.json"));
        evaluation.write(directory.resolve("run-evaluation.json"));
        GateReport rules = Gates.of(List.of(Rule.moreAccurate("cnn-fast").than("lstm-fast")))
                .judge(Measurements.of(results));
        rules.write(directory.resolve("gates.json"));

        // then
        for (String name : new String[] {"study", "run-evaluation", "gates"}) {
            assertFits(directory.resolve(name + ".json"), name);
        }
        for (String name : new String[] {"study", "run-evaluation"}) {
            assertFits(KEPT.resolve(name + "-1.0.json"), name);
        }
        assertThat(GateReport.read(directory.resolve("gates.json"))).isEqualTo(rules);
        GateReport older = GateReport.read(KEPT.resolve("gates-1.0.json"));
        assertThat(older.undecidedFails()).isFalse();
        assertThat(older.results())
                .extracting(GateResult::kind)
                .containsExactly(
                        RuleKind.MINIMUM,
                        RuleKind.MAXIMUM,
                        RuleKind.MORE_ACCURATE,
                        RuleKind.NO_LOSS,
                        RuleKind.RELATIVE_TIME);
        assertThat(older.results())
                .extracting(GateResult::metric)
                .containsExactly("accuracy", "logLoss", "accuracy", "accuracy", "trainingTime");
        assertThat(older.in(GateState.FAILED))
                .extracting(GateResult::rule)
                .containsExactly("logLoss of cnn-fast at most 0.01");
        assertFits(KEPT.resolve("study-1.1.json"), "study");
        assertThat(StudyResults.read(KEPT.resolve("study-1.0.json"))
                        .statistics()
                        .pairs())
                .hasSize(1);
        assertThat(RunEvaluation.read(KEPT.resolve("run-evaluation-1.0.json"))
                        .test()
                        .count())
                .isEqualTo(20);
    }

    @Test
    void givenAFileThatLacksAField_thenItsSchemaFindsThat() throws IOException {
        // given
        String text = Files.readString(KEPT.resolve("results-2.0.json")).replace("\"bestEpoch\"", "\"keptEpoch\"");

        // then
        assertThat(schema("results").validate(new ObjectMapper().readTree(text)))
                .isNotEmpty();
    }

    private static void assertFits(Path file, String name) throws IOException {
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(schema(name).validate(json)).as(file.toString()).isEmpty();
        assertThat(json.fieldNames().next()).isEqualTo("format");
        assertThat(json.at("/format/name").asText()).isEqualTo("mnist-" + name);
    }

    private static JsonSchema schema(String name) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(SCHEMAS.resolve(name + ".schema.json")));
    }
}
