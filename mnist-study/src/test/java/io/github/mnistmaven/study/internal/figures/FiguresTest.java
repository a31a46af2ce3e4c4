package io.github.mnistmaven.study.internal.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.recipe.Augmentation;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.study.internal.text.ClassWords;
import io.github.mnistmaven.study.results.Results;
import io.github.mnistmaven.study.results.SampleResults;
import io.github.mnistmaven.study.results.SampleResults.Sample;
import io.github.mnistmaven.training.History;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {

    private static final Color CNN = ChartTheme.LIGHT.of("cnn");
    private static final Color LSTM = ChartTheme.LIGHT.of("lstm");
    private static final ClassWords DIGITS = new ClassWords(DigitSet.DIGIT_NAMES);
    private static final Color SQUARE = new Color(7, 7, 7);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 20, 30, 200})
    void givenAnyNumberOfEpochs_whenTheCurvesArePainted_thenTheyShowInTheColourOfTheModel(int epochs)
            throws IOException {
        // given
        History history = SampleResults.history(new Sample("lstm", 0.99, epochs, 1000, 1));

        for (Figure figure : List.of(
                LearningCurves.accuracy("lstm", history, DIGITS, Recipe.DEFAULT, ChartTheme.LIGHT),
                LearningCurves.loss("lstm", history, DIGITS, Recipe.DEFAULT, ChartTheme.LIGHT))) {
            // when
            BufferedImage image = Pictures.decode(figure.png());

            // then
            assertThat(image.getWidth()).isEqualTo(2 * figure.width());
            assertThat(image.getHeight()).isEqualTo(2 * figure.height());
            assertThat(Pictures.count(LSTM, image)).as("validation").isGreaterThan(100);
            assertThat(Pictures.count(ChartTheme.LIGHT.ink, image))
                    .as("title and ring")
                    .isGreaterThan(300);
            assertThat(Pictures.count(ChartTheme.LIGHT.grid, image)).as("grid").isGreaterThan(1000);
        }
    }

    @Test
    void givenTheBestEpoch_whenTheCurvesArePainted_thenTheDescriptionNamesIt() {
        // given
        History history = SampleResults.history(SampleResults.CNN_REFERENCE);

        // when
        Figure accuracy = LearningCurves.accuracy("cnn-reference", history, DIGITS, Recipe.DEFAULT, ChartTheme.LIGHT);
        Figure loss = LearningCurves.loss("cnn-reference", history, DIGITS, Recipe.DEFAULT, ChartTheme.LIGHT);

        // then
        assertThat(accuracy.fileName()).isEqualTo("cnn-reference_accuracy.png");
        assertThat(accuracy.description())
                .isEqualTo(
                        "Training and validation accuracy of cnn-reference over 20 epochs; the best epoch is"
                                + " number 19, with a validation accuracy of 99.15 %. Dashed: training digits, during training.");
        assertThat(loss.fileName()).isEqualTo("cnn-reference_loss.png");
        assertThat(loss.description()).contains("number 19, with a validation loss of 0.0298");
    }

    @Test
    void givenSmoothedLabelsAndAugmentation_whenTheCurvesArePainted_thenTheLossSaysBothAndTheAccuracyTheLatter() {
        // given
        History history = SampleResults.history(SampleResults.CNN_REFERENCE);
        Recipe recipe = Recipe.DEFAULT.withLabelSmoothing(0.1).withAugmentation(Augmentation.NONE.withShift(1));

        // when
        String accuracy = LearningCurves.accuracy("cnn", history, DIGITS, recipe, ChartTheme.LIGHT)
                .description();
        String loss = LearningCurves.loss("cnn", history, DIGITS, recipe, ChartTheme.LIGHT)
                .description();

        // then
        assertThat(accuracy).endsWith("Dashed: training digits, augmented, during training.");
        assertThat(loss).endsWith("Dashed: training digits, augmented, labels smoothed.");
    }

    @Test
    void givenAccuraciesThatDifferByLessThanHalfAPercent_whenCompared_thenTheyAreFarApart() throws IOException {
        // given
        Results results = SampleResults.of(SampleResults.CNN, SampleResults.LSTM);

        // when
        BufferedImage image =
                Pictures.decode(ComparisonFigure.of(results, ChartTheme.LIGHT).png());

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
                        SampleResults.CNN,
                        SampleResults.LSTM,
                        SampleResults.CNN_REFERENCE,
                        SampleResults.LSTM_REFERENCE,
                        SampleResults.LONG_NAME,
                        SampleResults.FAULTLESS)
                .limit(models)
                .toArray(Sample[]::new);

        // when
        Figure figure = ComparisonFigure.of(SampleResults.of(1_000, samples), ChartTheme.LIGHT);
        BufferedImage image = Pictures.decode(figure.png());

        // then
        assertThat(image.getHeight()).isEqualTo(2 * (110 + 54 * models));
        for (Sample sample : samples) {
            assertThat(Pictures.count(ChartTheme.LIGHT.of(sample.model()), image))
                    .as(sample.model())
                    .isGreaterThan(100);
            assertThat(figure.description()).contains(sample.model() + ": accuracy ");
        }
    }

    @Test
    void givenErrorsAmongManyRight_whenTheConfusionIsPainted_thenTheyStandOut() throws IOException {
        // given
        Evaluation evaluation =
                SampleResults.of(SampleResults.LSTM).models().get(0).evaluation();

        // when
        Figure figure = ConfusionFigure.of(evaluation, DIGITS, ChartTheme.LIGHT);
        BufferedImage image = Pictures.decode(figure.png());

        // then the most frequent error has the full colour, in a cell of about 110 by 105 pixels
        assertThat(figure.fileName()).isEqualTo("lstm_confusion.png");
        assertThat(figure.description())
                .isEqualTo(
                        "Confusion matrix of lstm: 85 of 10,000 test digits misclassified, most often 9 as 4, 9 times.");
        assertThat(Pictures.count(ChartTheme.LIGHT.incorrect, image)).isGreaterThan(8_000);
        assertThat(Pictures.count(ChartTheme.LIGHT.correct, image))
                .as("the diagonal is pale")
                .isZero();
    }

    @Test
    void givenNoErrors_whenTheConfusionIsPainted_thenNothingIsMarkedAsWrong() throws IOException {
        // given
        Evaluation evaluation =
                SampleResults.of(500, SampleResults.FAULTLESS).models().get(0).evaluation();

        // when
        Figure figure = ConfusionFigure.of(evaluation, DIGITS, ChartTheme.LIGHT);

        // then only the legend has the colour
        assertThat(figure.description())
                .isEqualTo("Confusion matrix of faultless: 0 of 500 test digits misclassified.");
        assertThat(Pictures.count(ChartTheme.LIGHT.incorrect, Pictures.decode(figure.png())))
                .isLessThan(1_000);
    }

    @Test
    void givenNamesOfClasses_whenTheConfusionIsPainted_thenTheyStandBesideCellsAsLargeAsThoseOfDigits()
            throws IOException {
        // given
        Evaluation evaluation =
                SampleResults.of(SampleResults.LSTM).models().get(0).evaluation();
        BufferedImage digits = Pictures.decode(
                ConfusionFigure.of(evaluation, DIGITS, ChartTheme.LIGHT).png());

        // when
        Figure figure = ConfusionFigure.of(evaluation, new ClassWords(SampleResults.GARMENTS), ChartTheme.LIGHT);
        BufferedImage garments = Pictures.decode(figure.png());

        // then
        assertThat(figure.description())
                .isEqualTo("Confusion matrix of lstm: 85 of 10,000 test images misclassified, most often ankle boot as"
                        + " coat, 9 times.");
        assertThat(Pictures.count(ChartTheme.LIGHT.incorrect, garments)
                        / (double) Pictures.count(ChartTheme.LIGHT.incorrect, digits))
                .isBetween(0.9, 1.1);
        assertThat(Pictures.count(ChartTheme.LIGHT.faintInk, garments))
                .as("names take more ink than digits")
                .isGreaterThan(3 * Pictures.count(ChartTheme.LIGHT.faintInk, digits) / 2);
    }

    @Test
    void givenNamesOfAnyLength_whenTheConfusionIsPainted_thenNoneRunsIntoTheTitleOfTheAxis() throws IOException {
        // given
        Evaluation evaluation =
                SampleResults.of(100, SampleResults.FAULTLESS).models().get(0).evaluation();

        for (int length : new int[] {1, 2, 3, 40}) {
            ClassWords words = new ClassWords(IntStream.range(0, 10)
                    .mapToObj(i -> "W".repeat(length - 1) + (char) ('A' + i))
                    .toList());

            // when
            BufferedImage image = Pictures.decode(
                    ConfusionFigure.of(evaluation, words, ChartTheme.LIGHT).png());

            // then the margin at the left is empty, and a strip of paper is between the title and the names
            assertThat(image.getWidth()).isGreaterThan(2 * 640);
            assertThat(emptyColumns(image, 0, 100))
                    .as("length %d", length)
                    .contains(0, 20)
                    .hasSizeGreaterThan(30);
            assertThat(firstGapAfterInk(image)).as("length %d", length).isLessThan(60);
        }
    }

    /** Columns of paper alone. */
    private static List<Integer> emptyColumns(BufferedImage image, int from, int to) {
        return IntStream.range(from, to)
                .filter(x -> Pictures.columnsOf(ChartTheme.LIGHT.paper, image, x, x + 1)
                                .count()
                        == image.getHeight())
                .boxed()
                .toList();
    }

    /** The first empty column to the right of the title of the axis, which is the leftmost ink. */
    private static int firstGapAfterInk(BufferedImage image) {
        List<Integer> empty = emptyColumns(image, 0, image.getWidth());
        int ink = IntStream.range(0, image.getWidth())
                .filter(x -> !empty.contains(x))
                .findFirst()
                .orElseThrow();
        return empty.stream().filter(x -> x > ink).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void givenATheme_whenAllFiguresArePainted_thenNothingHasTheColoursOfTheOther(ChartTheme theme) throws IOException {
        // given
        Results results =
                SampleResults.of(SampleResults.digits(500).withClassNames(SampleResults.GARMENTS), SampleResults.CNN);
        ChartTheme other = theme == ChartTheme.LIGHT ? ChartTheme.DARK : ChartTheme.LIGHT;

        // when
        List<RenderedFigure> figures = Figures.of(results, theme);

        // then
        assertThat(figures.stream().map(RenderedFigure::file)).containsExactlyElementsOf(Figures.files(results));
        for (RenderedFigure figure : figures) {
            BufferedImage image = Pictures.decode(figure.png());
            assertThat(new Color(image.getRGB(0, 0))).as(figure.fileName()).isEqualTo(theme.paper);
            assertThat(Pictures.count(theme.ink, image)).as(figure.fileName()).isGreaterThan(100);
            for (Color colour : List.of(other.ink, other.faintInk, other.grid, other.paper, other.of("cnn"))) {
                assertThat(Pictures.count(colour, image)).as(figure.fileName()).isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cnn", "lstm", "cnn-reference", "lstm-reference", "a", "b", "c", "d", "e"})
    void givenADarkPage_thenEachModelStandsOutFromIt(String model) {
        // a ratio of 3 is what the Web Content Accessibility Guidelines 2.2 ask of graphics (1.4.11)
        assertThat(contrast(ChartTheme.DARK.of(model), ChartTheme.DARK.paper)).isGreaterThan(3);
    }

    private static double contrast(Color lighter, Color darker) {
        return (luminance(lighter) + 0.05) / (luminance(darker) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    @Test
    void givenADigit_whenPictured_thenItIsDarkInkOnWhitePaper() {
        // given
        byte[] pixels = new byte[784];
        pixels[28 + 2] = (byte) 255;

        // when
        BufferedImage image = DigitPicture.image(pixels);

        // then
        assertThat(image.getRaster().getSample(2, 1, 0)).isZero();
        assertThat(image.getRaster().getSample(1, 2, 0)).isEqualTo(255);
    }

    @Test
    void givenANameThatLeavesTheDirectory_whenAFigureIsMade_thenItIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Figure("../up_loss.png", "", 1, 1, graphics -> {}))
                .withMessageContaining("../up_loss.png");
    }

    @Test
    void givenTheStudysModels_whenColoured_thenNoTwoAreAlike() {
        assertThat(Stream.of("cnn", "lstm", "cnn-reference", "lstm-reference").map(ChartTheme.LIGHT::of))
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
