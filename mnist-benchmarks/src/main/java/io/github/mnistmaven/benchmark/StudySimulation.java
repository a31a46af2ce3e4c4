package io.github.mnistmaven.benchmark;

import io.github.mnistmaven.internal.random.SplitMix64;
import io.github.mnistmaven.study.statistics.Calibration;
import io.github.mnistmaven.study.statistics.Cell;
import io.github.mnistmaven.study.statistics.CellComparison;
import io.github.mnistmaven.study.statistics.CellSummary;
import io.github.mnistmaven.study.statistics.Decision;
import io.github.mnistmaven.study.statistics.MetricSummary;
import io.github.mnistmaven.study.statistics.StudyStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * How often the statistics of a study are right, where the truth is known: draws synthetic studies and prints the share of the
 * 95 % intervals that contain the truth, and how often each decision is wrong. Needs no engine and no data.
 *
 * <p>A study has four networks: two equally accurate ones, one less accurate by just the margin of practical equivalence, and
 * one by three times that. It is drawn once, with the most seeds and images, and judged with fewer of them too.
 */
public final class StudySimulation {

    private static final double MARGIN = StudyStatistics.DEFAULT_MARGIN;
    private static final double LEVEL = 0.05;

    /** Of the simulation itself. */
    private static final long SEED = 1119;

    private static final List<Integer> SEEDS = List.of(1, 2, 3, 5, 10);
    private static final List<Integer> IMAGES = List.of(1_000, 10_000);
    private static final int MOST_SEEDS = 10;
    private static final int MOST_IMAGES = 10_000;

    /** The number of seeds from which it is predicted how many more would decide. */
    private static final int PREDICTED_FROM = 3;

    private static final List<String> COVERAGE = List.of(
            "accuracy",
            "log loss",
            "Brier score",
            "time",
            "ECE, calibrated",
            "ECE, underconfident",
            "difference, equal",
            "difference 0.003",
            "difference in log loss",
            "half-width of difference, in 0.001");

    private static final List<String> DECISIONS = List.of(
            "equal: more accurate",
            "equal: equivalent",
            "equal: p < 0.05",
            "0.001: more accurate",
            "0.003: wrong way",
            "0.003: equivalent",
            "0.003: more accurate",
            "any of 6 pairs wrong",
            "exact p < 0.05",
            "mid-p < 0.05",
            "decided as predicted");

    private final Scenario scenario;
    private final List<MarginModel> models;
    private final double[] calibrationErrors;
    private final double logLoss;
    private final double logLossDifference;
    private final double brierScore;
    private final Map<Size, Tally> tallies = new LinkedHashMap<>();

    /**
     * A kind of studies.
     *
     * @param accuracy of the better networks
     * @param name for the table
     * @param seedDeviation of the margin; about 0.024 of it is that of an accuracy of 0.991
     * @param imageShare see {@link MarginModel}
     * @param commonShare see {@link MarginModel}
     */
    private record Scenario(String name, double accuracy, double seedDeviation, double imageShare, double commonShare) {

        MarginModel model(double loss, double sharpness) {
            return new MarginModel(accuracy - loss, seedDeviation, imageShare, commonShare, sharpness);
        }
    }

    private static final List<Scenario> SCENARIOS = List.of(
            new Scenario("A: images decide, no seed is better than another", 0.991, 0, 0.9, 0.7),
            new Scenario("B: accuracies of seeds have a standard deviation of 0.0006", 0.991, 0.025, 0.75, 0.7),
            new Scenario("C: standard deviation 0.002", 0.991, 0.082, 0.75, 0.7),
            new Scenario("D: seeds decide, standard deviation 0.005", 0.991, 0.2, 0.75, 0.7),
            new Scenario("E: less accurate, 0.98; standard deviation 0.0012", 0.98, 0.025, 0.6, 0.7),
            new Scenario("F: much alike, no seed is better than another", 0.995, 0, 0.97, 0.97));

    private record Size(int seeds, int images) {}

    private StudySimulation(Scenario scenario) {
        this.scenario = scenario;
        this.models = List.of(
                scenario.model(0, 1), scenario.model(0, 0.6), scenario.model(MARGIN, 1), scenario.model(3 * MARGIN, 1));
        this.calibrationErrors = models.stream()
                .limit(2)
                .mapToDouble(model -> model.calibrationError(Calibration.DEFAULT_BINS))
                .toArray();
        MarginModel first = models.get(0);
        MarginModel second = models.get(1);
        this.logLoss = first.mean(first::logLoss);
        this.logLossDifference = logLoss - second.mean(second::logLoss);
        DoubleUnaryOperator brier = margin -> MarginModel.brierScore(first.probabilityOfTruth(margin));
        this.brierScore = first.mean(brier);
        for (int images : IMAGES) {
            for (int seeds : SEEDS) {
                tallies.put(new Size(seeds, images), new Tally());
            }
        }
    }

    /**
     * Runs it.
     *
     * @param args none; parameters are the system properties that the module's pom sets
     */
    public static void main(String[] args) {
        int studies = BenchmarkProperties.studies();
        for (int i = 0; i < SCENARIOS.size(); i++) {
            StudySimulation simulation = new StudySimulation(SCENARIOS.get(i));
            int number = i;
            IntStream.range(0, studies)
                    .parallel()
                    .forEach(study -> simulation.study(SplitMix64.of(SEED, number, study)));
            System.out.printf(Locale.ROOT, "%n%s (%,d studies)%n", simulation.scenario.name(), studies);
            simulation.print(COVERAGE);
            simulation.print(DECISIONS);
        }
    }

    private void print(List<String> columns) {
        System.out.printf("%n| seeds | images | %s |%n", String.join(" | ", columns));
        System.out.println("|" + "---|".repeat(columns.size() + 2));
        tallies.forEach((size, tally) -> System.out.printf(
                Locale.ROOT,
                "| %d | %,d | %s |%n",
                size.seeds(),
                size.images(),
                String.join(" | ", columns.stream().map(tally::mean).toList())));
    }

    private void study(SplitMix64 random) {
        double[] commonImages = MarginModel.images(MOST_IMAGES, random);
        List<List<SyntheticRun>> runs = models.stream()
                .map(model -> model.runs(MOST_SEEDS, commonImages, random))
                .toList();
        for (int images : IMAGES) {
            List<Cell> cells = IntStream.range(0, runs.size())
                    .mapToObj(i -> cell("cell-" + i, runs.get(i), images))
                    .toList();
            OptionalInt predicted = OptionalInt.empty();
            for (int seeds : SEEDS) {
                List<Cell> some = cells.stream()
                        .map(cell -> new Cell(cell.name(), cell.runs().subList(0, seeds)))
                        .toList();
                Tally tally = tallies.get(new Size(seeds, images));
                StudyStatistics statistics = StudyStatistics.of(some, MARGIN);
                judgeIntervals(some, statistics, tally);
                judgeDecisions(statistics.pairs(), tally);
                CellComparison open = statistics.pairs().get(2);
                if (seeds == PREDICTED_FROM) {
                    predicted = open.moreSeeds();
                } else if (seeds == MOST_SEEDS && isWithinReach(predicted)) {
                    tally.add("decided as predicted", open.decision() != Decision.UNDECIDED);
                }
            }
        }
    }

    private static boolean isWithinReach(OptionalInt predicted) {
        return predicted.isPresent() && predicted.getAsInt() > 0 && PREDICTED_FROM + predicted.getAsInt() <= MOST_SEEDS;
    }

    private static Cell cell(String name, List<SyntheticRun> runs, int images) {
        return new Cell(
                name,
                IntStream.range(0, runs.size())
                        .mapToObj(seed -> runs.get(seed).predictions(seed + 1L, images))
                        .toList());
    }

    private void judgeIntervals(List<Cell> cells, StudyStatistics statistics, Tally tally) {
        CellSummary first = statistics.cells().get(0);
        judge(tally, "accuracy", first.accuracy(), scenario.accuracy());
        judge(tally, "log loss", first.loss(), logLoss);
        judge(tally, "Brier score", first.brierScore(), brierScore);
        judge(tally, "time", first.trainingSeconds(), MarginModel.TIME_MEAN);
        for (int i = 0; i < calibrationErrors.length; i++) {
            Calibration calibration = Calibration.of(cells.get(i), Calibration.DEFAULT_BINS);
            tally.add(
                    i == 0 ? "ECE, calibrated" : "ECE, underconfident",
                    calibration.interval().contains(calibrationErrors[i]));
        }
        CellComparison equal = statistics.pairs().get(0);
        CellComparison different = statistics.pairs().get(2);
        tally.add("difference, equal", equal.accuracy().interval().contains(0));
        tally.add("difference 0.003", different.accuracy().interval().contains(3 * MARGIN));
        tally.add("difference in log loss", equal.loss().interval().contains(logLossDifference));
        tally.add(
                "half-width of difference, in 0.001",
                equal.accuracy().interval().halfWidth() * 1000);
    }

    private static void judge(Tally tally, String what, MetricSummary summary, double truth) {
        summary.interval().ifPresent(interval -> tally.add(what, interval.contains(truth)));
    }

    /** Pairs of the cells 0 and 1, 0 and 2, 0 and 3, 1 and 2, 1 and 3, 2 and 3. */
    private static void judgeDecisions(List<CellComparison> pairs, Tally tally) {
        CellComparison equal = pairs.get(0);
        CellComparison atMargin = pairs.get(1);
        CellComparison different = pairs.get(2);
        tally.add("equal: more accurate", isMoreAccurate(equal));
        tally.add("equal: equivalent", equal.decision() == Decision.PRACTICALLY_EQUIVALENT);
        tally.add("equal: p < 0.05", equal.accuracy().pValue() < LEVEL);
        tally.add("0.001: more accurate", isMoreAccurate(atMargin));
        tally.add("0.003: wrong way", different.decision() == Decision.SECOND_IS_MORE_ACCURATE);
        tally.add("0.003: equivalent", different.decision() == Decision.PRACTICALLY_EQUIVALENT);
        tally.add("0.003: more accurate", different.decision() == Decision.FIRST_IS_MORE_ACCURATE);
        boolean isWrong = List.of(equal, atMargin, pairs.get(3)).stream().anyMatch(StudySimulation::isMoreAccurate)
                || pairs.stream().anyMatch(pair -> pair.decision() == Decision.SECOND_IS_MORE_ACCURATE);
        tally.add("any of 6 pairs wrong", isWrong);
        equal.mcNemar().ifPresent(test -> {
            tally.add("exact p < 0.05", test.pValue() < LEVEL);
            tally.add("mid-p < 0.05", test.midPValue() < LEVEL);
        });
    }

    private static boolean isMoreAccurate(CellComparison pair) {
        return pair.decision() == Decision.FIRST_IS_MORE_ACCURATE
                || pair.decision() == Decision.SECOND_IS_MORE_ACCURATE;
    }
}
