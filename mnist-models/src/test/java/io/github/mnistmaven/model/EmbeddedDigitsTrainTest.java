package io.github.mnistmaven.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.data.DigitDirectory;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.RealMnist;
import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import io.github.mnistmaven.recipe.Preset;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Models trained on embedded digits: as accurate on them as models of handwriting are, and able to classify
 * handwriting.
 */
class EmbeddedDigitsTrainTest {

    private static final EmbeddedDigits DIGITS = new EmbeddedDigits();
    private static TrainedModel cnn;

    @BeforeAll
    static void trainTheCnn() {
        cnn = trained("cnn", Preset.FAST);
    }

    @AfterAll
    static void close() {
        cnn.close();
    }

    private static TrainedModel trained(String name, Preset preset) {
        return Trainer.of(name).preset(preset).train(DIGITS.training());
    }

    @Test
    void givenEmbeddedDigits_whenALinearClassifierIsTrained_thenItMisclassifiesMoreThanFivePercent() {
        // when
        LogisticRegression regression = LogisticRegression.trained(DIGITS.training(), 5);

        // then, as on MNIST, where its accuracy is 92 %
        assertThat(regression.accuracy(DIGITS.test())).isBetween(0.85, 0.95);
    }

    @Test
    void givenEmbeddedDigits_whenTheCnnIsTrained_thenItsAccuracyIsAbove99Percent() {
        assertThat(cnn.evaluate(DIGITS.test()).accuracy()).isGreaterThan(0.99);
    }

    @Test
    void givenEmbeddedDigitsAlone_whenTheCnnIsTrained_thenItClassifiesRealHandwriting() throws IOException {
        // given
        DigitSet handwriting = new DigitDirectory(RealMnist.directory()).test();

        // when, then
        assertThat(cnn.evaluate(handwriting).accuracy()).isGreaterThanOrEqualTo(0.93);
    }

    @Test
    void givenEmbeddedDigitsAlone_whenTheLstmIsTrained_thenItClassifiesRealHandwriting() throws IOException {
        // given
        DigitSet handwriting = new DigitDirectory(RealMnist.directory()).test();

        // when
        try (TrainedModel lstm = trained("lstm", Preset.STANDARD)) {

            // then
            assertThat(lstm.evaluate(handwriting).accuracy()).isGreaterThanOrEqualTo(0.85);
        }
    }
}
