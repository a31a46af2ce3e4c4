package io.github.mnistmaven.study.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.study.results.SampleResults;
import io.github.mnistmaven.study.runs.CellResult;
import io.github.mnistmaven.study.runs.SampleStudy;
import io.github.mnistmaven.study.runs.StudyResults;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class GatesTest {

    /** The accuracy of cnn-fast is about 0.98 and that of lstm-fast about 0.9. */
    private static final StudyResults STUDY = SampleStudy.of(1000, 1, 2, 3);

    private static final StudyResults SINGLE_SEEDS = SampleStudy.of(1000, 1);

    @TempDir
    private Path directory;

    private static Rule minimum(String limit, boolean byInterval) {
        return new MetricRule(
                "cnn-fast", GatedMetric.ACCURACY, MetricRule.Bound.MINIMUM, new BigDecimal(limit), byInterval);
    }

    private static Rule maximum(GatedMetric metric, String limit, boolean byInterval) {
        return new MetricRule("cnn-fast", metric, MetricRule.Bound.MAXIMUM, new BigDecimal(limit), byInterval);
    }

    private static Rule better(String first, String second, String by) {
        return new DifferenceRule(first, second, new BigDecimal(by), 0.95);
    }

    static List<Arguments> verdicts() {
        String mean = BigDecimal.valueOf(STUDY.cells().get(0).accuracy().mean()).toPlainString();
        return List.of(
                arguments(minimum("0.95", false), GateState.PASSED, "; asked was at least 0.95"),
                arguments(minimum(mean, false), GateState.PASSED, "asked was at least"),
                arguments(minimum("0.999", false), GateState.FAILED, "; asked was at least 0.999 (short by 0.0"),
                arguments(minimum("0.95", true), GateState.PASSED, "95 % interval"),
                arguments(minimum(mean, true), GateState.UNDECIDED, "(the lower bound is short by 0."),
                arguments(minimum("0.9999", true), GateState.FAILED, "(the upper bound is short by 0."),
                arguments(maximum(GatedMetric.LOG_LOSS, "5", false), GateState.PASSED, "logLoss of cnn-fast is "),
                arguments(maximum(GatedMetric.BRIER_SCORE, "0", false), GateState.FAILED, "(over by 0.0"),
                arguments(maximum(GatedMetric.CALIBRATION_ERROR, "0.5", true), GateState.PASSED, "at most 0.5"),
                arguments(
                        maximum(GatedMetric.CALIBRATION_ERROR, "0", true),
                        GateState.FAILED,
                        "(the lower bound is over by 0."),
                arguments(
                        maximum(GatedMetric.PARAMETERS, "1000", false),
                        GateState.FAILED,
                        "is 30234; asked was at most 1000 (over by 29234)"),
                arguments(
                        maximum(GatedMetric.TRAINING_TIME, "10000", true),
                        GateState.PASSED,
                        "trainingTime of cnn-fast"),
                arguments(
                        better("cnn-fast", "lstm-fast", "0.003"),
                        GateState.PASSED,
                        "it is at least 0.003 with probability 0.99"),
                arguments(
                        better("lstm-fast", "cnn-fast", "0"),
                        GateState.FAILED,
                        "the accuracy of lstm-fast minus that of cnn-fast is -0.0"),
                arguments(
                        better("cnn-fast", "lstm-fast", difference(STUDY)),
                        GateState.UNDECIDED,
                        "with probability 0.5; asked was a probability of at least 0.95 (short by 0.45)"),
                arguments(
                        new NoLossRule("lstm-fast", SampleStudy.of(1000, 1, 2, 3), 0.8),
                        GateState.PASSED,
                        "lstm-fast predicts the same as in the baseline, seed by seed"),
                arguments(
                        new NoLossRule("lstm-fast", swapped(), 0.95),
                        GateState.FAILED,
                        "minus that in the baseline is -0.0"),
                arguments(
                        new NoLossRule("cnn-fast", swapped(), 0.95),
                        GateState.PASSED,
                        "minus that in the baseline is 0.0"),
                arguments(
                        new RelativeTimeRule("cnn-fast", "lstm-fast", new BigDecimal("1000")),
                        GateState.PASSED,
                        "times that of lstm-fast; asked was at most 1000"),
                arguments(
                        new RelativeTimeRule("cnn-fast", "lstm-fast", new BigDecimal("0.001")),
                        GateState.FAILED,
                        "(over by "));
    }

    @Test
    void givenASingleSeed_whenJudgedByTheInterval_thenItIsUndecided_butForTheSizeOfTheNetwork() {
        assertThat(minimum("0.1", true).judge(SINGLE_SEEDS).state()).isEqualTo(GateState.UNDECIDED);
        assertThat(minimum("0.1", true).judge(SINGLE_SEEDS).sentence()).contains("a single one does not show");
        assertThat(maximum(GatedMetric.TRAINING_TIME, "10000", true)
                        .judge(SINGLE_SEEDS)
                        .state())
                .isEqualTo(GateState.UNDECIDED);
        assertThat(maximum(GatedMetric.PARAMETERS, "1000000", true)
                        .judge(SINGLE_SEEDS)
                        .state())
                .isEqualTo(GateState.PASSED);
    }

    @Test
    void givenALimitThatNoValueCanMiss_thenItIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> minimum("99.5", false))
                .withMessage("the limit to accuracy is 99.5; it is from 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> maximum(GatedMetric.TRAINING_TIME, "-1", false))
                .withMessage("the limit to trainingTime is -1; it is at least 0");
    }

    @Test
    void givenAMeanThatIsTheLimitButForFloatingPoint_thenItMeetsIt() {
        double mean = (0.991 + 0.991 + 0.988) / 3;

        assertThat(mean).isLessThan(0.99);
        assertThat(Shortfall.exact(mean, new BigDecimal("0.99"))).isEqualByComparingTo("0.99");
        assertThat(Shortfall.exact(0.98999, new BigDecimal("0.99"))).isLessThan(new BigDecimal("0.99"));
    }

    /** An earlier study in which the one was as accurate as the other is now. */
    private static StudyResults swapped() {
        DigitSet test = SampleResults.digits(1000);
        return StudyResults.of(
                test,
                0.001,
                List.of(
                        SampleStudy.cell("lstm-fast", SampleResults.LSTM, test, 50, 1, 2, 3),
                        SampleStudy.cell("cnn-fast", SampleResults.CNN, test, 10, 1, 2, 3)));
    }

    @Test
    void givenABaselineOfOtherDigitsOrCells_whenUsed_thenTheMessageSaysSo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NoLossRule("cnn-fast", SampleStudy.of(500, 1, 2), 0.95).judge(STUDY))
                .withMessageContaining("compares different test digits: the study has 1000")
                .withMessageContaining("make the baseline again");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NoLossRule("cnn-best", STUDY, 0.95))
                .withMessageContaining("'cnn-best', which is not in the study; there are cnn-fast, lstm-fast");
    }

    private static String difference(StudyResults study) {
        return BigDecimal.valueOf(study.pairs().get(0).accuracy().value()).toPlainString();
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void givenARule_whenAStudyIsJudged_thenTheVerdictSaysWhatWasFoundAndWhatWasAsked(
            Rule rule, GateState state, String text) {
        // when
        GateResult result = new Gates(List.of(rule)).judge(STUDY).results().get(0);

        // then
        assertThat(result.state()).as(result.sentence()).isEqualTo(state);
        assertThat(result.sentence()).contains(text);
        assertThat(result.rule()).isEqualTo(rule.text());
    }

    @Test
    void givenSingleSeeds_whenADifferenceIsJudged_thenItIsUndecidedHoweverLargeItIs() {
        // when
        GateResult result = better("cnn-fast", "lstm-fast", "0").judge(SINGLE_SEEDS);

        // then
        assertThat(result.state()).isEqualTo(GateState.UNDECIDED);
        assertThat(result.sentence()).contains("a single one does not show how much seeds vary");
    }

    @Test
    void givenAValueThatMissesItsLimitByLittle_whenJudged_thenTheSentenceStillShowsThat() {
        // given
        CellResult cell = STUDY.cells().get(0);
        BigDecimal limit = BigDecimal.valueOf(cell.accuracy().mean()).add(new BigDecimal("0.000000001"));

        // when
        GateResult result = minimum(limit.toPlainString(), false).judge(STUDY);

        // then
        assertThat(result.state()).isEqualTo(GateState.FAILED);
        assertThat(result.sentence()).contains("(short by 0.00000000").doesNotContain("is " + limit.toPlainString());
    }

    static Stream<Arguments> contradictions() {
        return Stream.of(
                arguments(
                        List.of(minimum("0.99", false), maximum(GatedMetric.ACCURACY, "0.98", true)),
                        "contradict each other"),
                arguments(
                        List.of(better("cnn-fast", "lstm-fast", "0"), better("lstm-fast", "cnn-fast", "0.1")),
                        "contradict each other"),
                arguments(List.of(minimum("0.99", false), minimum("0.990", false)), "is there twice"));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void givenRulesThatCannotAllBeKept_whenPutTogether_thenTheyAreRefused(List<Rule> rules, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Gates(rules)).withMessageContaining(message);
    }

    @Test
    void givenARuleAboutAnotherCell_whenChecked_thenTheMessageNamesTheCellsThatThereAre() {
        // given
        Gates gates = new Gates(List.of(better("cnn-fast", "lstm-best", "0")));

        // when + then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> gates.requireAbout(List.of("cnn-fast", "lstm-fast")))
                .withMessageContaining("'lstm-best', which is not in the study; there are cnn-fast, lstm-fast");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> gates.judge(STUDY))
                .withMessageContaining("'lstm-best', which is not in the study");
    }

    @Test
    void givenVerdicts_whenWritten_thenCiServersSeeATestForEachRule() throws Exception {
        // given
        GateReport report = new Gates(List.of(
                        minimum("0.95", false),
                        minimum("0.999", false),
                        better("cnn-fast", "lstm-fast", difference(STUDY))))
                .judge(STUDY);

        // when
        report.writeJUnit(directory.resolve("warn.xml"), false);
        report.writeJUnit(directory.resolve("fail.xml"), true);

        // then
        Element warn = suite("warn.xml");
        Element fail = suite("fail.xml");
        assertThat(List.of(warn.getAttribute("tests"), warn.getAttribute("failures"), warn.getAttribute("skipped")))
                .containsExactly("3", "1", "1");
        assertThat(warn.getElementsByTagName("testcase").getLength()).isEqualTo(3);
        assertThat(warn.getElementsByTagName("failure").getLength()).isEqualTo(1);
        assertThat(((Element) warn.getElementsByTagName("skipped").item(0)).getAttribute("message"))
                .startsWith("undecided: the accuracy of cnn-fast minus");
        assertThat(List.of(fail.getAttribute("failures"), fail.getAttribute("skipped")))
                .containsExactly("2", "0");
        assertThat(fail.getElementsByTagName("failure").getLength()).isEqualTo(2);
    }

    private Element suite(String file) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(directory.resolve(file).toFile())
                .getDocumentElement();
    }

    @Test
    void givenVerdicts_whenWrittenAsJson_thenEachHasItsState() throws IOException {
        // when
        new Gates(List.of(minimum("0.95", false), minimum("0.999", false)))
                .judge(STUDY)
                .write(directory.resolve("gates.json"));

        // then
        assertThat(Files.readString(directory.resolve("gates.json")))
                .contains("\"mnist-gates\"", "\"state\": \"PASSED\"", "\"state\": \"FAILED\"", "short by");
    }
}
