package io.github.mnistmaven.study.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.study.baseline.Reproducibility.Change;
import io.github.mnistmaven.study.internal.baseline.Baseline;
import io.github.mnistmaven.study.internal.baseline.MarginResolution;
import io.github.mnistmaven.study.results.Results;
import io.github.mnistmaven.study.results.SampleResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineGateTest {

    private static final SampleBaseline CNN = SampleBaseline.cnn();
    private static final Path FILE = Path.of("baseline.json");

    private static Reproducibility.Model check(SampleBaseline before, SampleBaseline now, ReproducibilityMode mode) {
        return check(before, now, new BaselineGate(mode, Tolerance.DEFAULT));
    }

    private static Reproducibility.Model check(SampleBaseline before, SampleBaseline now, BaselineGate gate) {
        try {
            return gate.judge(FILE, SampleBaseline.baseline(before), SampleBaseline.results(now))
                    .models()
                    .get(0);
        } catch (BaselineException e) {
            throw new AssertionError(e);
        }
    }

    private static Reproducibility.Model check(SampleBaseline before, SampleBaseline now) {
        return check(before, now, ReproducibilityMode.BITWISE);
    }

    @Test
    void givenAFile_whenJudged_thenItIsByTheBaselineThatItHolds(@TempDir Path directory) throws IOException {
        // given
        BaselineFile file = new BaselineFile(directory.resolve("baseline.json"));
        BaselineGate gate = new BaselineGate(ReproducibilityMode.BITWISE, Tolerance.DEFAULT);
        Results results = SampleBaseline.results(CNN);

        // when + then
        assertThatThrownBy(() -> gate.judge(file, results))
                .isInstanceOf(BaselineException.class)
                .hasMessage("the baseline %s does not exist: check the path, or write it first", file.path());
        file.update(results);
        assertThat(gate.judge(file, results).models())
                .extracting(Reproducibility.Model::verdict)
                .containsExactly(Verdict.IDENTICAL);
    }

    @Test
    void givenTheSameInputsAndBits_thenItIsIdentical() {
        Reproducibility.Model found = check(CNN, CNN);

        assertThat(found.verdict()).isEqualTo(Verdict.IDENTICAL);
        assertThat(found.fails()).isFalse();
        assertThat(found.changes()).isEmpty();
        assertThat(found.pValue()).isEqualTo(1);
    }

    @Test
    void givenTheSameInputsAndBitsOnAnotherPlatform_thenItIsIdenticalAllTheSame() {
        assertThat(check(CNN, CNN.withCpu("Intel Xeon")).verdict()).isEqualTo(Verdict.IDENTICAL);
    }

    @Test
    void givenTheSameBitsWithOtherPredictions_thenTheyHaveDrifted() {
        Reproducibility.Model found = check(CNN, CNN.predicting(SampleBaseline.predictions(60, 0)));

        assertThat(found.verdict()).isEqualTo(Verdict.DRIFTED);
        assertThat(found.sameBits()).isTrue();
        assertThat(found.fails()).isTrue();
    }

    @Test
    void givenTheSameDigitsFromAnotherPlace_thenTheInputsAreTheSame() {
        assertThat(check(CNN, CNN.withSource("directory")).verdict()).isEqualTo(Verdict.IDENTICAL);
    }

    @ParameterizedTest
    @CsvSource({"1, IDENTICAL, ''", "2, CHANGED_INPUTS, seed"})
    void givenABaselineFromBeforeClassesHadNames_thenTheseAreNoChange(
            long seed, Verdict verdict, String changes, @TempDir Path directory) throws IOException {
        // given
        Path kept = Path.of("src/test/resources/formats");
        Path file = Files.writeString(
                directory.resolve("baseline.json"),
                Files.readString(kept.resolve("baseline-2.0.json")).replace("\"seed\": 1,", "\"seed\": " + seed + ","));

        // when
        Reproducibility.Model found = gate(0.01)
                .judge(
                        file,
                        new BaselineFile(file).read().orElseThrow(),
                        Results.read(kept.resolve("results-2.1.json")))
                .models()
                .get(0);

        // then
        assertThat(found.verdict()).isEqualTo(verdict);
        assertThat(found.changes().stream().map(Change::field).collect(Collectors.joining(",")))
                .isEqualTo(changes);
    }

    @Test
    void givenOtherBitsOnAnotherProcessorInSpiteOfPortableNumerics_thenThePromiseIsBroken() {
        SampleBaseline portable = CNN.withNumerics("portable");

        Reproducibility.Model found =
                check(portable, portable.withCpu("Intel Xeon").withEpochs("x1", "x2", "x3"));

        assertThat(found.verdict()).isEqualTo(Verdict.NOT_DETERMINISTIC);
        assertThat(found.failure()).hasValueSatisfying(reason -> assertThat(reason)
                .isEqualTo(
                        "cnn is not deterministic: with portable numerics, the same inputs led to different bits from epoch 1"
                                + " on"));
    }

    @Test
    void givenAnOperationThatGivesOtherResultsThere_thenItIsNamedAsTheReason() {
        SampleBaseline portable = CNN.withNumerics("portable");

        Reproducibility.Model found = check(
                portable,
                portable.withCpu("Intel Xeon").withSquareRoot("ffffffff").withEpochs("x1", "x2", "x3"));

        assertThat(found.verdict()).isEqualTo(Verdict.NOT_DETERMINISTIC);
        assertThat(found.failure())
                .hasValueSatisfying(
                        reason -> assertThat(reason)
                                .endsWith(
                                        "different bits from epoch 1 on. The engine gives different results here than for the baseline in: function sqrt"));
    }

    @Test
    void givenABaselineOfAnOlderVersionWithADigestAlone_whenBitsDifferOnThatMachine_thenItIsNotDeterministic() {
        Reproducibility.Model found = check(CNN.withSquareRoot(""), CNN.withEpochs("x1", "x2", "x3"));

        assertThat(found.verdict()).isEqualTo(Verdict.NOT_DETERMINISTIC);
        assertThat(found.changes()).isEmpty();
        assertThat(found.failure())
                .hasValueSatisfying(
                        reason -> assertThat(reason)
                                .isEqualTo(
                                        "cnn is not deterministic: on the same platform, the same inputs led to different bits from epoch 1 on"));
    }

    @Test
    void givenAnOperationThatGivesOtherResultsButTheSameBits_thenItDoesNotMatter() {
        SampleBaseline portable = CNN.withNumerics("portable");

        assertThat(check(portable, portable.withSquareRoot("ffffffff")).verdict())
                .isEqualTo(Verdict.IDENTICAL);
    }

    @Test
    void givenOtherInputs_thenTheyAreNamedWithOldAndNewAndNothingFails() {
        Reproducibility.Model found =
                check(CNN, CNN.withSeed(2).withEpochs("f1", "f2", "f3").predicting(SampleBaseline.predictions(500, 0)));

        assertThat(found.verdict()).isEqualTo(Verdict.CHANGED_INPUTS);
        assertThat(found.changes()).containsExactly(new Change("seed", "1", "2"));
        assertThat(found.fails()).isFalse();
        assertThat(found.now().accuracy()).isEqualTo(0.5);
        assertThat(found.onlyBaselineCorrect()).isEqualTo(480);
        assertThat(found.onlyNowCorrect()).isZero();
        assertThat(found.pValue()).isLessThan(1e-100);
    }

    @Test
    void givenOtherInputsThatLedToTheSameBits_thenThatIsSaid() {
        assertThat(check(CNN, CNN.withSeed(2)).sameBits()).isTrue();
    }

    @Test
    void givenOtherBitsOnTheSamePlatform_thenItIsNotDeterministicFromTheFirstDifferentEpochOn() {
        Reproducibility.Model found = check(CNN, CNN.withEpochs("e1", "x2", "x3"));

        assertThat(found.verdict()).isEqualTo(Verdict.NOT_DETERMINISTIC);
        assertThat(found.firstDifferentEpoch()).isEqualTo(2);
        assertThat(found.failure())
                .contains(
                        "cnn is not deterministic: on the same platform, the same inputs led to different bits from epoch 2"
                                + " on");
    }

    @Test
    void givenFewerEpochs_thenTheFirstMissingOneIsTheFirstDifferentOne() {
        Reproducibility.Model found = check(CNN, CNN.withEpochs("e1", "e2").keeping(2));

        assertThat(found.verdict()).isEqualTo(Verdict.NOT_DETERMINISTIC);
        assertThat(found.firstDifferentEpoch()).isEqualTo(3);
        assertThat(found.failure()).hasValueSatisfying(reason -> assertThat(reason)
                .endsWith("led to the same bits up to epoch 2, but training ended after epoch 2 instead of 3"));
    }

    @Test
    void givenTheSameEpochsOfWhichAnotherIsTheBest_thenThatIsWhatDiffers() {
        Reproducibility.Model found = check(CNN, CNN.keeping(2));

        assertThat(found.verdict()).isEqualTo(Verdict.NOT_DETERMINISTIC);
        assertThat(found.sameBits()).isFalse();
        assertThat(found.failure()).hasValueSatisfying(reason -> assertThat(reason)
                .endsWith("led to the same bits after each epoch, but epoch 2 is the best one instead of 3"));
    }

    @Test
    void givenOtherBitsOnAnotherPlatformWithConsistentPredictions_thenItIsEquivalent() {
        Reproducibility.Model found = check(
                CNN,
                CNN.withCpu("Intel Xeon").withEpochs("x1", "x2", "x3").predicting(SampleBaseline.predictions(22, 3)));

        assertThat(found.verdict()).isEqualTo(Verdict.EQUIVALENT);
        assertThat(found.fails()).isFalse();
        assertThat(found.changes()).containsExactly(new Change("cpu", "AMD EPYC", "Intel Xeon"));
    }

    @Test
    void givenOtherBitsOnAnotherPlatformThatAreLessAccurateByMoreThanTheMargin_thenItHasDrifted() {
        SampleBaseline now = CNN.withCpu("Intel Xeon").withEpochs("x1", "x2", "x3");

        assertThat(check(CNN, now.predicting(SampleBaseline.predictions(24, 0))).verdict())
                .as("4 digits, 0.4 %")
                .isEqualTo(Verdict.EQUIVALENT);
        assertThat(check(CNN, now.predicting(SampleBaseline.predictions(25, 0))).verdict())
                .as("5 digits, just the margin")
                .isEqualTo(Verdict.EQUIVALENT);
        assertThat(check(CNN, now.predicting(SampleBaseline.predictions(26, 0))).verdict())
                .as("6 digits, 0.6 %, beyond the margin")
                .isEqualTo(Verdict.DRIFTED);
        Reproducibility.Model found = check(CNN, now.predicting(SampleBaseline.predictions(30, 0)));
        assertThat(found.verdict()).isEqualTo(Verdict.DRIFTED);
        assertThat(found.failure())
                .hasValueSatisfying(
                        reason -> assertThat(reason)
                                .startsWith(
                                        "cnn has drifted: the same inputs led to an accuracy of 0.9700 instead of 0.9800; test digits"));
    }

    @ParameterizedTest
    @CsvSource({"0.01, DRIFTED", "0.001, EQUIVALENT"})
    void givenAnAccuracyWithinTheMargin_thenThePredictionsDecideBySignificance(double level, Verdict verdict) {
        // given 10 digits that only the baseline classified correctly, and none that only this model did: p = 2 / 2^10
        SampleBaseline now =
                CNN.withCpu("Intel Xeon").withEpochs("x1", "x2", "x3").predicting(SampleBaseline.predictions(30, 0));

        // when
        Reproducibility.Model found =
                check(CNN, now, new BaselineGate(ReproducibilityMode.BITWISE, new Tolerance(level, 0.05)));

        // then
        assertThat(found.pValue()).isCloseTo(2 / 1024.0, within(1e-12));
        assertThat(found.verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "BITWISE, true, true, true",
        "STATISTICAL, true, false, true",
        "OFF, false, false, false",
    })
    void givenAMode_thenItDecidesWhatFails(
            ReproducibilityMode mode, boolean drifted, boolean onlyBits, boolean bitsAndPredictions) {
        // given
        String others = SampleBaseline.predictions(60, 0);
        SampleBaseline differentBits = CNN.withEpochs("x1", "x2", "x3");

        // then
        assertThat(check(CNN, differentBits.withCpu("Intel Xeon").predicting(others), mode)
                        .fails())
                .isEqualTo(drifted);
        assertThat(check(CNN, differentBits, mode).fails()).isEqualTo(onlyBits);
        assertThat(check(CNN, differentBits.predicting(others), mode).fails()).isEqualTo(bitsAndPredictions);
    }

    @Test
    void givenOtherTestDigits_whenJudged_thenItIsAnError() {
        // given
        DigitSet others = SampleBaseline.digits(999).withSource("mnist");
        byte[] truths = new byte[999];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = (byte) others.label(i);
        }
        Results results = Results.of(
                others,
                List.of(SampleResults.result(
                        CNN.result().provenance(),
                        CNN.result().history(),
                        Evaluation.of("cnn", others.fingerprint(), truths, truths, new double[999], 1))));

        // when + then
        assertThatThrownBy(() -> gate(0.005).judge(FILE, SampleBaseline.baseline(CNN), results))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("was made with 1000 test digits from 'embedded'")
                .hasMessageContaining("but the models were evaluated on 999 from 'mnist' (fingerprint ");
    }

    @Test
    void givenAModelThatTheBaselineLacks_whenJudged_thenItIsAnError() {
        assertThatThrownBy(() -> gate(0.005)
                        .judge(FILE, SampleBaseline.baseline(CNN), SampleBaseline.results(CNN.withModel("lstm"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no model 'lstm'; it has cnn");
    }

    @ParameterizedTest
    @CsvSource({
        "true, has 10 predictions of model 'cnn' for 1000 test digits",
        "false, says 0.99 for the accuracy of model 'cnn'",
    })
    void givenABaselineThatContradictsItself_whenJudged_thenItIsAnError(boolean cut, String message) {
        // given
        Baseline good = SampleBaseline.baseline(CNN);
        Baseline.Model model = good.models().get(0);
        Baseline bad = new Baseline(
                good.testDigits(),
                List.of(new Baseline.Model(
                        "cnn",
                        model.provenance(),
                        cut ? model.accuracy() : 0.99,
                        model.loss(),
                        model.bestEpoch(),
                        model.epochs(),
                        cut ? List.of("0123456789") : model.predictions())));

        // when + then
        assertThatThrownBy(() -> gate(0.005).judge(FILE, bad, SampleBaseline.results(CNN)))
                .isInstanceOf(BaselineException.class)
                .hasMessageContaining("the baseline is damaged: baseline.json")
                .hasMessageContaining(message);
    }

    @Test
    void givenAMarginThatOneDigitExceeds_whenJudged_thenTheSmallestSensibleOneIsNamed() {
        assertThatThrownBy(() -> gate(0.0005).judge(FILE, SampleBaseline.baseline(CNN), SampleBaseline.results(CNN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("accuracyMargin is 0.0005, but accuracies on 1000 test digits differ in steps of 0.001:"
                        + " set it to at least 0.001, or use more test digits");
        assertThatThrownBy(() -> new MarginResolution(0.01).require(70))
                .hasMessageContaining("set it to at least 0.015");
        assertThatCode(() -> new MarginResolution(0.001).require(1000)).doesNotThrowAnyException();
        assertThatCode(() -> new BaselineGate(ReproducibilityMode.OFF, Tolerance.DEFAULT.withAccuracyMargin(0))
                        .judge(FILE, SampleBaseline.baseline(CNN), SampleBaseline.results(CNN)))
                .doesNotThrowAnyException();
    }

    private static BaselineGate gate(double margin) {
        return new BaselineGate(ReproducibilityMode.BITWISE, Tolerance.DEFAULT.withAccuracyMargin(margin));
    }
}
