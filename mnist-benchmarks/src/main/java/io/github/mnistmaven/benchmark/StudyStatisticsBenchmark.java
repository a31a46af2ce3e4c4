package io.github.mnistmaven.benchmark;

import io.github.mnistmaven.internal.random.SplitMix64;
import io.github.mnistmaven.study.statistics.Agreement;
import io.github.mnistmaven.study.statistics.Calibration;
import io.github.mnistmaven.study.statistics.Cell;
import io.github.mnistmaven.study.statistics.CellComparison;
import io.github.mnistmaven.study.statistics.StudyStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How long the statistics of a large study take, and how much memory: 20 cells of 10 seeds on 10,000 images. */
public final class StudyStatisticsBenchmark {

    private static final int CELLS = 20;
    private static final int SEEDS = 10;
    private static final int IMAGES = 10_000;

    private StudyStatisticsBenchmark() {}

    /**
     * Runs it.
     *
     * @param args none
     */
    public static void main(String[] args) {
        List<Cell> cells = draw();
        long start = System.nanoTime();
        StudyStatistics statistics = StudyStatistics.of(cells, StudyStatistics.DEFAULT_MARGIN);
        long decided = statistics.pairs().stream()
                .map(CellComparison::sentence)
                .filter(sentence -> !sentence.startsWith("undecided"))
                .count();
        cells.forEach(cell -> Calibration.of(cell, Calibration.DEFAULT_BINS));
        Agreement agreement = Agreement.of(cells);
        System.out.printf(
                Locale.ROOT,
                "%d cells, %d pairs, %d of them decided, %d misclassified images: %.1f s, peak memory of the process %.0f MB%n",
                statistics.cells().size(),
                statistics.pairs().size(),
                decided,
                agreement.misclassified().size(),
                (System.nanoTime() - start) / 1e9,
                ProcessMemory.peak().orElse(0) / 1e6);
    }

    private static List<Cell> draw() {
        SplitMix64 random = SplitMix64.of(1);
        double[] images = MarginModel.images(IMAGES, random);
        return IntStream.range(0, CELLS)
                .mapToObj(i -> {
                    MarginModel model = new MarginModel(0.98 + 0.0005 * i, 0.025, 0.75, 0.7, 1);
                    List<SyntheticRun> runs = model.runs(SEEDS, images, random);
                    return new Cell(
                            "cell-" + i,
                            IntStream.range(0, SEEDS)
                                    .mapToObj(seed -> runs.get(seed).predictions(seed, IMAGES))
                                    .toList());
                })
                .toList();
    }
}
