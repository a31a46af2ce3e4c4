package io.github.mnistmaven.benchmark;

import io.github.mnistmaven.internal.random.SplitMix64;
import io.github.mnistmaven.study.gates.GateState;
import io.github.mnistmaven.study.gates.GatedMetric;
import io.github.mnistmaven.study.gates.LimitedMetric;
import io.github.mnistmaven.study.gates.Measurements;
import io.github.mnistmaven.study.gates.Rule;
import io.github.mnistmaven.study.statistics.Calibration;
import io.github.mnistmaven.study.statistics.Cell;
import io.github.mnistmaven.study.statistics.CellComparison;
import io.github.mnistmaven.study.statistics.Decision;
import io.github.mnistmaven.study.statistics.StudyStatistics;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How often rules are judged wrongly, where the truth is known, and how often the interval of a difference contains the truth where the seeds of one network vary three times as much
 * as those of the other. Draws synthetic studies as {@link StudySimulation} does; needs no engine and no data.
 *
 * <p>Rules that have a confidence or an interval are judged where it is hardest: at a limit that is the truth, where each verdict that is not "undecided" is one that chance has
 * made.
 */
public final class GateSimulation {

    private static final double MARGIN = StudyStatistics.DEFAULT_MARGIN;
    private static final double CONFIDENCE = 0.95;

    /** Of the simulation itself. */
    private static final long SEED = 2319;

    private static final List<Integer> SEEDS = List.of(2, 3, 5, 10);
    private static final List<Integer> IMAGES = List.of(1_000, 10_000);
    private static final int MOST_SEEDS = 10;
    private static final int MOST_IMAGES = 10_000;
    private static final double ACCURACY = 0.991;
    private static final double COMMON_SHARE = 0.7;

    /** So that the calibration error is not 0, which no interval is below. */
    private static final double SHARPNESS = 0.6;

    /** How much of a run is another one after a small change of the recipe. */
    private static final double SMALL_CHANGE = 0.1;

    private static final double WIDER_SPREAD = 3;
    private static final double TIME_DISTANCE = 0.1;

    private static final List<String> AT_THE_LIMIT = List.of(
            "accuracy, by interval",
            "log loss, by interval",
            "calibration error, by interval",
            "more accurate by 0.003",
            "no loss, small change",
            "no loss, trained anew",
            "more accurate, spread 1:3");

    private static final List<String> SHARES = List.of(
            "wrong: mean, 0.001 away",
            "wrong: time, 10 % away",
            "right: 0.003 more accurate, by 0",
            "right: small change, nothing lost",
            "spread 1:3: coverage",
            "spread 1:3: more accurate");

    private final MarginModel base;
    private final MarginModel worse;
    private final MarginModel atMargin;
    private final MarginModel wide;
    private final double logLoss;
    private final double calibrationError;
    private final Map<Size, Tally> tallies = new LinkedHashMap<>();

    private record Scenario(String name, double seedDeviation, double imageShare) {

        MarginModel model(double loss, double spread) {
            return new MarginModel(ACCURACY - loss, seedDeviation * spread, imageShare, COMMON_SHARE, SHARPNESS);
        }
    }

    private static final List<Scenario> SCENARIOS = List.of(
            new Scenario("A: images decide, no seed is better than another", 0, 0.9),
            new Scenario("B: accuracies of seeds have a standard deviation of 0.0006", 0.025, 0.75),
            new Scenario("C: standard deviation 0.002", 0.082, 0.75),
            new Scenario("D: seeds decide, standard deviation 0.005", 0.2, 0.75));

    private record Size(int seeds, int images) {}

    private GateSimulation(Scenario scenario) {
        base = scenario.model(0, 1);
        worse = scenario.model(3 * MARGIN, 1);
        atMargin = scenario.model(MARGIN, 1);
        wide = scenario.model(0, WIDER_SPREAD);
        logLoss = base.mean(base::logLoss);
        calibrationError = base.calibrationError(Calibration.DEFAULT_BINS);
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
            GateSimulation simulation = new GateSimulation(SCENARIOS.get(i));
            int number = i;
            IntStream.range(0, studies)
                    .parallel()
                    .forEach(study -> simulation.study(SplitMix64.of(SEED, number, study)));
            System.out.printf(
                    Locale.ROOT, "%n%s (%,d studies)%n", SCENARIOS.get(i).name(), studies);
            simulation.print();
        }
    }

    private void print() {
        System.out.printf("%n| seeds | images | %s |%n", String.join(" | ", AT_THE_LIMIT));
        System.out.println("|" + "---|".repeat(AT_THE_LIMIT.size() + 2));
        tallies.forEach((size, tally) -> System.out.printf(
                Locale.ROOT,
                "| %d | %,d | %s |%n",
                size.seeds(),
                size.images(),
                String.join(
                        " | ",
                        AT_THE_LIMIT.stream()
                                .map(what -> tally.mean(what + GateState.PASSED) + ", "
                                        + tally.mean(what + GateState.FAILED))
                                .toList())));
        System.out.printf("%n| seeds | images | %s |%n", String.join(" | ", SHARES));
        System.out.println("|" + "---|".repeat(SHARES.size() + 2));
        tallies.forEach((size, tally) -> System.out.printf(
                Locale.ROOT,
                "| %d | %,d | %s |%n",
                size.seeds(),
                size.images(),
                String.join(" | ", SHARES.stream().map(tally::mean).toList())));
    }

    private void study(SplitMix64 random) {
        double[] images = MarginModel.images(MOST_IMAGES, random);
        double[] own = MarginModel.images(MOST_IMAGES, random);
        List<Long> streams = LongStream.range(0, MOST_SEEDS)
                .map(seed -> random.nextLong())
                .boxed()
                .toList();
        Map<String, List<SyntheticRun>> runs = new LinkedHashMap<>();
        runs.put("base", base.runs(images, own, streams, 0, random));
        runs.put("changed", base.runs(images, own, streams, SMALL_CHANGE, random));
        runs.put("changed-and-worse", atMargin.runs(images, own, streams, SMALL_CHANGE, random));
        runs.put("trained-anew", atMargin.runs(MOST_SEEDS, images, random));
        runs.put("worse", worse.runs(MOST_SEEDS, images, random));
        runs.put("wide", wide.runs(MOST_SEEDS, images, random));
        for (Map.Entry<Size, Tally> entry : tallies.entrySet()) {
            Map<String, Cell> cells = new LinkedHashMap<>();
            runs.forEach((name, all) -> cells.put(name, cell(name, all, entry.getKey())));
            judge(cells, entry.getValue());
        }
    }

    private static Cell cell(String name, List<SyntheticRun> runs, Size size) {
        return new Cell(
                name,
                IntStream.range(0, size.seeds())
                        .mapToObj(seed -> runs.get(seed).predictions(seed + 1L, size.images()))
                        .toList());
    }

    private void judge(Map<String, Cell> cells, Tally tally) {
        Measurements measured = Measurements.of(List.copyOf(cells.values()));
        atLimit(tally, "accuracy, by interval", limit(GatedMetric.ACCURACY, ACCURACY, true), measured);
        atLimit(tally, "log loss, by interval", limit(GatedMetric.LOSS, logLoss, true), measured);
        atLimit(
                tally,
                "calibration error, by interval",
                limit(GatedMetric.CALIBRATION_ERROR, calibrationError, true),
                measured);
        atLimit(tally, "more accurate by 0.003", better("base", "worse", "0.003"), measured);
        atLimit(tally, "more accurate, spread 1:3", better("base", "wide", "0"), measured);
        Cell changed = cells.get("changed-and-worse");
        atLimit(tally, "no loss, small change", noLoss(cells), renamed(changed));
        atLimit(tally, "no loss, trained anew", noLoss(cells), renamed(cells.get("trained-anew")));

        boolean brokenBelow =
                state(limit(GatedMetric.ACCURACY, ACCURACY - MARGIN, false), measured) == GateState.FAILED;
        boolean keptAbove = state(limit(GatedMetric.ACCURACY, ACCURACY + MARGIN, false), measured) == GateState.PASSED;
        tally.add("wrong: mean, 0.001 away", brokenBelow);
        tally.add("wrong: mean, 0.001 away", keptAbove);
        tally.add("wrong: time, 10 % away", state(time(1 + TIME_DISTANCE), measured) == GateState.FAILED);
        tally.add("wrong: time, 10 % away", state(time(1 - TIME_DISTANCE), measured) == GateState.PASSED);
        tally.add(
                "right: 0.003 more accurate, by 0", state(better("base", "worse", "0"), measured) == GateState.PASSED);
        tally.add(
                "right: small change, nothing lost",
                state(noLoss(cells), renamed(cells.get("changed"))) == GateState.PASSED);
        CellComparison spread = StudyStatistics.of(List.of(cells.get("base"), cells.get("wide")), MARGIN)
                .pairs()
                .get(0);
        tally.add("spread 1:3: coverage", spread.accuracy().interval().contains(0));
        tally.add(
                "spread 1:3: more accurate",
                spread.decision() == Decision.FIRST_IS_MORE_ACCURATE
                        || spread.decision() == Decision.SECOND_IS_MORE_ACCURATE);
    }

    private static void atLimit(Tally tally, String what, Rule rule, Measurements measured) {
        GateState found = state(rule, measured);
        tally.add(what + GateState.PASSED, found == GateState.PASSED);
        tally.add(what + GateState.FAILED, found == GateState.FAILED);
    }

    private static GateState state(Rule rule, Measurements measured) {
        return rule.judge(measured).state();
    }

    private static Rule limit(GatedMetric metric, double limit, boolean byInterval) {
        LimitedMetric limited = Rule.limitTo(metric, "base");
        LimitedMetric judged = byInterval ? limited.byInterval() : limited;
        return metric == GatedMetric.ACCURACY ? judged.atLeast(limit) : judged.atMost(limit);
    }

    private static Rule better(String better, String worse, String by) {
        return Rule.moreAccurate(better).than(worse).by(new BigDecimal(by)).withConfidence(CONFIDENCE);
    }

    private static Rule time(double ratio) {
        return Rule.trainingTimeOf("base").atMostTimesThatOf("worse", ratio);
    }

    private static Rule noLoss(Map<String, Cell> cells) {
        return Rule.noLoss("base", Measurements.of(List.of(cells.get("base"))))
                .withMargin(MARGIN)
                .withConfidence(CONFIDENCE);
    }

    private static Measurements renamed(Cell cell) {
        return Measurements.of(List.of(new Cell("base", cell.runs())));
    }
}
