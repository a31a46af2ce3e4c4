package io.github.mnistmaven.study.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemperatureScalingTest {

    /**
     * By SciPy 1.17: {@code minimize_scalar(nll, bounds=(.05, 20), method='bounded')} of the log loss as a function of the
     * inverse temperature, on {@link Logits}.
     */
    @Test
    void givenAnOverconfidentModel_whenTheTemperatureIsFitted_thenItIsSciPys() {
        // when
        TemperatureScaling scaling = TemperatureScaling.fit(Logits.DIGITS, Logits.logProbabilities());

        // then
        assertThat(scaling.temperature()).isCloseTo(1.3241132039317982, within(1e-5));
        assertThat(logLoss(Logits.logProbabilities())).isCloseTo(1.657562472000718, within(1e-6));
        assertThat(logLoss(scaling.apply(Logits.logProbabilities()))).isCloseTo(1.6180231307132136, within(1e-6));
    }

    @Test
    void givenAScaledModel_whenFittedAgain_thenThereIsNothingLeftToScale() {
        // given
        TemperatureScaling scaling = TemperatureScaling.fit(Logits.DIGITS, Logits.logProbabilities());

        // when
        TemperatureScaling again = TemperatureScaling.fit(Logits.DIGITS, scaling.apply(Logits.logProbabilities()));

        // then
        assertThat(again.temperature()).isCloseTo(1, within(1e-5));
    }

    @Test
    void givenAnyTemperature_whenApplied_thenPredictionsStayTheSame() {
        // given
        RunPredictions before = run(Logits.logProbabilities());
        for (double temperature : new double[] {0.05, 0.3, 1, 2, 20}) {
            // when
            RunPredictions after = run(new TemperatureScaling(temperature).apply(Logits.logProbabilities()));

            // then
            for (int i = 0; i < before.size(); i++) {
                assertThat(after.prediction(i)).isEqualTo(before.prediction(i));
            }
        }
    }

    @Test
    void givenAModelWithoutMistakes_whenFitted_thenTheTemperatureIsTheLowest() {
        // given a model that always gives the digit shown 0.91
        float[] logProbabilities = new float[2000];
        for (int i = 0; i < logProbabilities.length; i++) {
            logProbabilities[i] = (float) Math.log(i % 10 == i / 10 % 10 ? 0.91 : 0.01);
        }

        // when + then
        assertThat(TemperatureScaling.fit(Logits.DIGITS, logProbabilities).temperature())
                .isEqualTo(0.05);
    }

    @Test
    void givenAModelThatIsAlwaysWrong_whenFitted_thenTheTemperatureIsTheHighest() {
        // given
        float[] logProbabilities = new float[2000];
        for (int i = 0; i < logProbabilities.length; i++) {
            logProbabilities[i] = (float) Math.log(i % 10 == (i / 10 + 1) % 10 ? 0.91 : 0.01);
        }

        // when + then
        assertThat(TemperatureScaling.fit(Logits.DIGITS, logProbabilities).temperature())
                .isEqualTo(20);
    }

    @Test
    void givenWhatAreNotLogProbabilities_whenFittedOrApplied_thenTheyAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemperatureScaling.fit(Logits.DIGITS, new float[2000]))
                .withMessageContaining("add up to 10.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemperatureScaling.fit(Logits.DIGITS, new float[7]))
                .withMessageContaining("7 numbers for 200 digits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TemperatureScaling(1).apply(new float[7]))
                .withMessageContaining("7 numbers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TemperatureScaling(0))
                .withMessageContaining("temperature is 0");
    }

    private static double logLoss(float[] logProbabilities) {
        return CellSummary.of(new Cell("cnn", List.of(run(logProbabilities))))
                .loss()
                .mean();
    }

    private static RunPredictions run(float[] logProbabilities) {
        return RunPredictions.of(1, Duration.ZERO, Logits.DIGITS, logProbabilities);
    }
}
