package io.github.mnistmaven.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.internal.training.StripedDigits;
import io.github.mnistmaven.internal.training.TrainValidationSplit;
import org.junit.jupiter.api.Test;

/** What is needed to go on with a trained model: what it gave, what it was not trained on, and whether it has to be trained again. */
class HeldOutDigitsTest {

    private static final DigitSet DIGITS = StripedDigits.of(200, 1);
    private static final Trainer TRAINER = Trainer.of("cnn").epochs(1).seed(3);

    @Test
    void givenAModel_whenAskedForItsHeldOutDigits_thenTheyAreThoseThatItsHistoryWasMeasuredOn() {
        try (TrainedModel model = TRAINER.train(DIGITS)) {
            // when
            DigitSet heldOut = model.heldOut(DIGITS);

            // then
            Evaluation evaluation = model.evaluate(heldOut);
            assertThat(heldOut.size()).isEqualTo(TrainValidationSplit.heldOut(TRAINER.recipe(), DIGITS.size()));
            assertThat(evaluation.accuracy()).isCloseTo(model.history().best().validationAccuracy(), within(1e-9));
            assertThat(evaluation.loss()).isCloseTo(model.history().best().validationLoss(), within(1e-4));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> model.heldOut(StripedDigits.of(100, 1)))
                    .withMessageContaining("the model 'cnn' was trained on 200 digits with fingerprint")
                    .withMessageContaining("give the digits that it was trained on");
        }
    }

    @Test
    void givenAModel_whenAskedForLogProbabilities_thenItsEvaluationFollowsFromThem() {
        try (TrainedModel model = TRAINER.train(DIGITS)) {
            assertThat(Evaluation.of("cnn", DIGITS, model.logProbabilities(DIGITS)))
                    .isEqualTo(model.evaluate(DIGITS));
        }
    }

    @Test
    void givenATrainer_whenAskedForTheProvenance_thenItIsThatOfTheModelThatItTrains() {
        // given
        try (TrainedModel model = TRAINER.train(DIGITS)) {
            // when + then
            assertThat(TRAINER.provenance(DIGITS)).isEqualTo(model.provenance());
            assertThat(TRAINER.seed(4)
                            .provenance(DIGITS)
                            .inputs()
                            .isEquivalentTo(model.provenance().inputs()))
                    .isFalse();
        }
    }
}
