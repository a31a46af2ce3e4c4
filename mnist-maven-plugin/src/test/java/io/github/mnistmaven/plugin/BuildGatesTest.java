package io.github.mnistmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.study.gates.Measurements;
import io.github.mnistmaven.study.gates.Rule;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules as they stand in a pom: what they mean, and what is said of those that mean nothing. */
class BuildGatesTest {

    private static final List<String> CELLS = List.of("cnn-fast", "lstm-fast");
    private static final double MARGIN = 0.001;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cell=cnn-fast metric=accuracy minimum=0.99|accuracy of cnn-fast at least 0.99",
                "cell=cnn-fast metric=accuracy minimum=0.990 judgedBy=interval|accuracy of cnn-fast at least 0.99, by the 95 % interval",
                "cell=lstm-fast metric=logLoss maximum=0.03 judgedBy=mean|logLoss of lstm-fast at most 0.03",
                "cell=cnn-fast metric=parameters maximum=50000|parameters of cnn-fast at most 50000",
                "cell=cnn-fast metric=calibrationError maximum=0.02|calibrationError of cnn-fast at most 0.02",
                "cell=cnn-fast metric=trainingTime relativeTo=lstm-fast maximum=2|trainingTime of cnn-fast at most 2 times that of lstm-fast",
                "cell=cnn-fast moreAccurateThan=lstm-fast|cnn-fast more accurate than lstm-fast by at least 0, with confidence 0.95",
                "cell=cnn-fast moreAccurateThan=lstm-fast by=0.003 confidence=0.9|cnn-fast more accurate than lstm-fast by at least 0.003, with confidence 0.9",
            })
    void givenARule_whenRead_thenItMeansWhatItSays(String rule, String text) throws UserErrorException {
        // when
        List<Rule> rules = rules(rule);

        // then
        assertThat(rules).extracting(Rule::text).containsExactly(text);
    }

    @Test
    void givenAMinimumAndAMaximum_whenRead_thenTheseAreTwoRules() throws UserErrorException {
        assertThat(rules("cell=cnn-fast metric=accuracy minimum=0.9 maximum=0.99"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "metric=accuracy minimum=0.99|a rule has neither <cell> nor <model>",
                "cell=cnn-fast model=cnn metric=accuracy minimum=0.99|about cell 'cnn-fast' has a <model> as well",
                "cell=cnn-fast metric=modelSize minimum=-1|the limit of modelSize is -1; it must be at least 0",
                "cell=cnn-fast|none of <metric>, <moreAccurateThan> and <noLossAgainst>",
                "cell=cnn-fast metric=accuracy moreAccurateThan=lstm-fast|several of <metric>, <moreAccurateThan> and",
                "cell=cnn-fast metric=recall minimum=1|unknown <metric> 'recall'; the choices are accuracy, logLoss",
                "cell=cnn-fast metric=accuracy|neither <minimum> nor <maximum>",
                "cell=cnn-fast metric=accuracy minimum=high|the <minimum> 'high'; it must be a number, such as 0.99",
                "cell=cnn-fast metric=accuracy minimum=1 judgedBy=median|unknown <judgedBy> 'median'; the choices are mean, interval",
                "cell=cnn-fast metric=accuracy minimum=1 by=0.1|<by> or <confidence>, which belong to other rules",
                "cell=cnn-fast metric=accuracy maximum=1 relativeTo=lstm-fast|<relativeTo>, which is only for the <metric> trainingTime",
                "cell=cnn-fast metric=trainingTime minimum=1 relativeTo=lstm-fast|combines <relativeTo> with <minimum>",
                "cell=cnn-fast metric=trainingTime maximum=0 relativeTo=lstm-fast|maximum is 0; it must be above 0",
                "cell=cnn-fast moreAccurateThan=lstm-fast minimum=1|combines <moreAccurateThan> with <minimum>",
                "cell=cnn-fast moreAccurateThan=lstm-fast confidence=1|confidence is 1.0; it must be above 0.5 and below 1",
                "cell=cnn-fast moreAccurateThan=lstm-fast by=-0.1|by is -0.1",
                "cell=cnn-fast moreAccurateThan=cnn-fast|compares 'cnn-fast' with itself",
                "cell=cnn-best metric=accuracy minimum=0.9|is about 'cnn-best', which is not measured; the choices are cnn-fast, lstm-fast",
                "cell=cnn-fast noLossAgainst=nowhere.json|the file nowhere.json does not exist; copy there the study.json of a study that you accept",
                "cell=cnn-fast noLossAgainst=pom.xml|pom.xml is incomplete or not JSON",
                "cell=cnn-fast noLossAgainst=pom.xml by=1|combines <noLossAgainst> with",
                "cell=Cnn metric=accuracy minimum=0.9|cell is 'Cnn'; a name consists of",
            })
    void givenARuleThatMeansNothing_whenRead_thenItIsRefused(String rule, String message) {
        assertThatThrownBy(() -> BuildGates.of(rules(rule), false, CELLS, AbstractRulesMojo.RULES))
                .isInstanceOf(UserErrorException.class)
                .hasMessageContainingAll(message, "(parameter <rules>)");
    }

    @Test
    void givenOtherMistakes_whenRead_thenTheyAreRefused() throws UserErrorException {
        assertThat(Parameters.undecidedFails("fail")).isTrue();
        assertThat(Parameters.undecidedFails("warn")).isFalse();
        assertThatThrownBy(() -> Parameters.undecidedFails("ignore"))
                .hasMessageContaining(
                        "unknown onUndecided 'ignore'; the choices are warn, fail (parameter <onUndecided>");
        assertThatThrownBy(() -> AbstractRulesMojo.rules(Arrays.asList((RuleParameter) null), false, MARGIN))
                .hasMessageContaining("rules has an empty element");
        assertThatThrownBy(() ->
                        AbstractRulesMojo.rules(List.of(rule("model=cnn noLossAgainst=accepted.json")), true, MARGIN))
                .hasMessageContainingAll(
                        "the rule about model 'cnn' has <noLossAgainst>", "is only for a <cell>", "<baseline>");
        assertThatThrownBy(() -> BuildGates.of(
                        rules("cell=cnn-fast metric=accuracy minimum=0.99 maximum=0.9"),
                        false,
                        CELLS,
                        AbstractRulesMojo.RULES))
                .hasMessageContainingAll("contradict each other", "(parameter <rules>)");
    }

    @Test
    void givenRulesAboutCellsAndModels_whenRead_thenEachGoalHasItsOwn() throws UserErrorException {
        // given
        List<RuleParameter> parameters = List.of(
                rule("cell=cnn-fast metric=accuracy minimum=0.9"),
                rule("model=cnn metric=modelSize maximum=200000"),
                rule("model=cnn metric=trainingTime relativeTo=lstm maximum=2"));

        // then
        assertThat(AbstractRulesMojo.rules(parameters, false, MARGIN))
                .extracting(Rule::text)
                .containsExactly("accuracy of cnn-fast at least 0.9");
        assertThat(AbstractRulesMojo.rules(parameters, true, MARGIN))
                .extracting(Rule::text)
                .containsExactly("modelSize of cnn at most 200000", "trainingTime of cnn at most 2 times that of lstm");
    }

    @Test
    void givenABrokenRule_whenJudged_thenTheVerdictIsToldAndTheBuildFails() throws UserErrorException {
        // given
        List<String> notes = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        BuildGates gates = BuildGates.of(
                rules("cell=cnn-fast metric=accuracy minimum=0.9"), false, CELLS, AbstractRulesMojo.RULES);

        // when
        Optional<String> failure = gates.conclude(gates.judge(Measurements.of(List.of())), notes::add, warnings::add);

        // then
        assertThat(failure.orElseThrow())
                .startsWith("the rule is broken (parameter <rules>)")
                .endsWith("  cnn-fast was not evaluated; required: accuracy of cnn-fast at least 0.9");
        assertThat(notes).isEmpty();
        assertThat(warnings).singleElement().asString().startsWith("broken: cnn-fast was not evaluated");
    }

    private static List<Rule> rules(String text) throws UserErrorException {
        return AbstractRulesMojo.rules(List.of(rule(text)), false, MARGIN);
    }

    /** From {@code element=value} pairs. */
    private static RuleParameter rule(String text) {
        RuleParameter rule = new RuleParameter();
        for (String pair : text.split(" ")) {
            String value = pair.substring(pair.indexOf('=') + 1);
            switch (pair.substring(0, pair.indexOf('='))) {
                case "cell" -> rule.cell = value;
                case "model" -> rule.model = value;
                case "metric" -> rule.metric = value;
                case "minimum" -> rule.minimum = value;
                case "maximum" -> rule.maximum = value;
                case "judgedBy" -> rule.judgedBy = value;
                case "relativeTo" -> rule.relativeTo = value;
                case "moreAccurateThan" -> rule.moreAccurateThan = value;
                case "by" -> rule.by = value;
                case "noLossAgainst" -> rule.noLossAgainst = new File(value);
                case "confidence" -> rule.confidence = value;
                default -> throw new IllegalArgumentException(pair);
            }
        }
        return rule;
    }
}
