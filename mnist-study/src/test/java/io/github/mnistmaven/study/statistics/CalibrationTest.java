package io.github.mnistmaven.study.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.study.results.SampleResults;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    /**
     * By scikit-learn 1.9: {@code sum(abs(pt - pp) * counts) / 200} with
     * {@code pt, pp = calibration_curve(is_correct, confidence, n_bins=15)} on the log-probabilities of {@link Logits}, counts
     * being those of the bins.
     */
    @Test
    void givenPredictions_whenCalibrationIsMeasured_thenErrorAndBinsAreThoseOfScikitLearn() {
        // given
        Cell cell =
                new Cell("cnn", List.of(RunPredictions.of(1, Duration.ZERO, Logits.DIGITS, Logits.logProbabilities())));

        // when
        Calibration calibration = Calibration.of(cell, Calibration.DEFAULT_BINS);

        // then
        assertThat(calibration.expectedCalibrationError()).isCloseTo(0.20279179353615281, within(1e-6));
        assertThat(calibration.bins())
                .extracting(ReliabilityBin::count)
                .containsExactly(0, 0, 0, 0, 19, 64, 38, 13, 8, 10, 5, 15, 7, 15, 6);
        ReliabilityBin sixth = calibration.bins().get(5);
        assertThat(sixth.meanConfidence()).isCloseTo(0.37746819, within(1e-6));
        assertThat(sixth.accuracy()).isEqualTo(0.078125);
        assertThat(sixth.gap()).isCloseTo(0.078125 - 0.37746819, within(1e-6));
        assertThat(calibration.interval().contains(calibration.expectedCalibrationError() - calibration.bias()))
                .isTrue();
        assertThat(CellSummary.of(cell).loss().mean()).isCloseTo(1.657562472000718, within(1e-6));
        assertThat(CellSummary.of(cell).brierScore().mean()).isCloseTo(0.635121059421897, within(1e-6));
    }

    @Test
    void givenConfidencesOnABound_whenBinned_thenABoundBelongsToTheBinBelow() {
        // given
        Cell cell = new Cell("cnn", List.of(Runs.of(1, 4, image -> true, new float[] {0, 0.5f, 0.75f, 1})));

        // when + then
        assertThat(Calibration.of(cell, 4).bins())
                .extracting(ReliabilityBin::count)
                .containsExactly(1, 1, 1, 1);
        assertThat(Calibration.of(cell, 2).bins())
                .extracting(ReliabilityBin::count)
                .containsExactly(2, 2);
    }

    @Test
    void givenCalibratedModels_whenMeasuredOnFewImages_thenTheBiasExplainsTheError() {
        // given models that are right as often as they say, whose error would be 0 on infinitely many images
        int studies = 100;
        int inside = 0;
        double errors = 0;
        double corrected = 0;
        for (int study = 0; study < studies; study++) {
            Cell cell = confident(3, 500, 1, study);

            // when
            Calibration calibration = Calibration.of(cell, Calibration.DEFAULT_BINS);

            // then
            errors += calibration.expectedCalibrationError() / studies;
            corrected += Math.abs(calibration.expectedCalibrationError() - calibration.bias()) / studies;
            inside += calibration.interval().contains(0) ? 1 : 0;
        }
        assertThat(corrected).isLessThan(0.6 * errors);
        assertThat(inside).isGreaterThanOrEqualTo(93);
    }

    @Test
    void givenOverconfidentModels_whenMeasured_thenTheIntervalContainsByHowMuch() {
        // given models that are right with 0.9 times the probability they give, which is 0.5 to 1: an error of 0.075
        int inside = 0;
        for (int study = 0; study < 100; study++) {
            Calibration calibration = Calibration.of(confident(3, 500, 0.9, 1000 + study), Calibration.DEFAULT_BINS);

            // when + then
            inside += calibration.interval().contains(0.075) ? 1 : 0;
            assertThat(calibration.expectedCalibrationError()).isGreaterThan(0.02);
        }
        assertThat(inside).isBetween(88, 100);
    }

    @Test
    void givenTheEvaluationOfOneModel_whenMeasured_thenItIsTheCalibrationOfItsOnlyRun() {
        // given
        DigitSet test = SampleResults.digits(300);
        Evaluation evaluation = SampleResults.evaluation(SampleResults.LSTM_REFERENCE, test);
        float[] confidences = new float[test.size()];
        for (int i = 0; i < confidences.length; i++) {
            confidences[i] = (float) evaluation.confidence(i);
        }
        Cell cell = new Cell("lstm-reference", List.of(Runs.of(1, test.size(), evaluation::isCorrect, confidences)));

        // when
        Calibration calibration = Calibration.of(evaluation, Calibration.DEFAULT_BINS);

        // then
        assertThat(calibration).isEqualTo(Calibration.of(cell, Calibration.DEFAULT_BINS));
        assertThat(calibration.interval().method()).isEqualTo(IntervalMethod.IMAGES_ONLY);
    }

    @Test
    void givenNoBins_whenMeasured_thenTheyAreAskedFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibration.of(Runs.cell("cnn", "1"), 0))
                .withMessageContaining("binCount is 0");
    }

    /** Runs with confidences of 0.5 to 1 that are right with that probability times a factor. */
    private static Cell confident(int seeds, int images, double factor, long randomSeed) {
        SplittableRandom random = new SplittableRandom(randomSeed);
        float[] confidences = new float[images];
        for (int i = 0; i < images; i++) {
            confidences[i] = (float) random.nextDouble(0.5, 1);
        }
        return new Cell(
                "cnn",
                java.util.stream.LongStream.rangeClosed(1, seeds)
                        .mapToObj(seed ->
                                Runs.of(seed, images, i -> random.nextDouble() < factor * confidences[i], confidences))
                        .toList());
    }
}
