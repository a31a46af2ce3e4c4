package io.github.mnistmaven.study.experiment;

import io.github.mnistmaven.data.Digits;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.Counted;
import io.github.mnistmaven.model.Trainer;
import io.github.mnistmaven.recipe.Preset;
import io.github.mnistmaven.study.internal.runs.StoredStudy;
import io.github.mnistmaven.study.internal.runs.StudyDirectory;
import io.github.mnistmaven.study.report.StudyReportDirectory;
import io.github.mnistmaven.study.runs.PrecisionTarget;
import io.github.mnistmaven.study.runs.StudyResults;
import io.github.mnistmaven.study.runs.StudyRun;
import io.github.mnistmaven.study.statistics.StudyStatistics;
import io.github.mnistmaven.training.EngineUnavailableException;
import io.github.mnistmaven.training.TrainingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Trains and evaluates cells over seeds, and says what they mean together. A cell is an architecture with a recipe; each cell is trained from each seed.
 *
 * <pre>{@code
 * Digits digits = new PublishedMnist().load();
 * StudyResults results = Study.of(digits, Path.of("study"))
 *         .models("cnn", "lstm")
 *         .presets(Preset.FAST)
 *         .seeds(5)
 *         .run();
 * results.statistics().cells().get(0).accuracy(); // mean, standard deviation, minimum, interval
 * System.out.println(results);                    // and each pair in words
 * }</pre>
 *
 * <p>A study is immutable: each method returns a changed copy. It trains in this process, one run after the other; {@code mnist:study} trains each in a
 * process of its own, and several at a time. Each run is saved as soon as it is trained. Run again, a study trains only what is not there yet or no longer
 * matches, and one that was killed resumes after the last complete epoch, with the same bits.
 */
public final class Study {

    private static final int MAX_SEEDS = 1000;

    private final Digits digits;
    private final Path directory;
    private List<String> models = List.of();
    private List<Preset> presets = List.of(Preset.STANDARD);
    private Map<String, Trainer> ownCells = Map.of();
    private List<Long> seeds = List.of(1L, 2L, 3L);
    private double margin = StudyStatistics.DEFAULT_MARGIN;
    private StudyListener listener = StudyListener.NONE;
    private Optional<BiFunction<String, Long, TrainingListener>> trainingListener = Optional.empty();
    private Optional<PrecisionTarget> precision = Optional.empty();

    private Study(Digits digits, Path directory) {
        this.digits = digits;
        this.directory = directory;
    }

    /**
     * A study on some digits; it has no cells yet.
     *
     * @param digits to train on, and to evaluate on
     * @param directory where runs and results go, and nothing else; made when needed
     * @return a study with the seeds 1, 2 and 3
     */
    public static Study of(Digits digits, Path directory) {
        Bounds.requirePresent("digits", digits);
        Bounds.requirePresent("directory", directory);
        return new Study(digits, directory);
    }

    /**
     * Architectures to train by each of the presets: cells named {@code <model>-<preset>}.
     *
     * @param names such as {@code cnn} and {@code lstm}
     * @return a changed copy of the study
     * @throws IllegalArgumentException if a name is there twice
     */
    public Study models(String... names) {
        Bounds.requirePresent("names", names);
        List<String> copy = Bounds.copyOf("names", Arrays.asList(names));
        requireDistinct("model", copy);
        return with(study -> study.models = copy);
    }

    /**
     * The presets by which to train the models.
     *
     * @param values at least one; {@link Preset#STANDARD} unless this is called
     * @return a changed copy of the study
     * @throws IllegalArgumentException if there is none, or one is there twice
     */
    public Study presets(Preset... values) {
        Bounds.requirePresent("values", values);
        List<Preset> copy = Bounds.copyOf("values", Arrays.asList(values));
        requireSome("preset", copy);
        requireDistinct("preset", copy);
        return with(study -> study.presets = copy);
    }

    /**
     * A further cell, of anything that can be trained.
     *
     * @param name lower-case letters and digits, in groups separated by hyphens
     * @param trainer its architecture and recipe; the study sets seed and checkpoints
     * @return a changed copy of the study
     * @throws IllegalArgumentException if the name is none, or there twice
     */
    public Study cell(String name, Trainer trainer) {
        Bounds.requireName("name", name);
        Bounds.requirePresent("trainer", trainer);
        Map<String, Trainer> copy = new LinkedHashMap<>(ownCells);
        if (copy.put(name, trainer) != null) {
            throw new IllegalArgumentException(
                    "cell '%s' appears twice; give each cell a name of its own".formatted(name));
        }
        return with(study -> study.ownCells = copy);
    }

    /**
     * How many seeds: 1 to this number.
     *
     * @param count at least 1; 3 unless this is called
     * @return a changed copy of the study
     * @throws IllegalArgumentException if the count is below 1 or above 1000
     */
    public Study seeds(int count) {
        Bounds.requireWithin("seeds", count, 1, MAX_SEEDS);
        return seedList(LongStream.rangeClosed(1, count).toArray());
    }

    /**
     * Which seeds, instead of how many.
     *
     * @param values at least one, any numbers
     * @return a changed copy of the study
     * @throws IllegalArgumentException if there is none, or one is there twice
     */
    public Study seedList(long... values) {
        Bounds.requirePresent("values", values);
        List<Long> copy = LongStream.of(values).boxed().toList();
        requireSome("seed", copy);
        requireDistinct("seed", copy);
        return with(study -> study.seeds = copy);
    }

    /**
     * The largest difference in accuracy that does not matter.
     *
     * @param value 0 to 1; {@link StudyStatistics#DEFAULT_MARGIN} unless this is called
     * @return a changed copy of the study
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Study margin(double value) {
        Bounds.requireShare("margin", value);
        return with(study -> study.margin = value);
    }

    /**
     * Adds seeds, each the largest so far plus 1, until a difference is known precisely enough.
     *
     * @param target which difference, and how precisely
     * @return a changed copy of the study
     */
    public Study until(PrecisionTarget target) {
        Bounds.requirePresent("target", target);
        return with(study -> study.precision = Optional.of(target));
    }

    /**
     * Follows the study.
     *
     * @param value is told of each run
     * @return a changed copy of the study
     */
    public Study listener(StudyListener value) {
        Bounds.requirePresent("value", value);
        return with(study -> study.listener = value);
    }

    /**
     * Follows the training of each run, epoch by epoch.
     *
     * <pre>{@code
     * study.trainingListener((cell, seed) -> epoch -> System.out.println(cell + " seed " + seed + ": " + epoch));
     * }</pre>
     *
     * @param value gives the listener of a run, from the name of its cell and its seed; that listener takes the place of one that the trainer of a cell has.
     *     It may be asked more than once for a run, and for runs that are not trained
     * @return a changed copy of the study
     */
    public Study trainingListener(BiFunction<String, Long, TrainingListener> value) {
        Bounds.requirePresent("value", value);
        return with(study -> study.trainingListener = Optional.of(value));
    }

    /**
     * Trains and evaluates what is not there yet, and writes {@code study.json}, {@code study.csv}, {@code comparison.csv}, {@code report.html} and
     * {@code report.md}. What became of rules in another build, {@code gates.json} and {@code TEST-mnist-gates.xml}, is deleted. Where a run fails, the
     * others go on.
     *
     * @return what was measured, and what follows from it
     * @throws IllegalArgumentException if there are no cells, two have the same name, an architecture is unknown, there are more runs than a
     *     {@code study.json} can have, or the precision is to be that of a difference between cells that are not there
     * @throws IncompleteStudyException if runs failed; the message says which, and the others are saved
     * @throws io.github.mnistmaven.study.results.ResultsFormatException if the directory has a {@code study.json} that is not of this version of the library, and would be replaced
     * @throws IOException if the results cannot be written
     * @throws io.github.mnistmaven.training.EngineUnavailableException if the engine cannot be started
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public StudyResults run() throws IOException {
        StudyDirectory place = new StudyDirectory(directory);
        Map<String, Trainer> cells = cells();
        precision.ifPresent(target -> requireCells(target, cells));
        int mostSeeds = precision
                .map(target -> Math.max(target.maxSeeds(), seeds.size()))
                .orElse(seeds.size());
        StoredStudy.requireFits(cells.size(), mostSeeds, digits.test().size());
        StoredStudy.requireReplaceable(place.root().resolve(StudyResults.FILE));
        List<Long> current = new ArrayList<>(seeds);
        StudyResults results = complete(cells, current, place);
        while (precision.isPresent() && precision.get().wantsMore(results)) {
            current.add(Collections.max(current) + 1);
            results = complete(cells, current, place);
        }
        StudyResults whole = precision.map(results::with).orElse(results);
        new StudyReportDirectory(place.root()).write(whole);
        return whole;
    }

    private StudyResults complete(Map<String, Trainer> cells, List<Long> current, StudyDirectory place)
            throws IOException {
        // All cells by one seed before the next seed, so that a study that is stopped is as far with each cell.
        List<PlannedRun> plan = new ArrayList<>();
        for (long seed : current) {
            cells.forEach((name, trainer) -> plan.add(new PlannedRun(name, seed, ofRun(name, seed, trainer), place)));
        }
        listener.onStart(plan.size(), done(plan));
        complete(plan);
        return StudyResults.of(directory, digits.test(), margin, List.copyOf(cells.keySet()), current);
    }

    private Trainer ofRun(String cell, long seed, Trainer trainer) {
        Trainer seeded = trainer.seed(seed);
        return trainingListener.map(it -> seeded.listener(it.apply(cell, seed))).orElse(seeded);
    }

    /** Better to learn now than after hours. */
    private static void requireCells(PrecisionTarget target, Map<String, Trainer> cells) {
        if (!cells.keySet().containsAll(List.of(target.first(), target.second()))) {
            throw new IllegalArgumentException(
                    "the precision asked for is that of the difference between '%s' and '%s', which are not both in the study; its cells are %s"
                            .formatted(target.first(), target.second(), String.join(", ", cells.keySet())));
        }
    }

    private static String cellName(String model, Preset preset) {
        return model + "-" + preset.id();
    }

    private Map<String, Trainer> cells() {
        Map<String, Trainer> cells = new LinkedHashMap<>();
        for (String model : models) {
            for (Preset preset : presets) {
                cells.put(cellName(model, preset), Trainer.of(model).preset(preset));
            }
        }
        ownCells.forEach((name, trainer) -> {
            if (cells.put(name, trainer) != null) {
                throw new IllegalArgumentException(
                        "cell '%s' appears twice, as a model with a preset and as a cell; give the cell another name"
                                .formatted(name));
            }
        });
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("the study has no cells; name models, or add a cell");
        }
        return cells;
    }

    private int done(List<PlannedRun> plan) {
        int done = 0;
        for (PlannedRun run : plan) {
            try {
                done += run.isTrained(digits.training()) ? 1 : 0;
            } catch (CancellationException | EngineUnavailableException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                // Said once the run's turn has come.
                continue;
            }
        }
        return done;
    }

    private void complete(List<PlannedRun> plan) {
        Map<PlannedRun, Exception> failures = new LinkedHashMap<>();
        for (PlannedRun planned : plan) {
            StudyRun run;
            try {
                run = planned.complete(digits);
            } catch (CancellationException | EngineUnavailableException e) {
                // What stops this run would stop all others.
                throw e;
            } catch (IOException | RuntimeException e) {
                // Also what the code of an architecture may throw.
                failures.put(planned, e);
                listener.onFailure(planned.cell(), planned.seed(), e);
                continue;
            }
            listener.onRun(planned.cell(), run);
        }
        if (!failures.isEmpty()) {
            throw incomplete(plan.size(), failures);
        }
    }

    private static IncompleteStudyException incomplete(int runs, Map<PlannedRun, Exception> failures) {
        StringBuilder message = new StringBuilder(
                "%d of %s failed. Runs that finished are saved; run the study again to train only those that failed"
                        .formatted(failures.size(), Counted.of(runs, "run")));
        failures.forEach((run, failure) ->
                message.append("%n  %s seed %d: %s".formatted(run.cell(), run.seed(), message(failure))));
        List<Exception> reasons = List.copyOf(failures.values());
        IncompleteStudyException exception = new IncompleteStudyException(message.toString(), reasons.get(0));
        reasons.stream().skip(1).forEach(exception::addSuppressed);
        return exception;
    }

    private static String message(Exception failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    private static void requireSome(String what, List<?> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no %s is given; give at least one".formatted(what));
        }
    }

    private static void requireDistinct(String what, List<?> values) {
        Set<Object> seen = new HashSet<>();
        for (Object value : values) {
            if (!seen.add(value)) {
                throw new IllegalArgumentException("%s %s appears twice; list it once".formatted(what, value));
            }
        }
    }

    private Study with(Consumer<Study> change) {
        Study copy = new Study(digits, directory);
        copy.models = models;
        copy.presets = presets;
        copy.ownCells = ownCells;
        copy.seeds = seeds;
        copy.margin = margin;
        copy.listener = listener;
        copy.trainingListener = trainingListener;
        copy.precision = precision;
        change.accept(copy);
        return copy;
    }

    /**
     * What the study will run.
     *
     * @return such as {@code cnn-fast, lstm-fast x seeds 1, 2, 3 on 60000 training and 10000 test digits, in study}
     */
    @Override
    public String toString() {
        List<String> names = Stream.concat(
                        models.stream().flatMap(model -> presets.stream().map(preset -> cellName(model, preset))),
                        ownCells.keySet().stream())
                .toList();
        return "%s x %s %s on %d training and %d test digits, in %s"
                .formatted(
                        names.isEmpty() ? "no cells" : String.join(", ", names),
                        seeds.size() == 1 ? "seed" : "seeds",
                        seeds.stream().map(Object::toString).collect(Collectors.joining(", ")),
                        digits.training().size(),
                        digits.test().size(),
                        directory);
    }
}
