package io.github.mnistmaven.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnistmaven.HouseRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows between the packages point one way; of mnist-models only what is plain Java is used; Maven is not known. */
class StructureTest {

    /** Packages of mnist-models that load no engine; see the StructureTest there. */
    private static final String MODELS = " evaluation provenance recipe data files";

    static List<HouseRule> rules() {
        return List.of(
                HouseRule.arrow("study.statistics", "evaluation data files", "provenance.Provenance"),
                HouseRule.arrow("study.results", "study.statistics" + MODELS, "study.baseline.Baseline"),
                HouseRule.arrow("study.gates", "files", "study.results.Results"),
                HouseRule.arrow(
                        "study.baseline", "study.results study.statistics" + MODELS, "study.report.ReportDirectory"),
                HouseRule.arrow("study.text", "study.statistics" + MODELS, "study.results.Results"),
                HouseRule.arrow(
                        "study.figures",
                        "study.text study.results study.statistics" + MODELS,
                        "study.baseline.Baseline"),
                HouseRule.arrow(
                        "study.tables", "study.text study.baseline study.results" + MODELS, "study.figures.Figures"),
                HouseRule.arrow(
                        "study.report",
                        "study.tables study.figures study.text study.baseline study.results study.statistics" + MODELS,
                        "model.TrainedModel"),
                HouseRule.without("engine", List.of("study"), List.of("ai.djl.."), "ai.djl.Model"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void givenThisModule_thenTheRuleHolds(HouseRule rule) {
        rule.rule().check(HouseRule.module());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void givenAPlantedViolation_thenTheRuleFindsIt(HouseRule rule, @TempDir Path directory) throws IOException {
        // given
        var planted = rule.planted(directory);

        // when + then
        assertThatThrownBy(() -> rule.rule().check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Planted")
                .hasMessageContaining(rule.forbiddenType());
    }

    @Test
    void givenEachPackage_thenItIsDescribedAndARuleNamesIt() throws IOException {
        assertThat(HouseRule.packagesWithout(Path.of("src/main/java"), rules())).isEmpty();
    }
}
