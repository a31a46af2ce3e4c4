package io.github.mnistmaven.study.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.evaluation.Predictions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StudyStatisticsTest {

    private static final double MARGIN = 0.001;

    /** Three seeds, eight images; each seed errs twice. */
    private static final Cell X = Runs.cell("x", "11011011", "10011111", "11011110");

    /** Two seeds, the second of which errs once. */
    private static final Cell Y = Runs.cell("y", "11111111", "01111111");

    @Test
    void givenACell_whenSummarized_thenMeanDeviationMinimumAndMaximumAreThoseOfTheSeeds() {
        // given accuracies of 1 and 7/8, and training times of 10.1 s and 10.2 s

        // when
        CellSummary summary = CellSummary.of(Y);

        // then
        assertThat(summary.seeds()).isEqualTo(2);
        assertThat(summary.images()).isEqualTo(8);
        assertThat(summary.accuracy().mean()).isEqualTo(0.9375);
        assertThat(summary.accuracy().standardDeviation().orElseThrow()).isCloseTo(0.125 / Math.sqrt(2), within(1e-12));
        assertThat(summary.accuracy().minimum()).isEqualTo(0.875);
        assertThat(summary.accuracy().maximum()).isEqualTo(1);
        assertThat(summary.trainingSeconds().mean()).isCloseTo(10.15, within(1e-9));
        assertThat(summary.loss().mean()).isCloseTo((-15 * Math.log(0.9) - Math.log(0.1)) / 16, within(1e-6));
        assertThat(summary.brierScore().mean()).isCloseTo((15 * 0.02 + 2 * 0.81) / 16, within(1e-6));
    }

    @Test
    void givenTrainingTimes_whenSummarized_thenTheirIntervalIsStudents() {
        // given 10.1, 10.2 and 10.3 s: scipy.stats.t.interval(.95, 2, loc=10.2, scale=.1 / sqrt(3))
        ConfidenceInterval interval =
                CellSummary.of(X).trainingSeconds().interval().orElseThrow();

        // when + then
        assertThat(interval.lower()).isCloseTo(9.951586228824967, within(1e-9));
        assertThat(interval.upper()).isCloseTo(10.448413771175032, within(1e-9));
        assertThat(interval.method()).isEqualTo(IntervalMethod.SEEDS_ONLY);
    }

    /**
     * By statsmodels 0.15 and SciPy 1.17: A is the mean square of the seeds over S N, R that of the residuals, by
     * {@code anova_lm(ols('v ~ C(s) + C(i)', ...).fit())} for each cell; B is
     * {@code max(var(d, ddof=1) / 8 - R, R - A, 0) + 1 / 64}, d being the differences of the image means.
     */
    @Test
    void givenTwoCells_whenCompared_thenTheVarianceComponentsAreThoseOfAnAnalysisOfVariance() {
        // when
        CellComparison pair = StudyStatistics.of(List.of(X, Y), MARGIN).pairs().get(0);

        // then
        Difference difference = pair.accuracy();
        assertThat(difference.value()).isCloseTo(-0.1875, within(1e-12));
        assertThat(difference.error().seedVariance()).isCloseTo(0.00390625, within(1e-12));
        assertThat(difference.error().imageVariance()).isCloseTo(0.029017857142857147, within(1e-12));
        assertThat(difference.error().degreesOfFreedom()).isCloseTo(1, within(1e-9));
        assertThat(difference.interval().halfWidth()).isCloseTo(0.5869802130037168, within(1e-9));
        assertThat(difference.probabilityAbove(0)).isCloseTo(0.17168100066734493, within(1e-8));
        assertThat(difference.probabilityAbove(-0.1)).isCloseTo(0.3217689927099107, within(1e-8));
        assertThat(difference.probabilityAbove(0.1)).isCloseTo(0.09055029954347334, within(1e-8));
    }

    @Test
    void givenSeedsThatErrEquallyOften_whenSummarized_thenTheIntervalIsNotAPoint() {
        // given three seeds with the same accuracy, whose mistakes are partly on other images
        SamplingError error = X.scores(Metric.ACCURACY).samplingError();

        // when + then
        assertThat(error.seedVariance()).isCloseTo(0, within(1e-30));
        assertThat(error.imageVariance()).isCloseTo(0.008928571428571432, within(1e-12));
        assertThat(Runs.cell("z", "1100", "0011")
                        .scores(Metric.ACCURACY)
                        .samplingError()
                        .standardError())
                .isPositive();
    }

    @Test
    void givenOneSeed_whenSummarized_thenTheAccuracysIntervalIsWilsons() {
        // given 991 of 1,000: statsmodels' proportion_confint(991, 1000, method='wilson'), but for N - 1 in a variance
        Cell cell = new Cell("cnn", List.of(Runs.of(1, 1000, image -> image >= 9)));

        // when
        ConfidenceInterval interval = CellSummary.of(cell).accuracy().interval().orElseThrow();

        // then
        assertThat(interval.lower()).isCloseTo(0.982984183834662, within(1e-5));
        assertThat(interval.upper()).isCloseTo(0.9952579393325229, within(1e-5));
        assertThat(interval.method()).isEqualTo(IntervalMethod.IMAGES_ONLY);
        assertThat(CellSummary.of(cell).accuracy().standardDeviation()).isEmpty();
        assertThat(CellSummary.of(cell).trainingSeconds().interval()).isEmpty();
    }

    @Test
    void givenNoMistakeAtAll_whenSummarized_thenTheIntervalStillLeavesRoomForSome() {
        // given
        Cell perfect = Runs.cell("perfect", "1".repeat(100), "1".repeat(100));

        // when
        ConfidenceInterval interval =
                CellSummary.of(perfect).accuracy().interval().orElseThrow();

        // then as many images without a mistake as there are, counted once: 100 / (100 + 1.96^2)
        assertThat(interval.upper()).isEqualTo(1);
        assertThat(interval.lower()).isCloseTo(100 / (100 + 3.841458820694124), within(1e-9));
    }

    @Test
    void givenALargeDifference_whenCompared_thenTheBetterCellIsMoreAccurate() {
        // given
        Cell good = drawn("good", 4, 3.0, 0, 1);
        Cell poor = drawn("poor", 4, 1.5, 0, 2);

        // when
        CellComparison pair =
                StudyStatistics.of(List.of(good, poor), MARGIN).pairs().get(0);
        CellComparison swapped =
                StudyStatistics.of(List.of(poor, good), MARGIN).pairs().get(0);

        // then
        assertThat(pair.decision()).isEqualTo(Decision.FIRST_IS_MORE_ACCURATE);
        assertThat(pair.sentence()).isEqualTo("good is more accurate than poor");
        assertThat(pair.probabilityFirstIsBetter()).isGreaterThan(0.975);
        assertThat(pair.moreSeeds()).hasValue(0);
        assertThat(swapped.decision()).isEqualTo(Decision.SECOND_IS_MORE_ACCURATE);
        assertThat(swapped.sentence()).isEqualTo("good is more accurate than poor");
        assertThat(swapped.accuracyAsSaid().value())
                .isCloseTo(pair.accuracy().value(), within(1e-12))
                .isPositive();
        assertThat(swapped.accuracy().value()).isEqualTo(-pair.accuracy().value());
        assertThat(swapped.probabilitySecondIsBetter()).isCloseTo(pair.probabilityFirstIsBetter(), within(1e-9));
        assertThat(swapped.adjustedPValue()).isCloseTo(pair.adjustedPValue(), within(1e-12));
    }

    @Test
    void givenCellsThatErrOnTheSameImages_whenCompared_thenTheyArePracticallyEquivalent() {
        // given 10,000 images, of which the two cells disagree about 2
        Cell one = cell("one", 10_000, 3, (seed, image) -> image % 100 != 0);
        Cell other = cell("other", 10_000, 3, (seed, image) -> image % 100 != 0 && image != 1 && image != 2);

        // when
        CellComparison pair =
                StudyStatistics.of(List.of(one, other), MARGIN).pairs().get(0);

        // then
        assertThat(pair.decision()).isEqualTo(Decision.PRACTICALLY_EQUIVALENT);
        assertThat(pair.sentence()).isEqualTo("one and other are practically equivalent");
        assertThat(pair.probabilityOfEquivalence()).isGreaterThan(0.95);
    }

    @Test
    void givenTooFewSeeds_whenCompared_thenTheSentenceSaysHowManyMoreWouldDecide() {
        // given a difference of 0.005 and seeds that vary by about as much, on images that leave no doubt
        Cell one = cell("one", 10_000, 3, (seed, image) -> image >= 100 + 30 * seed);
        Cell other = cell("other", 10_000, 3, (seed, image) -> image >= 150 + 30 * seed);

        // when
        CellComparison pair =
                StudyStatistics.of(List.of(one, other), MARGIN).pairs().get(0);

        // then
        assertThat(pair.decision()).isEqualTo(Decision.UNDECIDED);
        int more = pair.moreSeeds().orElseThrow();
        assertThat(more).isBetween(3, 40);
        assertThat(pair.sentence())
                .isEqualTo("undecided between one and other: about %d more seeds would decide it".formatted(more));
    }

    @Test
    void givenTooFewImages_whenCompared_thenTheSentenceDoesNotPromiseThatSeedsWouldHelp() {
        // given two cells without any difference between seeds, on 20 images
        Cell one = cell("one", 20, 3, (seed, image) -> image != 0);
        Cell other = cell("other", 20, 3, (seed, image) -> image != 1 && image != 2);

        // when
        CellComparison pair =
                StudyStatistics.of(List.of(one, other), MARGIN).pairs().get(0);

        // then
        assertThat(pair.moreSeeds()).isEmpty();
        assertThat(pair.sentence())
                .isEqualTo("undecided between one and other: more seeds would not decide it, more test images might");
    }

    @Test
    void givenADifferenceThatIsSignificantButPerhapsSmall_whenCompared_thenTheSentenceSaysBoth() {
        // given 10,000 images of which 15 are classified correctly by one cell alone
        Cell one = cell("one", 10_000, 3, (seed, image) -> image >= 100);
        Cell other = cell("other", 10_000, 3, (seed, image) -> image >= 115);

        // when
        CellComparison pair =
                StudyStatistics.of(List.of(other, one), MARGIN).pairs().get(0);

        // then
        assertThat(pair.isSignificant()).isTrue();
        assertThat(pair.decision()).isEqualTo(Decision.UNDECIDED);
        assertThat(pair.sentence())
                .startsWith("one is more accurate than other, but it is undecided whether by more than 0.001: ");
        assertThat(pair.accuracyAsSaid().value()).isPositive();
        assertThat(StudyStatistics.of(List.of(other, one), 0).pairs().get(0).decision())
                .isEqualTo(Decision.SECOND_IS_MORE_ACCURATE);
    }

    @Test
    void givenSingleRuns_whenCompared_thenMcNemarsTestIsThereAndNothingIsDecided() {
        // given
        Cell good = Runs.cell("good", "1".repeat(100));
        Cell poor = Runs.cell("poor", "0".repeat(50) + "1".repeat(50));

        // when
        CellComparison pair =
                StudyStatistics.of(List.of(good, poor), MARGIN).pairs().get(0);

        // then
        assertThat(pair.mcNemar().orElseThrow().onlyFirstCorrect()).isEqualTo(50);
        assertThat(pair.decision()).isEqualTo(Decision.UNDECIDED);
        assertThat(pair.moreSeeds()).isEmpty();
        assertThat(pair.sentence())
                .isEqualTo(
                        "undecided between good and poor: a single seed does not show how much results vary with the seed; train at least 2 of each");
        assertThat(pair.accuracy().interval().method()).isEqualTo(IntervalMethod.IMAGES_ONLY);
    }

    @Test
    void givenAStudy_whenShown_thenThereIsALineForEachCellAndEachPair() {
        // given by statsmodels: proportion_confint(15.75, 21, method='wilson'), as images decide for x, and for y,
        // where two seeds do,
        // proportion_confint(0.9375 * 15, 15, alpha=2 * norm.sf(12.7062), method='wilson')

        // when
        String text = StudyStatistics.of(List.of(X, Y), MARGIN).toString();

        // then
        assertThat(text.split("\n"))
                .containsExactly(
                        "x: accuracy 0.7500 (0.5367 to 0.8860), standard deviation 0.000, minimum 0.7500",
                        "y: accuracy 0.9375 (0.07474 to 0.9996), standard deviation 0.08839, minimum 0.8750",
                        "undecided between x and y: more seeds would not decide it, more test images might (difference -0.1875, -0.7745 to 0.3995, p = 0.34)");
        assertThat(CellSummary.of(Runs.cell("z", "11")).trainingSeconds()).hasToString("10.10");
    }

    @Test
    void givenManyPairs_whenCompared_thenPValuesAreHolms() {
        // given statsmodels' multipletests([.01, .04, .03, .005, .5], method='holm')

        // when + then
        assertThat(Holm.adjusted(new double[] {0.01, 0.04, 0.03, 0.005, 0.5}))
                .containsExactly(new double[] {0.04, 0.09, 0.09, 0.025, 0.5}, within(1e-12));
        assertThat(Holm.adjusted(new double[0])).isEmpty();
    }

    @Test
    void givenThreeCells_whenCompared_thenThePairsComeInOrderAndAreAdjustedTogether() {
        // given
        List<Cell> cells =
                List.of(drawn("a", 3, 2.4, 0.05, 5), drawn("b", 3, 2.2, 0.05, 6), drawn("c", 3, 2.1, 0.05, 7));

        // when
        List<CellComparison> pairs = StudyStatistics.of(cells, MARGIN).pairs();

        // then
        assertThat(pairs).extracting(pair -> pair.first() + pair.second()).containsExactly("ab", "ac", "bc");
        double[] alone =
                pairs.stream().mapToDouble(pair -> pair.accuracy().pValue()).toArray();
        assertThat(pairs.stream().mapToDouble(CellComparison::adjustedPValue).toArray())
                .containsExactly(Holm.adjusted(alone), within(1e-12));
    }

    @Test
    void givenAnyStudy_whenSeedsAndImagesAreReordered_thenNothingChanges() {
        for (int trial = 0; trial < 30; trial++) {
            // given
            SplittableRandom random = new SplittableRandom(trial);
            int images = random.nextInt(2, 60);
            int seeds = random.nextInt(1, 5);
            List<String> one = marks(seeds, images, random);
            List<String> other = marks(seeds, images, random);
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, images).boxed().toList());
            Collections.shuffle(order, new Random(trial));

            // when
            CellComparison pair = compare(one, other);
            CellComparison reordered = compare(reordered(one, order), reordered(other, order));

            // then
            assertThat(reordered.accuracy().value()).isCloseTo(pair.accuracy().value(), within(1e-12));
            assertThat(reordered.accuracy().interval().upper())
                    .isCloseTo(pair.accuracy().interval().upper(), within(1e-9));
            assertThat(reordered.decision()).isEqualTo(pair.decision());
            assertThat(pair.probabilityFirstIsBetter()
                            + pair.probabilitySecondIsBetter()
                            + pair.probabilityOfEquivalence())
                    .isCloseTo(1, within(1e-9));
            assertThat(pair.sentence()).startsWith(pair.decision() == Decision.UNDECIDED ? "undecided" : "");
        }
    }

    /** A small version of the simulation in mnist-benchmarks. */
    @Test
    void givenStudiesWhoseTruthIsKnown_whenTheyAreJudged_thenIntervalsContainItAboutAsOftenAsTheySay() {
        // given equally accurate cells: of 0.96406, as a normal deviate of variance 1 + 0.15^2 about 1.82 is above 0
        double truth = 0.96406;
        int studies = 400;
        int meansInside = 0;
        int differencesInside = 0;
        for (int study = 0; study < studies; study++) {
            SplittableRandom random = new SplittableRandom(study);
            double[] hardness = Runs.deviates(400, random);
            Cell one = Runs.drawn("one", 3, hardness, 1.82, 0.15, random);
            Cell other = Runs.drawn("other", 3, hardness, 1.82, 0.15, random);

            // when
            StudyStatistics statistics = StudyStatistics.of(List.of(one, other), MARGIN);

            // then
            meansInside += statistics
                            .cells()
                            .get(0)
                            .accuracy()
                            .interval()
                            .orElseThrow()
                            .contains(truth)
                    ? 1
                    : 0;
            differencesInside += statistics.pairs().get(0).accuracy().interval().contains(0) ? 1 : 0;
        }
        assertThat((double) meansInside / studies).isBetween(0.925, 0.99);
        assertThat((double) differencesInside / studies).isBetween(0.925, 0.99);
    }

    @Test
    void givenAsManyCellsAsAStudyMayHave_whenCompared_thenTheyFitIntoTheTestsMemory() {
        // given 20 cells of 10 seeds, 10,000 images; this module's tests get 300 MB
        List<Cell> cells = IntStream.range(0, 20)
                .mapToObj(i ->
                        cell("cell-" + i, 10_000, 10, (seed, image) -> (image * 31L + seed * 7L + i * 13L) % 101 != 0))
                .toList();

        // when
        StudyStatistics statistics = StudyStatistics.of(cells, MARGIN);

        // then
        assertThat(statistics.cells()).hasSize(20);
        assertThat(statistics.pairs()).hasSize(190);
        assertThat(Agreement.of(cells).misclassified()).isNotEmpty();
    }

    @Test
    void givenCellsThatDoNotBelongTogether_whenCompared_thenTheMessageNamesThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StudyStatistics.of(List.of(), MARGIN))
                .withMessageContaining("no cells");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StudyStatistics.of(List.of(X, X), MARGIN))
                .withMessageContaining("'x' appears twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StudyStatistics.of(List.of(X, Runs.cell("small", "11")), MARGIN))
                .withMessageContaining("'x' was evaluated on 8 images")
                .withMessageContaining("'small' on 2 images");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StudyStatistics.of(List.of(X), -0.1))
                .withMessageContaining("margin is -0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cell("cnn", List.of()))
                .withMessageContaining("'cnn' has no runs");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cell("cnn", List.of(Runs.of(7, "11"), Runs.of(7, "10"))))
                .withMessageContaining("'cnn' has the seed 7 twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cell("cnn", List.of(Runs.of(1, "11"), Runs.of(2, "101"))))
                .withMessageContaining("seed 1 was evaluated on 2 images")
                .withMessageContaining("seed 2 on 3 images");
    }

    @Test
    void givenLogProbabilities_whenARunIsMade_thenItsScoresFollowFromThem() {
        // given a model that gives its prediction 0.91 and the other classes 0.01
        DigitSet test = Predictions.digits(3, 4);
        float[] logProbabilities = new float[20];
        Arrays.fill(logProbabilities, (float) Math.log(0.01));
        logProbabilities[3] = (float) Math.log(0.91);
        logProbabilities[10 + 9] = (float) Math.log(0.91);

        // when
        RunPredictions run = RunPredictions.of(5, Duration.ofSeconds(8), test, logProbabilities);

        // then
        assertThat(run.isCorrect(0)).isTrue();
        assertThat(run.prediction(1)).isEqualTo(9);
        assertThat(run.confidence(1)).isCloseTo(0.91, within(1e-6));
        assertThat(run.score(Metric.LOSS, 0)).isCloseTo(-Math.log(0.91), within(1e-6));
        assertThat(run.score(Metric.BRIER_SCORE, 0)).isCloseTo(0.09 * 0.09 + 9 * 0.0001, within(1e-6));
        assertThat(run.score(Metric.BRIER_SCORE, 1)).isCloseTo(0.91 * 0.91 + 0.99 * 0.99 + 8 * 0.0001, within(1e-6));
        assertThat(run.testFingerprint()).isEqualTo(test.fingerprint());
    }

    @Test
    void givenValuesThatNoRunHas_whenARunIsMade_thenTheMessageNamesSeedAndImage() {
        byte[] label = {3};
        float[] half = {0.5f};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(label, new byte[] {10}, half, half, half))
                .withMessage("the prediction of image number 0 in the run of seed 5 is 10; it must be 0 to 9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(label, label, new float[] {Float.NaN}, half, half))
                .withMessageContaining("the confidence of image number 0 in the run of seed 5 is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(label, label, half, new float[] {-1}, half))
                .withMessageContaining("the log loss of image number 0 in the run of seed 5 is -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(label, label, half, half, new float[] {3}))
                .withMessageContaining("the Brier score of image number 0 in the run of seed 5 is 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(label, new byte[2], half, half, half))
                .withMessage("the run of seed 5 has 2 predictions for 1 test images");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(new byte[0], new byte[0], half, half, half))
                .withMessageContaining("no test images");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunPredictions.of(5, Duration.ofSeconds(-1), Predictions.digits(1), new float[10]))
                .withMessageContaining("training time of seed 5 is -1.0 s");
    }

    private static RunPredictions run(
            byte[] labels, byte[] predictions, float[] confidences, float[] logLosses, float[] brierScores) {
        return RunPredictions.of(
                5, Duration.ZERO, "fingerprint", labels, predictions, confidences, logLosses, brierScores);
    }

    private interface Correctness {
        boolean of(int seed, int image);
    }

    private static Cell cell(String name, int images, int seeds, Correctness isCorrect) {
        return new Cell(
                name,
                IntStream.range(0, seeds)
                        .mapToObj(seed -> Runs.of(seed + 1L, images, image -> isCorrect.of(seed, image)))
                        .toList());
    }

    private static Cell drawn(String name, int seeds, double meanMargin, double seedDeviation, long randomSeed) {
        double[] hardness = Runs.deviates(2_000, new SplittableRandom(99));
        return Runs.drawn(name, seeds, hardness, meanMargin, seedDeviation, new SplittableRandom(randomSeed));
    }

    private static List<String> marks(int seeds, int images, SplittableRandom random) {
        return IntStream.range(0, seeds)
                .mapToObj(seed -> {
                    StringBuilder marks = new StringBuilder();
                    for (int i = 0; i < images; i++) {
                        marks.append(random.nextInt(4) == 0 ? '0' : '1');
                    }
                    return marks.toString();
                })
                .toList();
    }

    private static List<String> reordered(List<String> marks, List<Integer> order) {
        List<String> reordered = new ArrayList<>();
        for (String run : marks) {
            StringBuilder text = new StringBuilder();
            order.forEach(i -> text.append(run.charAt(i)));
            reordered.add(0, text.toString());
        }
        return reordered;
    }

    private static CellComparison compare(List<String> one, List<String> other) {
        return StudyStatistics.of(
                        List.of(
                                Runs.cell("one", one.toArray(String[]::new)),
                                Runs.cell("other", other.toArray(String[]::new))),
                        MARGIN)
                .pairs()
                .get(0);
    }

    @Test
    void givenTheSameSeedsBeforeAndAfterAChange_whenPairedBySeed_thenOnlyTheirDifferencesCount() {
        // given
        Cell before = Runs.cell("before", "1111", "1011", "0000");
        Cell after = Runs.cell("after", "1110", "1000");

        // when
        Difference difference = Difference.inAccuracyBySeed(after, before);

        // then: -1/4 from seed 1, -2/4 from seed 2; seed 3 is in one of them only
        assertThat(difference.value()).isCloseTo(-0.375, within(1e-12));
        assertThat(difference.error().seeds()).singleElement().satisfies(seeds -> {
            assertThat(seeds.count()).isEqualTo(2);
            assertThat(seeds.variance()).isCloseTo(0.03125, within(1e-12));
        });
    }

    @Test
    void givenCellsThatCannotBePaired_whenCompared_thenTheMessageSaysWhy() {
        Cell cell = Runs.cell("before", "1111");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Difference.inAccuracyBySeed(cell, new Cell("after", List.of(Runs.of(7, "1111")))))
                .withMessage("the cells 'before' and 'after' have no seed in common");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Difference.inAccuracy(cell, Runs.cell("after", "11111")))
                .withMessageContaining("'before' was evaluated on 4 images")
                .withMessageContaining("'after' on 5 images");
    }
}
