package io.github.mnistmaven.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.model.RunRecord;
import io.github.mnistmaven.plugin.report.SampleReports.Sample;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {

    private static final Color CNN = Look.colourOf("cnn");
    private static final Color LSTM = Look.colourOf("lstm");
    private static final Color SQUARE = new Color(7, 7, 7);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 20, 30, 200})
    void givenAnyNumberOfEpochs_whenTheCurvesArePainted_thenTheyShowInTheColourOfTheModel(int epochs)
            throws IOException {
        // given
        RunRecord run = SampleReports.run(new Sample("lstm", 0.99, epochs, 1000, 1));

        for (Figure figure : new Figure[] {LearningCurves.accuracy(run), LearningCurves.loss(run)}) {
            // when
            BufferedImage image = Pictures.decode(figure.png());

            // then
            assertThat(image.getWidth()).isEqualTo(2 * figure.width());
            assertThat(image.getHeight()).isEqualTo(2 * figure.height());
            assertThat(Pictures.count(LSTM, image)).as("validation").isGreaterThan(100);
            assertThat(Pictures.count(Look.INK, image)).as("title and ring").isGreaterThan(300);
            assertThat(Pictures.count(Look.GRID, image)).as("grid").isGreaterThan(1000);
        }
    }

    @Test
    void givenTheEpochThatWasKept_whenTheCurvesArePainted_thenTheDescriptionNamesIt() {
        // given
        RunRecord run = SampleReports.run(SampleReports.CNN_REFERENCE);

        // when
        Figure accuracy = LearningCurves.accuracy(run);
        Figure loss = LearningCurves.loss(run);

        // then
        assertThat(accuracy.fileName()).isEqualTo("cnn-reference_accuracy.png");
        assertThat(accuracy.description())
                .isEqualTo("Training and validation accuracy of cnn-reference over 20 epochs; the epoch kept is"
                        + " number 19, with a validation accuracy of 99.15 %.");
        assertThat(loss.fileName()).isEqualTo("cnn-reference_loss.png");
        assertThat(loss.description()).contains("number 19, with a validation loss of 0.0298");
    }

    @Test
    void givenAccuraciesThatDifferByLessThanHalfAPercent_whenCompared_thenTheyAreFarApart() throws IOException {
        // given
        Report report = SampleReports.of(SampleReports.CNN, SampleReports.LSTM);

        // when
        BufferedImage image = Pictures.decode(ComparisonFigure.of(report).png());

        // then
        int half = image.getWidth() / 2;
        double cnn = Pictures.columnsOf(CNN, image, 0, half).average().orElseThrow();
        double lstm = Pictures.columnsOf(LSTM, image, 0, half).average().orElseThrow();
        assertThat(cnn - lstm).isGreaterThan(half / 4.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 6})
    void givenSomeModels_whenCompared_thenEachHasARow(int models) throws IOException {
        // given
        Sample[] samples = Stream.of(
                        SampleReports.CNN,
                        SampleReports.LSTM,
                        SampleReports.CNN_REFERENCE,
                        SampleReports.LSTM_REFERENCE,
                        SampleReports.LONG_NAME,
                        SampleReports.FAULTLESS)
                .limit(models)
                .toArray(Sample[]::new);

        // when
        Figure figure = ComparisonFigure.of(SampleReports.of(1_000, samples));
        BufferedImage image = Pictures.decode(figure.png());

        // then
        assertThat(image.getHeight()).isEqualTo(2 * (110 + 54 * models));
        for (Sample sample : samples) {
            assertThat(Pictures.count(Look.colourOf(sample.model()), image))
                    .as(sample.model())
                    .isGreaterThan(100);
            assertThat(figure.description()).contains(sample.model() + ": accuracy ");
        }
    }

    @Test
    void givenErrorsAmongManyRight_whenTheConfusionIsPainted_thenTheyStandOut() throws IOException {
        // given
        Evaluation evaluation =
                SampleReports.of(SampleReports.LSTM).entries().get(0).evaluation();

        // when
        Figure figure = ConfusionFigure.of(evaluation);
        BufferedImage image = Pictures.decode(figure.png());

        // then the most frequent error has the full colour, in a cell of about 110 by 105 pixels
        assertThat(figure.fileName()).isEqualTo("lstm_confusion.png");
        assertThat(figure.description())
                .isEqualTo("Confusion matrix of lstm: 85 of 10,000 test digits misread, most often 9 as 4, 9 times.");
        assertThat(Pictures.count(Look.WRONG, image)).isGreaterThan(8_000);
        assertThat(Pictures.count(Look.RIGHT, image)).as("the diagonal is pale").isZero();
    }

    @Test
    void givenNoErrors_whenTheConfusionIsPainted_thenNothingIsMarkedAsWrong() throws IOException {
        // given
        Evaluation evaluation =
                SampleReports.of(500, SampleReports.FAULTLESS).entries().get(0).evaluation();

        // when
        Figure figure = ConfusionFigure.of(evaluation);

        // then only the legend has the colour
        assertThat(figure.description()).isEqualTo("Confusion matrix of faultless: 0 of 500 test digits misread.");
        assertThat(Pictures.count(Look.WRONG, Pictures.decode(figure.png()))).isLessThan(1_000);
    }

    @Test
    void givenANameThatLeavesTheDirectory_whenAFigureIsMade_thenItIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LearningCurves.loss(SampleReports.run(new Sample("../up", 0.9, 1, 1, 1))))
                .withMessageContaining("../up_loss.png");
    }

    @Test
    void givenTheStudysModels_whenColoured_thenNoTwoAreAlike() {
        assertThat(Stream.of("cnn", "lstm", "cnn-reference", "lstm-reference").map(Look::colourOf))
                .doesNotHaveDuplicates();
    }

    @Test
    void givenTwoSetsOfDigits_whenSamplesArePainted_thenTheFirstTenOfEachClassHaveARowInEitherHalf()
            throws IOException {
        // given eleven digits of each class, and one of each but 9
        DigitSet many = squares(11 * DigitSet.CLASSES, 10);
        DigitSet few = squares(9, 9);

        // when
        Figure figure = SamplesFigure.of(List.of(new Samples("many", many), new Samples("few", few)));
        BufferedImage image = Pictures.decode(figure.png());

        // then each has 28 by 28 pixels, twice as many on sharp screens
        int half = image.getWidth() / 2;
        int square = 4 * DigitSet.PIXELS;
        assertThat(figure.description()).isEqualTo("Ten digits of each class. From left to right: many; few.");
        assertThat(Pictures.columnsOf(SQUARE, image, 0, half).count()).isEqualTo(100L * square);
        assertThat(Pictures.columnsOf(SQUARE, image, half, 2 * half).count()).isEqualTo(9L * square);
    }

    /** Digits that are all ink but for a shade, so that they are told from text; classes in turn. */
    private static DigitSet squares(int size, int classes) {
        byte[] image = new byte[DigitSet.PIXELS];
        Arrays.fill(image, (byte) (255 - SQUARE.getRed()));
        return DigitSet.generate(size, i -> i % classes, i -> image);
    }
}
