package io.github.mnistmaven.study.runs;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.study.internal.results.StoredDigits;
import io.github.mnistmaven.study.internal.results.TestImage;
import io.github.mnistmaven.study.internal.runs.EvaluatedCell;
import io.github.mnistmaven.study.internal.runs.EvaluatedRun;
import io.github.mnistmaven.study.internal.runs.StoredStudy;
import io.github.mnistmaven.study.internal.runs.StudyDirectory;
import io.github.mnistmaven.study.results.ResultsFormatException;
import io.github.mnistmaven.study.results.TestDigits;
import io.github.mnistmaven.study.statistics.Agreement;
import io.github.mnistmaven.study.statistics.StudyStatistics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * All that a study measured, and what follows from it. {@code study.json} holds it, and tables, reports and gates are functions of it: to read it takes neither models nor digits nor an engine. The
 * same runs give the same results, whatever order they were trained in; only their training times are others each time.
 *
 * <pre>{@code
 * StudyResults results = StudyResults.read(Path.of("target/mnist/study/study.json"));
 * results.cells().get(0).summary().accuracy().mean();     // over the seeds
 * results.cells().get(0).runs().get(0).accuracy();        // of one run
 * results.statistics().pairs().get(0).sentence();         // cnn-fast is more accurate than lstm-fast
 * System.out.println(results);                            // a line for each cell, then one for each pair
 * }</pre>
 */
public final class StudyResults {

    /** The name of the file. */
    public static final String FILE = "study.json";

    private final StoredStudy stored;
    private final StudyStatistics statistics;
    private final List<StudyCell> cells;

    private StudyResults(StoredStudy stored) {
        this.stored = stored;
        this.statistics = stored.statistics();
        this.cells = IntStream.range(0, stored.cells().size())
                .mapToObj(i -> new StudyCell(
                        stored.cells().get(i),
                        stored.trainingTimes().get(i),
                        statistics.cells().get(i)))
                .toList();
    }

    /**
     * The results of runs that are in the directory of a study, whatever trained them there: {@code runs/<cell>/seed-<n>} is the saved model, {@code runs/<cell>/seed-<n>.evaluation.json} its
     * evaluation.
     *
     * @param directory of the study
     * @param test the test digits
     * @param margin the largest difference in accuracy that does not matter, 0 to 1; see {@link StudyStatistics#DEFAULT_MARGIN}
     * @param cells their names, at least one
     * @param seeds of each cell, at least one
     * @return all that is known of them
     * @throws IllegalArgumentException if runs of a cell differ in more than their seeds, a name or a seed is there twice, or a run was evaluated on other digits; the message says which
     * @throws ResultsFormatException if an evaluation is of another model, damaged, or of a version that is not read
     * @throws IOException if a run is missing or damaged, or cannot be read; the message names the file
     */
    public static StudyResults of(Path directory, DigitSet test, double margin, List<String> cells, List<Long> seeds)
            throws IOException {
        Bounds.requirePresent("directory", directory);
        Bounds.requirePresent("test", test);
        List<String> names = Bounds.copyOf("cells", cells);
        List<Long> each = Bounds.copyOf("seeds", seeds);
        StudyDirectory place = new StudyDirectory(directory);
        List<EvaluatedCell> read = new ArrayList<>();
        for (String name : names) {
            List<EvaluatedRun> runs = new ArrayList<>();
            for (long seed : each) {
                runs.add(EvaluatedRun.read(place.run(name, seed), place.evaluation(name, seed)));
            }
            read.add(new EvaluatedCell(name, runs));
        }
        return new StudyResults(StoredStudy.of(test, margin, read));
    }

    /** Of runs in memory. */
    static StudyResults of(StoredStudy stored) {
        return new StudyResults(stored);
    }

    /**
     * The same results, of a study that added seeds until it was precise enough.
     *
     * @param target what decided how many seeds there are
     * @return a changed copy, which says so
     */
    public StudyResults with(PrecisionTarget target) {
        Bounds.requirePresent("target", target);
        return new StudyResults(stored.with(target.stored()));
    }

    /**
     * What all runs were evaluated on.
     *
     * @return source, size and fingerprint of the test digits
     */
    public TestDigits testDigits() {
        StoredDigits digits = stored.testDigits();
        return new TestDigits(digits.source(), digits.count(), digits.fingerprint(), digits.classNames());
    }

    /**
     * What a test digit shows.
     *
     * @param index which digit, from 0
     * @return 0 to 9
     * @throws IllegalArgumentException if there is no such digit
     */
    public int label(int index) {
        Bounds.requireWithin("index", index, 0, stored.testDigits().count() - 1);
        return stored.testDigits().label(index);
    }

    /**
     * The largest difference in accuracy that does not matter.
     *
     * @return 0 to 1
     */
    public double margin() {
        return stored.margin();
    }

    /**
     * The cells.
     *
     * @return at least one, each of another name
     */
    public List<StudyCell> cells() {
        return cells;
    }

    /**
     * A cell by its name.
     *
     * @param name such as {@code cnn-fast}
     * @return nothing if there is none of that name
     */
    public Optional<StudyCell> cell(String name) {
        Bounds.requirePresent("name", name);
        return cells.stream().filter(cell -> cell.name().equals(name)).findFirst();
    }

    /**
     * What the cells say, each by itself and each pair of them.
     *
     * @return the statistics, as they were computed from the predictions
     */
    public StudyStatistics statistics() {
        return statistics;
    }

    /**
     * Which test digits the runs get wrong, and how far they agree on that.
     *
     * @return as it was counted
     */
    public Agreement agreement() {
        return stored.agreement();
    }

    /**
     * The image of a test digit, for the hardest ones and those whose label may be wrong.
     *
     * @param index which digit, from 0
     * @return 784 bytes, row by row from the top left, 0 the background and 255 full ink; nothing if these results do not have it
     */
    public Optional<byte[]> image(int index) {
        return stored.shownDigits().stream()
                .filter(image -> image.index() == index)
                .findFirst()
                .map(TestImage::bytes);
    }

    /**
     * What decided how many seeds there are.
     *
     * @return nothing where that was said beforehand
     */
    public Optional<PrecisionTarget> precision() {
        return stored.precision().stream().findFirst().map(PrecisionTarget::new);
    }

    /**
     * Reads {@code study.json}.
     *
     * @param file the file
     * @return what it holds
     * @throws ResultsFormatException if it does not hold the results of a study, or those of a version that is not read; the message names the
     *     field
     * @throws IOException if it cannot be read
     */
    public static StudyResults read(Path file) throws IOException {
        Bounds.requirePresent("file", file);
        return new StudyResults(StoredStudy.read(file));
    }

    /**
     * Writes {@code study.json}, whole or not at all.
     *
     * @param file the file
     * @throws IOException if it cannot be written; what stood there before still does
     */
    public void write(Path file) throws IOException {
        Bounds.requirePresent("file", file);
        stored.write(file);
    }

    /**
     * Whether both say the same.
     *
     * @param other anything
     * @return true for results that are written as the same file
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof StudyResults results && stored.equals(results.stored);
    }

    @Override
    public int hashCode() {
        return stored.hashCode();
    }

    /**
     * The results as people read them.
     *
     * @return a line for each cell, then one for each pair
     */
    @Override
    public String toString() {
        return statistics.toString();
    }
}
