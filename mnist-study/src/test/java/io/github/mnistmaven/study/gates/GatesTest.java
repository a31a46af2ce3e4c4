package io.github.mnistmaven.study.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.study.internal.rules.RuleCheck;
import io.github.mnistmaven.study.results.SampleResults;
import io.github.mnistmaven.study.runs.SampleStudy;
import io.github.mnistmaven.study.runs.StudyCell;
import io.github.mnistmaven.study.runs.StudyResults;
import io.github.mnistmaven.study.statistics.Cell;
import io.github.mnistmaven.study.statistics.Difference;
import io.github.mnistmaven.study.statistics.RunPredictions;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;
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

    private static final Measurements MEASURED = Measurements.of(STUDY);
    private static final Measurements SINGLE_SEEDS = Measurements.of(SampleStudy.of(1000, 1));
    private static final Measurements MODELS =
            Measurements.of(SampleResults.of(1000, SampleResults.CNN, SampleResults.LSTM));

    @TempDir
    private Path directory;

    private static Rule minimum(String limit, boolean byInterval) {
        return new MetricRule(
                "cnn-fast", GatedMetric.ACCURACY, MetricRule.Bound.MINIMUM, new BigDecimal(limit), byInterval);
    }

    private static Rule maximum(GatedMetric metric, String limit, boolean byInterval) {
        return new MetricRule("cnn-fast", metric, MetricRule.Bound.MAXIMUM, new BigDecimal(limit), byInterval);
    }

    private static NoLossRule noLoss(String cell, StudyResults baseline, double confidence) {
        return new NoLossRule(cell, Measurements.of(baseline), "accepted.json", new BigDecimal("0.001"), confidence);
    }

    private static Rule better(String first, String second, String by) {
        return new DifferenceRule(first, second, new BigDecimal(by), 0.95);
    }

    static List<Arguments> verdicts() {
        String mean = BigDecimal.valueOf(
                        STUDY.cells().get(0).summary().accuracy().mean())
                .toPlainString();
        return List.of(
                arguments(minimum("0.95", false), GateState.PASSED, "; required: at least 0.95"),
                arguments(minimum(mean, false), GateState.PASSED, "required: at least"),
                arguments(minimum("0.999", false), GateState.FAILED, "; required: at least 0.999 (short by 0.0"),
                arguments(minimum("0.95", true), GateState.PASSED, "95 % interval"),
                arguments(minimum(mean, true), GateState.UNDECIDED, "(the lower bound is short by 0."),
                arguments(minimum("0.9999", true), GateState.FAILED, "(the upper bound is short by 0."),
                arguments(maximum(GatedMetric.LOSS, "5", false), GateState.PASSED, "logLoss of cnn-fast is "),
                arguments(maximum(GatedMetric.BRIER_SCORE, "0", false), GateState.FAILED, "(over by 0.0"),
                arguments(maximum(GatedMetric.CALIBRATION_ERROR, "0.5", true), GateState.PASSED, "at most 0.5"),
                arguments(
                        maximum(GatedMetric.CALIBRATION_ERROR, "0", true),
                        GateState.FAILED,
                        "(the lower bound is over by 0."),
                arguments(
                        maximum(GatedMetric.PARAMETERS, "1000", false),
                        GateState.FAILED,
                        "is 30234; required: at most 1000 (over by 29234)"),
                arguments(
                        maximum(GatedMetric.MODEL_SIZE, "120000", true),
                        GateState.FAILED,
                        "modelSize of cnn-fast is 120936, 95 % interval 120936 to 120936; required: at most 120000"),
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
                        "with probability 0.5; required: a probability of at least 0.95 (short by 0.45)"),
                arguments(
                        noLoss("lstm-fast", SampleStudy.of(1000, 1, 2, 3), 0.8),
                        GateState.PASSED,
                        "lstm-fast predicts the same as in accepted.json, seed by seed"),
                arguments(
                        noLoss("lstm-fast", swapped(), 0.95),
                        GateState.FAILED,
                        "minus that in accepted.json, paired by 3 seeds, is -0.0"),
                arguments(
                        noLoss("cnn-fast", swapped(), 0.95),
                        GateState.PASSED,
                        "minus that in accepted.json, paired by 3 seeds, is 0.0"),
                arguments(
                        new RelativeTimeRule("cnn-fast", "lstm-fast", new BigDecimal("1000")),
                        GateState.PASSED,
                        "times that of lstm-fast; required: at most 1000"),
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
                .withMessage("the limit of accuracy is 99.5; it must be from 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> maximum(GatedMetric.TRAINING_TIME, "-1", false))
                .withMessage("the limit of trainingTime is -1; it must be at least 0");
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
        return SampleStudy.results(
                test,
                0.001,
                List.of(
                        SampleStudy.cell("lstm-fast", SampleResults.LSTM, test, 50, 1, 2, 3),
                        SampleStudy.cell("cnn-fast", SampleResults.CNN, test, 10, 1, 2, 3)));
    }

    @Test
    void givenABaselineOfOtherDigitsOrCells_whenUsed_thenTheMessageSaysSoAndOtherVerdictsStay() {
        // given
        NoLossRule other = noLoss("cnn-fast", SampleStudy.of(500, 1, 2), 0.95);
        Gates gates = Gates.of(List.of(other, minimum("0.95", false)));

        // when
        List<GateResult> results = gates.judge(MEASURED).results();

        // then
        assertThat(results).extracting(GateResult::state).containsExactly(GateState.FAILED, GateState.PASSED);
        assertThat(results.get(0).sentence())
                .startsWith(
                        "cnn-fast cannot be compared with accepted.json: the baseline was evaluated on other test digits")
                .endsWith("make the baseline again");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RuleCheck(gates).requireTestDigits(MEASURED.testFingerprint()))
                .withMessageContaining("the rule '%s' cannot be judged: ".formatted(other.text()))
                .withMessageContaining("make the baseline again");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> noLoss("cnn-best", STUDY, 0.95))
                .withMessage("the baseline accepted.json has no cell 'cnn-best'; it has cnn-fast, lstm-fast");
    }

    /** Of a cell whose seeds differ much, a change that costs each of them the same 2 of 1,000 digits. */
    @Test
    void givenAChangeThatCostsEachSeedALittle_whenComparedWithBefore_thenItIsDecidedAlthoughSeedsDifferMuch() {
        // given
        Measurements before = Measurements.of(List.of(cell(0)));
        Measurements after = Measurements.of(List.of(cell(20)));
        NoLossRule none = new NoLossRule("cnn", before, "accepted.json", new BigDecimal("0.005"), 0.95);
        NoLossRule some = new NoLossRule("cnn", before, "accepted.json", new BigDecimal("0.03"), 0.95);

        // then
        assertThat(none.judge(after).state()).isEqualTo(GateState.FAILED);
        assertThat(some.judge(after).state()).isEqualTo(GateState.PASSED);
        assertThat(Difference.inAccuracy(after.predictions("cnn"), before.predictions("cnn"))
                        .interval()
                        .halfWidth())
                .isGreaterThan(0.05);
        assertThat(some.judge(Measurements.of(
                                List.of(new Cell("cnn", cell(0).runs().subList(0, 2)))))
                        .sentence())
                .as("some of the seeds, and the same predictions")
                .isEqualTo("cnn predicts the same as in accepted.json, seed by seed");
    }

    /** Three runs on 1,000 images, of which they get 30, 60 and 90 wrong, and some more that are the same for all. */
    private static Cell cell(int more) {
        return new Cell(
                "cnn",
                LongStream.rangeClosed(1, 3)
                        .mapToObj(seed -> run(seed, (int) (30 * seed), more))
                        .toList());
    }

    private static RunPredictions run(long seed, int wrong, int more) {
        byte[] labels = new byte[1000];
        byte[] predictions = new byte[1000];
        Arrays.fill(predictions, 0, wrong, (byte) 1);
        Arrays.fill(predictions, 500, 500 + more, (byte) 1);
        float[] ones = new float[1000];
        Arrays.fill(ones, 1);
        return RunPredictions.of(
                seed, Duration.ofSeconds(seed), "made up", labels, predictions, ones, new float[1000], new float[1000]);
    }

    private static String difference(StudyResults study) {
        return BigDecimal.valueOf(study.statistics().pairs().get(0).accuracy().value())
                .toPlainString();
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void givenARule_whenAStudyIsJudged_thenTheVerdictSaysWhatWasFoundAndWhatWasAsked(
            Rule rule, GateState state, String text) {
        // when
        GateResult result = Gates.of(List.of(rule)).judge(MEASURED).results().get(0);

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
        assertThat(result.sentence()).contains("a single one does not show how much results vary with the seed");
    }

    @Test
    void givenAValueThatMissesItsLimitByLittle_whenJudged_thenTheSentenceStillShowsThat() {
        // given
        StudyCell cell = STUDY.cells().get(0);
        BigDecimal limit = BigDecimal.valueOf(cell.summary().accuracy().mean()).add(new BigDecimal("0.000000001"));

        // when
        GateResult result = minimum(limit.toPlainString(), false).judge(MEASURED);

        // then
        assertThat(result.state()).isEqualTo(GateState.FAILED);
        assertThat(result.sentence()).contains("(short by 0.00000000").doesNotContain("is " + limit.toPlainString());
    }

    private static Rule limit(String cell, GatedMetric metric, MetricRule.Bound bound, String limit) {
        return new MetricRule(cell, metric, bound, new BigDecimal(limit), false);
    }

    private static Rule time(String cell, String other, String maximum) {
        return new RelativeTimeRule(cell, other, new BigDecimal(maximum));
    }

    static Stream<Arguments> contradictions() {
        return Stream.of(
                arguments(
                        List.of(minimum("0.99", false), maximum(GatedMetric.ACCURACY, "0.98", true)),
                        "contradict each other"),
                arguments(
                        List.of(better("cnn-fast", "lstm-fast", "0"), better("lstm-fast", "cnn-fast", "0.1")),
                        "contradict each other"),
                arguments(
                        List.of(
                                better("x", "y", "0.2"),
                                better("a", "b", "0"),
                                better("c", "a", "0"),
                                better("b", "c", "0")),
                        "'a more accurate than b by at least 0, with confidence 0.95' and 'b more accurate than c"),
                arguments(
                        List.of(
                                limit("a", GatedMetric.ACCURACY, MetricRule.Bound.MINIMUM, "0.99"),
                                better("b", "a", "0.005"),
                                limit("b", GatedMetric.ACCURACY, MetricRule.Bound.MAXIMUM, "0.992")),
                        "contradict each other"),
                arguments(
                        List.of(time("a", "b", "2"), time("b", "c", "0.5"), time("c", "a", "0.99")),
                        "contradict each other"),
                arguments(
                        List.of(
                                limit("a", GatedMetric.TRAINING_TIME, MetricRule.Bound.MINIMUM, "10"),
                                time("a", "b", "2"),
                                limit("b", GatedMetric.TRAINING_TIME, MetricRule.Bound.MAXIMUM, "4.9")),
                        "contradict each other"),
                arguments(
                        List.of(
                                limit("a", GatedMetric.PARAMETERS, MetricRule.Bound.MINIMUM, "10"),
                                limit("b", GatedMetric.PARAMETERS, MetricRule.Bound.MAXIMUM, "5"),
                                limit("a", GatedMetric.PARAMETERS, MetricRule.Bound.MAXIMUM, "9")),
                        "'parameters of a at"),
                arguments(
                        List.of(
                                limit("lstm", GatedMetric.ACCURACY, MetricRule.Bound.MINIMUM, "0.9"),
                                better("cnn", "lstm", "0.5")),
                        "no result can keep all of them, as accuracy is from 0 to 1; remove one"),
                arguments(
                        List.of(better("a", "b", "0.6"), better("b", "c", "0.3"), better("c", "d", "0.2")),
                        "as accuracy is from 0 to 1; remove one"),
                arguments(
                        List.of(
                                limit("b", GatedMetric.ACCURACY, MetricRule.Bound.MAXIMUM, "0.2"),
                                better("b", "a", "0.3")),
                        "as accuracy is from 0 to 1; remove one"),
                arguments(
                        List.of(better("a", "b", "0.1"), better("c", "d", "1")),
                        "no result can keep the rule 'c more accurate than d by at least 1, with confidence 0.95', as accuracy is from 0 to 1; change it"),
                arguments(
                        List.of(
                                limit("a", GatedMetric.PARAMETERS, MetricRule.Bound.MINIMUM, "100"),
                                limit("a", GatedMetric.MODEL_SIZE, MetricRule.Bound.MAXIMUM, "399")),
                        "no result can keep all of them, as modelSize is 4 times parameters; remove one"),
                arguments(
                        List.of(
                                limit("a", GatedMetric.MODEL_SIZE, MetricRule.Bound.MINIMUM, "401"),
                                limit("a", GatedMetric.PARAMETERS, MetricRule.Bound.MAXIMUM, "100")),
                        "as modelSize is 4 times parameters"),
                arguments(List.of(minimum("0.99", false), minimum("0.990", false)), "appears twice"));
    }

    static Stream<List<Rule>> rulesThatCanBeKept() {
        return Stream.of(
                List.of(minimum("0.99", false), maximum(GatedMetric.ACCURACY, "0.99", false)),
                List.of(better("a", "b", "0"), better("b", "c", "0.01"), better("a", "c", "0.5")),
                List.of(time("a", "b", "2"), time("b", "a", "0.5")),
                List.of(time("a", "b", "3"), time("b", "c", "0.1"), time("c", "a", "3.4")),
                List.of(
                        limit("a", GatedMetric.ACCURACY, MetricRule.Bound.MINIMUM, "0.99"),
                        limit("a", GatedMetric.LOSS, MetricRule.Bound.MAXIMUM, "0.5"),
                        limit("b", GatedMetric.ACCURACY, MetricRule.Bound.MAXIMUM, "0.5")),
                List.of(
                        limit("a", GatedMetric.ACCURACY, MetricRule.Bound.MINIMUM, "1"),
                        limit("b", GatedMetric.ACCURACY, MetricRule.Bound.MAXIMUM, "0"),
                        better("a", "c", "0.4"),
                        better("c", "b", "0.5")),
                List.of(
                        limit("a", GatedMetric.PARAMETERS, MetricRule.Bound.MINIMUM, "100"),
                        limit("a", GatedMetric.MODEL_SIZE, MetricRule.Bound.MAXIMUM, "400"),
                        limit("b", GatedMetric.MODEL_SIZE, MetricRule.Bound.MINIMUM, "1000")),
                List.of(
                        limit("a", GatedMetric.TRAINING_TIME, MetricRule.Bound.MINIMUM, "0"),
                        limit("a", GatedMetric.TRAINING_TIME, MetricRule.Bound.MAXIMUM, "0")));
    }

    @ParameterizedTest
    @MethodSource("rulesThatCanBeKept")
    void givenRulesThatCanAllBeKept_whenPutTogether_thenTheyAreTaken(List<Rule> rules) {
        assertThat(Gates.of(rules).rules()).isEqualTo(rules);
    }

    /** Each rule is one that a made-up truth keeps, so no set of them is a contradiction; then one is added that closes a cycle the wrong way. */
    @Test
    void givenRandomRulesThatATruthKeeps_whenPutTogether_thenOnlyThoseWithARuleAgainstItAreRefused() {
        Random random = new Random(19);
        for (int trial = 0; trial < 200; trial++) {
            // given
            List<Rule> rules = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                int better = 1 + random.nextInt(9);
                int worse = random.nextInt(better);
                String by = "0.0" + random.nextInt(better - worse + 1);
                Rule rule = random.nextInt(3) == 0
                        ? limit(
                                "c" + worse,
                                GatedMetric.ACCURACY,
                                MetricRule.Bound.MINIMUM,
                                "0.0" + random.nextInt(worse + 1))
                        : better("c" + better, "c" + worse, by.equals("0.0" + (better - worse)) ? "0" : by);
                if (rules.stream().noneMatch(other -> other.text().equals(rule.text()))) {
                    rules.add(rule);
                }
            }
            assertThat(Gates.of(rules).rules()).hasSameSizeAs(rules);

            // when
            Rule first = better("c0", "c9", "0");
            List<Rule> cycle = new ArrayList<>(rules);
            cycle.add(first);
            cycle.add(better("c9", "c0", "0.000001"));

            // then
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Gates.of(cycle))
                    .withMessageContaining("contradict each other")
                    .withMessageContaining(first.text());
        }
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void givenRulesThatCannotAllBeKept_whenPutTogether_thenTheyAreRefused(List<Rule> rules, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> Gates.of(rules)).withMessageContaining(message);
    }

    @Test
    void givenARuleAboutAnotherCell_whenChecked_thenTheMessageNamesTheCellsThatThereAre() {
        // given
        Gates gates = Gates.of(List.of(better("cnn-fast", "lstm-best", "0")));

        // when + then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RuleCheck(gates).requireAbout(List.of("cnn-fast", "lstm-fast")))
                .withMessageContaining(
                        "is about 'lstm-best', which is not measured; the choices are cnn-fast, lstm-fast");
        assertThat(gates.judge(MEASURED).failures())
                .singleElement()
                .extracting(GateResult::sentence)
                .isEqualTo(
                        "lstm-best was not evaluated; required: cnn-fast more accurate than lstm-best by at least 0, with confidence 0.95");
    }

    @Test
    void givenVerdicts_whenWritten_thenCiServersSeeATestForEachRule() throws Exception {
        // given
        List<Rule> rules = List.of(
                minimum("0.95", false), minimum("0.999", false), better("cnn-fast", "lstm-fast", difference(STUDY)));

        // when
        Gates.of(rules).judge(MEASURED).writeJUnit(directory.resolve("warn.xml"));
        Gates.of(rules).withUndecidedFailing(true).judge(MEASURED).writeJUnit(directory.resolve("fail.xml"));

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
    void givenVerdicts_whenWrittenAsJson_thenEachHasItsStateAndItsNumbers() throws IOException {
        // given
        List<Rule> rules = List.of(
                minimum("0.95", true),
                minimum("0.999", false),
                better("cnn-fast", "lstm-fast", "0.003"),
                noLoss("lstm-fast", swapped(), 0.95),
                time("cnn-fast", "lstm-fast", "0.001"));

        // when
        Gates.of(rules).withUndecidedFailing(true).judge(MEASURED).write(directory.resolve("gates.json"));

        // then
        JsonNode json =
                new ObjectMapper().readTree(directory.resolve("gates.json").toFile());
        double accuracy = STUDY.cells().get(0).summary().accuracy().mean();
        assertThat(json.at("/undecidedFails").asBoolean()).isTrue();
        assertThat(json.at("/results").findValuesAsText("kind"))
                .containsExactly("MINIMUM", "MINIMUM", "MORE_ACCURATE", "NO_LOSS", "RELATIVE_TIME");
        assertThat(json.at("/results").findValuesAsText("state"))
                .containsExactly("PASSED", "FAILED", "PASSED", "FAILED", "FAILED");
        assertThat(json.at("/results/0/metric").asText()).isEqualTo("accuracy");
        assertThat(json.at("/results/0/cells")).hasSize(1);
        assertThat(json.at("/results/0/numbers/found").asDouble()).isEqualTo(accuracy);
        assertThat(json.at("/results/0/numbers/lower").asDouble())
                .isEqualTo(STUDY.cells()
                        .get(0)
                        .summary()
                        .accuracy()
                        .interval()
                        .orElseThrow()
                        .lower());
        assertThat(json.at("/results/0/numbers/missedBy").asDouble()).isZero();
        assertThat(json.at("/results/1/numbers/missedBy").asDouble()).isCloseTo(0.999 - accuracy, within(1e-12));
        assertThat(json.at("/results/2/numbers/asked").asDouble()).isEqualTo(0.003);
        assertThat(json.at("/results/2/numbers/found").asDouble())
                .isEqualTo(STUDY.statistics().pairs().get(0).accuracy().value());
        assertThat(json.at("/results/2/numbers/lower").asDouble())
                .isEqualTo(
                        STUDY.statistics().pairs().get(0).accuracy().interval().lower());
        assertThat(json.at("/results/2/numbers/probability").asDouble()).isGreaterThan(0.95);
        assertThat(json.at("/results/3/numbers/missedBy").asDouble())
                .isEqualTo(0.95 - json.at("/results/3/numbers/probability").asDouble());
        assertThat(json.at("/results/4/numbers/found").asDouble()).isPositive();
    }

    static List<Arguments> verdictsAboutModels() {
        return List.of(
                arguments(
                        limit("cnn", GatedMetric.ACCURACY, MetricRule.Bound.MINIMUM, "0.9"),
                        GateState.PASSED,
                        "accuracy of cnn is 0.995; required: at least 0.9"),
                arguments(
                        new MetricRule(
                                "cnn", GatedMetric.ACCURACY, MetricRule.Bound.MINIMUM, new BigDecimal("0.98"), true),
                        GateState.PASSED,
                        "accuracy of cnn is 0.995, 95 % interval 0.98835 to 0.99786; required: at least 0.98"),
                arguments(
                        new MetricRule(
                                "cnn", GatedMetric.ACCURACY, MetricRule.Bound.MINIMUM, new BigDecimal("0.999"), true),
                        GateState.FAILED,
                        "(the upper bound is short by 0.00114)"),
                arguments(
                        new MetricRule("cnn", GatedMetric.LOSS, MetricRule.Bound.MAXIMUM, new BigDecimal("9"), true),
                        GateState.UNDECIDED,
                        "at most 9, by the 95 % interval; that takes a study (mnist:study), as a single run does not show its interval"),
                arguments(
                        limit("cnn", GatedMetric.BRIER_SCORE, MetricRule.Bound.MAXIMUM, "0.1"),
                        GateState.UNDECIDED,
                        "brierScore of cnn is not known; a study (mnist:study) measures it"),
                arguments(
                        new MetricRule(
                                "cnn",
                                GatedMetric.CALIBRATION_ERROR,
                                MetricRule.Bound.MAXIMUM,
                                new BigDecimal("0.1"),
                                true),
                        GateState.PASSED,
                        "calibrationError of cnn is 0.0"),
                arguments(
                        limit("lstm", GatedMetric.MODEL_SIZE, MetricRule.Bound.MAXIMUM, "332584"),
                        GateState.PASSED,
                        "modelSize of lstm is 332584; required: at most 332584"),
                arguments(time("cnn", "lstm", "1"), GateState.PASSED, "trainingTime of cnn is 0."),
                arguments(
                        better("cnn", "lstm", "0"),
                        GateState.UNDECIDED,
                        "as a single one does not show how much results vary with the seed (of these two runs alone, McNemar's exact test says p = %s)"
                                .formatted(String.format(
                                        Locale.ROOT,
                                        "%.2g",
                                        SampleResults.of(1000, SampleResults.CNN, SampleResults.LSTM)
                                                .comparison()
                                                .tests()
                                                .get(0)
                                                .pValue()))));
    }

    @ParameterizedTest
    @MethodSource("verdictsAboutModels")
    void givenARuleAboutModels_whenTheyAreJudged_thenOnlyWhatTakesSeveralSeedsIsUndecided(
            Rule rule, GateState state, String text) {
        // when
        GateResult result = Gates.of(List.of(rule)).judge(MODELS).results().get(0);

        // then
        assertThat(result.state()).as(result.sentence()).isEqualTo(state);
        assertThat(result.sentence()).contains(text);
    }
}
