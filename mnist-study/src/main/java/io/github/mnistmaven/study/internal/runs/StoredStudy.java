package io.github.mnistmaven.study.internal.runs;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.FileFormat;
import io.github.mnistmaven.internal.files.JsonFormatException;
import io.github.mnistmaven.internal.runs.OlderProvenance;
import io.github.mnistmaven.study.internal.results.StoredDigits;
import io.github.mnistmaven.study.internal.results.TestImage;
import io.github.mnistmaven.study.results.ResultsFormatException;
import io.github.mnistmaven.study.statistics.Agreement;
import io.github.mnistmaven.study.statistics.Cell;
import io.github.mnistmaven.study.statistics.ImageAgreement;
import io.github.mnistmaven.study.statistics.StudyStatistics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The content of {@code study.json}. The same runs give the same file, whatever order they were trained in; only {@link #trainingTimes} are others each time.
 *
 * @param testDigits what all runs were evaluated on
 * @param margin the largest difference in accuracy that does not matter, 0 to 1
 * @param cells at least one, each of another name
 * @param pairs one for each pair of cells: the first with the second, the first with the third, ..., the second with the third, ...
 * @param misclassified each test digit that at least one run misclassified, the most errors first, see {@link Agreement}
 * @param shownDigits images of the hardest test digits and of those whose label may be wrong, in the order of their indices
 * @param trainingTimes of each cell, in the same order
 * @param precision what decided how many seeds there are, where the study added seeds until it was precise enough; else empty
 */
public record StoredStudy(
        StoredDigits testDigits,
        double margin,
        List<CellResult> cells,
        List<PairResult> pairs,
        List<ImageAgreement> misclassified,
        List<TestImage> shownDigits,
        List<TrainingTimes> trainingTimes,
        List<StoredPrecision> precision) {

    /** What a file may have at most, less some room for what is only roughly known. */
    private static final long MAX_BYTES = 15L << 20;

    /** Of a run: what went into it, and its learning curve. */
    private static final int BYTES_PER_RUN = 8_000;

    private static final int BYTES_PER_PAIR = 2_000;

    /** Of a misclassified digit, with a number for each cell. */
    private static final int BYTES_PER_ERROR = 400;

    /** That is so many that a study of networks that are of any use has fewer. */
    private static final double ERRORS = 0.2;

    private static final int BYTES_PER_ERROR_AND_CELL = 10;

    private static final int SHOWN = 24;
    private static final int MAX_CELLS = 1000;

    /** Version 1.0 had no bound of the change of stroke width. */
    private static final FileFormat<StoredStudy> FORMAT =
            FileFormat.of("mnist-study", "1.1", StoredStudy.class).alsoReading("1.0", StoredStudy::fromVersion10);

    /**
     * Takes copies; checks that all parts are about the same cells and digits, and that accuracies follow from the predictions.
     *
     * @param testDigits what all runs were evaluated on
     * @param margin the largest difference in accuracy that does not matter, 0 to 1
     * @param cells at least one, each of another name
     * @param pairs one for each pair of cells: the first with the second, the first with the third, ..., the second with the third, ...
     * @param misclassified each test digit that at least one run misclassified, the most errors first, see {@link Agreement}
     * @param shownDigits images of the hardest test digits and of those whose label may be wrong, in the order of their indices
     * @param trainingTimes of each cell, in the same order
     * @param precision what decided how many seeds there are, where the study added seeds until it was precise enough; else empty
     */
    public StoredStudy {
        Bounds.requirePresent("testDigits", testDigits);
        Bounds.requireShare("margin", margin);
        cells = Bounds.copyOf("cells", cells);
        pairs = Bounds.copyOf("pairs", pairs);
        misclassified = Bounds.copyOf("misclassified", misclassified);
        shownDigits = Bounds.copyOf("shownDigits", shownDigits);
        trainingTimes = Bounds.copyOf("trainingTimes", trainingTimes);
        precision = Bounds.copyOf("precision", precision);
        Bounds.requireWithin("the number of targets in precision", precision.size(), 0, 1);
        Bounds.requireWithin("the number of cells", cells.size(), 1, MAX_CELLS);
        requireDistinct(cells);
        for (CellResult cell : cells) {
            for (RunResult run : cell.runs()) {
                run.requireAbout(cell.name(), testDigits.labels());
            }
        }
        requireEachPair(cells, pairs);
        requireEachTime(cells, trainingTimes);
        for (ImageAgreement image : misclassified) {
            Bounds.requireWithin("image in misclassified", image.image(), 0, testDigits.count() - 1);
        }
        for (TestImage image : shownDigits) {
            Bounds.requireWithin("index of a digit in shownDigits", image.index(), 0, testDigits.count() - 1);
        }
    }

    private static JsonObject fromVersion10(JsonObject file) {
        for (JsonElement cell : file.getAsJsonArray("cells")) {
            for (JsonElement run : cell.getAsJsonObject().getAsJsonArray("runs")) {
                OlderProvenance.fromVersion23(run.getAsJsonObject().getAsJsonObject("provenance"));
            }
        }
        return file;
    }

    private static void requireDistinct(List<CellResult> cells) {
        Set<String> names = new HashSet<>();
        for (CellResult cell : cells) {
            if (!names.add(cell.name())) {
                throw new IllegalArgumentException("cells lists '%s' twice".formatted(cell.name()));
            }
        }
    }

    private static void requireEachPair(List<CellResult> cells, List<PairResult> pairs) {
        List<String> expected = IntStream.range(0, cells.size())
                .boxed()
                .flatMap(first -> IntStream.range(first + 1, cells.size())
                        .mapToObj(second -> cells.get(first).name() + " "
                                + cells.get(second).name()))
                .toList();
        if (!pairs.stream()
                .map(pair -> pair.first() + " " + pair.second())
                .toList()
                .equals(expected)) {
            throw new IllegalArgumentException("pairs do not match the cells and their order");
        }
    }

    private static void requireEachTime(List<CellResult> cells, List<TrainingTimes> times) {
        boolean same = times.size() == cells.size();
        for (int i = 0; same && i < cells.size(); i++) {
            same = times.get(i).cell().equals(cells.get(i).name())
                    && times.get(i).seconds().size() == cells.get(i).runs().size();
        }
        if (!same) {
            throw new IllegalArgumentException("trainingTimes do not match the cells, their runs and their order");
        }
    }

    /**
     * The results of some runs.
     *
     * @param test the test digits
     * @param margin the largest difference in accuracy that does not matter, 0 to 1; see {@link StudyStatistics#DEFAULT_MARGIN}
     * @param cells at least one, each of another name, all evaluated on the test digits
     * @return all that is known of them
     * @throws IllegalArgumentException if there is no cell, two have the same name, or a run was evaluated on other digits; the message says
     *     which
     */
    public static StoredStudy of(DigitSet test, double margin, List<EvaluatedCell> cells) {
        Bounds.requirePresent("test", test);
        List<EvaluatedCell> given = Bounds.copyOf("cells", cells);
        List<Cell> predictions =
                given.stream().map(cell -> predictions(cell, test)).toList();
        StudyStatistics statistics = StudyStatistics.of(predictions, margin);
        Agreement agreement = Agreement.of(predictions);
        return new StoredStudy(
                StoredDigits.of(test),
                margin,
                IntStream.range(0, given.size())
                        .mapToObj(i -> CellResult.of(
                                given.get(i),
                                predictions.get(i),
                                statistics.cells().get(i),
                                test))
                        .toList(),
                statistics.pairs().stream().map(PairResult::of).toList(),
                agreement.misclassified(),
                shown(agreement, test),
                IntStream.range(0, given.size())
                        .mapToObj(i -> TrainingTimes.of(
                                given.get(i), statistics.cells().get(i)))
                        .toList(),
                List.of());
    }

    /**
     * The same results, of a study that added seeds until it was precise enough.
     *
     * @param target what decided how many seeds there are
     * @return results that say so
     */
    public StoredStudy with(StoredPrecision target) {
        Bounds.requirePresent("target", target);
        return new StoredStudy(
                testDigits, margin, cells, pairs, misclassified, shownDigits, trainingTimes, List.of(target));
    }

    private static Cell predictions(EvaluatedCell cell, DigitSet test) {
        try {
            return cell.predictions(test);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("cell '%s': %s".formatted(cell.name(), e.getMessage()), e);
        }
    }

    private static List<TestImage> shown(Agreement agreement, DigitSet test) {
        SortedSet<Integer> indices = new TreeSet<>();
        Stream.concat(
                        agreement.hardest(SHOWN).stream(),
                        agreement.labelCandidates().stream().limit(SHOWN))
                .forEach(image -> indices.add(image.image()));
        return indices.stream()
                .map(index -> TestImage.of(index, test.image(index)))
                .toList();
    }

    /**
     * What the cells say, each by itself and each pair of them.
     *
     * @return the statistics, as they were computed from the predictions
     */
    public StudyStatistics statistics() {
        return new StudyStatistics(
                IntStream.range(0, cells.size())
                        .mapToObj(i -> cells.get(i)
                                .summary(
                                        testDigits.count(), trainingTimes.get(i).summary()))
                        .toList(),
                pairs.stream().map(pair -> pair.comparison(margin)).toList());
    }

    /**
     * Which test digits the runs get wrong, and how far they agree on that.
     *
     * @return as it was counted
     */
    public Agreement agreement() {
        return new Agreement(cells.stream().map(CellResult::name).toList(), misclassified);
    }

    /**
     * Requires that the results of a study fit into a file: better to learn now than after hours.
     *
     * @param cells how many
     * @param seeds how many of each cell
     * @param testDigits how many
     * @throws IllegalArgumentException if the file would have more bytes than a file may have; the message says what to do
     */
    public static void requireFits(int cells, int seeds, int testDigits) {
        long runs = (long) cells * seeds;
        double bytes = (double) runs * (BYTES_PER_RUN + testDigits)
                + (double) cells * (cells - 1) / 2 * BYTES_PER_PAIR
                + ERRORS * testDigits * (BYTES_PER_ERROR + (double) cells * BYTES_PER_ERROR_AND_CELL);
        if (bytes > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "%d cells x %d seeds are %d runs; with %d test digits, study.json would have about %.0f MiB, but it may have at most 16; use fewer seeds or cells, or make several studies"
                            .formatted(cells, seeds, runs, testDigits, bytes / (1 << 20)));
        }
    }

    /**
     * Requires that a file may be replaced by the results of another study: that there is none, or one of a study that this version of the library reads.
     *
     * @param file where results are to be written
     * @throws ResultsFormatException if there is something else; the message says what to do
     * @throws IOException if it cannot be read
     */
    public static void requireReplaceable(Path file) throws IOException {
        Bounds.requirePresent("file", file);
        if (!Files.exists(file)) {
            return;
        }
        try {
            read(file);
        } catch (ResultsFormatException e) {
            throw new ResultsFormatException(
                    "%s. The results of this study would replace it: name another directory for them, or delete the file"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    /**
     * Reads {@code study.json}.
     *
     * @param file the file
     * @return what it holds
     * @throws ResultsFormatException if it does not hold the results of a study, or those of a version that is not read
     * @throws IOException if it cannot be read
     */
    public static StoredStudy read(Path file) throws IOException {
        Bounds.requirePresent("file", file);
        try {
            return FORMAT.read(file);
        } catch (JsonFormatException e) {
            throw new ResultsFormatException(e.getMessage(), e);
        }
    }

    /**
     * Writes {@code study.json}, whole or not at all.
     *
     * @param file the file
     * @throws IOException if it cannot be written; what stood there before still does
     */
    public void write(Path file) throws IOException {
        Bounds.requirePresent("file", file);
        FORMAT.write(file, this);
    }
}
