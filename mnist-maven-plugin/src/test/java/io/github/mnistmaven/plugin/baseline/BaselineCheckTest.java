package io.github.mnistmaven.plugin.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnistmaven.plugin.baseline.Reproducibility.Change;
import io.github.mnistmaven.plugin.protocol.ReproducibilityMode;
import io.github.mnistmaven.plugin.protocol.Tolerance;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineCheckTest {

    private static final SampleBaseline CNN = SampleBaseline.cnn();

    private static Reproducibility.Model check(SampleBaseline before, SampleBaseline now, ReproducibilityMode mode) {
        return new BaselineCheck(mode, new Tolerance(0.01, 0.005), SampleBaseline.TEST)
                .check(SampleBaseline.baseline(before), List.of(now.build()))
                .models()
                .get(0);
    }

    private static Reproducibility.Model check(SampleBaseline before, SampleBaseline now) {
        return check(before, now, ReproducibilityMode.BITWISE);
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
    void givenTheSameBitsThatReadDifferently_thenTheyDrifted() {
        Reproducibility.Model found = check(CNN, CNN.reading(0.94, SampleBaseline.predictions(60, 0)));

        assertThat(found.verdict()).isEqualTo(Verdict.DRIFTED);
        assertThat(found.sameBits()).isTrue();
        assertThat(found.fails()).isTrue();
    }

    @Test
    void givenTheSameDigitsFromAnotherPlace_thenTheInputsAreTheSame() {
        assertThat(check(CNN, CNN.withSource("directory")).verdict()).isEqualTo(Verdict.IDENTICAL);
    }

    @Test
    void givenOtherBitsOnAnotherProcessorInSpiteOfPortableNumerics_thenThePromiseIsBroken() {
        SampleBaseline portable = CNN.withNumerics("portable");

        Reproducibility.Model found =
                check(portable, portable.withCpu("Intel Xeon").withEpochs("x1", "x2", "x3"));

        assertThat(found.verdict()).isEqualTo(Verdict.NOT_DETERMINISTIC);
        assertThat(found.failure()).hasValueSatisfying(reason -> assertThat(reason)
                .isEqualTo(
                        "cnn is not deterministic: the same inputs with portable numerics led to other bits from epoch 1"
                                + " on"));
    }

    @Test
    void givenOtherInputs_thenTheyAreNamedWithOldAndNewAndNothingFails() {
        Reproducibility.Model found = check(
                CNN, CNN.withSeed(2).withEpochs("f1", "f2", "f3").reading(0.5, SampleBaseline.predictions(500, 0)));

        assertThat(found.verdict()).isEqualTo(Verdict.CHANGED_INPUTS);
        assertThat(found.changes()).containsExactly(new Change("seed", "1", "2"));
        assertThat(found.fails()).isFalse();
        assertThat(found.now().accuracy()).isEqualTo(0.5);
        assertThat(found.onlyBaselineRight()).isEqualTo(480);
        assertThat(found.onlyNowRight()).isZero();
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
                        "cnn is not deterministic: the same inputs on the same platform led to other bits from epoch 2"
                                + " on");
    }

    @Test
    void givenFewerEpochs_thenTheFirstMissingOneIsTheFirstDifferentOne() {
        Reproducibility.Model found = check(CNN, CNN.withEpochs("e1", "e2").keeping(2));

        assertThat(found.verdict()).isEqualTo(Verdict.NOT_DETERMINISTIC);
        assertThat(found.firstDifferentEpoch()).isEqualTo(3);
        assertThat(found.failure()).hasValueSatisfying(reason -> assertThat(reason)
                .endsWith("led to the same bits up to epoch 2, but to 2 epochs instead of 3"));
    }

    @Test
    void givenTheSameEpochsOfWhichAnotherWasKept_thenThatIsWhatDiffers() {
        Reproducibility.Model found = check(CNN, CNN.keeping(2));

        assertThat(found.verdict()).isEqualTo(Verdict.NOT_DETERMINISTIC);
        assertThat(found.sameBits()).isFalse();
        assertThat(found.failure()).hasValueSatisfying(reason -> assertThat(reason)
                .endsWith("led to the same bits after each epoch, but kept those of epoch 2 instead of 3"));
    }

    @Test
    void givenOtherBitsOnAnotherPlatformThatReadAlike_thenItIsEquivalent() {
        Reproducibility.Model found = check(
                CNN,
                CNN.withCpu("Intel Xeon")
                        .withEpochs("x1", "x2", "x3")
                        .reading(0.978, SampleBaseline.predictions(22, 3)));

        assertThat(found.verdict()).isEqualTo(Verdict.EQUIVALENT);
        assertThat(found.fails()).isFalse();
        assertThat(found.changes()).containsExactly(new Change("cpu", "AMD EPYC", "Intel Xeon"));
    }

    @Test
    void givenOtherBitsOnAnotherPlatformThatReadWorseByMoreThanTheMargin_thenItDrifted() {
        SampleBaseline now = CNN.withCpu("Intel Xeon").withEpochs("x1", "x2", "x3");

        assertThat(check(CNN, now.reading(0.976, SampleBaseline.predictions(24, 0)))
                        .verdict())
                .as("4 digits, 0.4 %")
                .isEqualTo(Verdict.EQUIVALENT);
        assertThat(check(CNN, now.reading(0.975, SampleBaseline.predictions(25, 0)))
                        .verdict())
                .as("5 digits, just the margin")
                .isEqualTo(Verdict.EQUIVALENT);
        assertThat(check(CNN, now.reading(0.974, SampleBaseline.predictions(26, 0)))
                        .verdict())
                .as("6 digits, 0.6 %, beyond the margin")
                .isEqualTo(Verdict.DRIFTED);
        Reproducibility.Model found = check(CNN, now.reading(0.97, SampleBaseline.predictions(30, 0)));
        assertThat(found.verdict()).isEqualTo(Verdict.DRIFTED);
        assertThat(found.failure()).hasValueSatisfying(reason -> assertThat(reason)
                .startsWith("cnn drifted: the same inputs led to an accuracy of 0.9700 instead of 0.9800, 10 digits"));
    }

    @ParameterizedTest
    @CsvSource({"0.01, DRIFTED", "0.001, EQUIVALENT"})
    void givenAnAccuracyWithinTheMargin_thenThePredictionsDecideBySignificance(double level, Verdict verdict) {
        // given 10 digits that only the baseline reads right, and none that only this model does: p = 2 / 2^10
        SampleBaseline now =
                CNN.withCpu("Intel Xeon").withEpochs("x1", "x2", "x3").reading(0.97, SampleBaseline.predictions(30, 0));

        // when
        Reproducibility.Model found = new BaselineCheck(
                        ReproducibilityMode.BITWISE, new Tolerance(level, 0.05), SampleBaseline.TEST)
                .check(SampleBaseline.baseline(CNN), List.of(now.build()))
                .models()
                .get(0);

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
        assertThat(check(CNN, differentBits.withCpu("Intel Xeon").reading(0.94, others), mode)
                        .fails())
                .isEqualTo(drifted);
        assertThat(check(CNN, differentBits, mode).fails()).isEqualTo(onlyBits);
        assertThat(check(CNN, differentBits.reading(0.94, others), mode).fails())
                .isEqualTo(bitsAndPredictions);
    }
}
