package io.github.mnistmaven.plugin;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Counted;
import io.github.mnistmaven.plugin.console.StudyLog;
import io.github.mnistmaven.plugin.digits.DigitLoader;
import io.github.mnistmaven.plugin.fork.WorkerDirectory;
import io.github.mnistmaven.plugin.fork.WorkerFailedException;
import io.github.mnistmaven.plugin.fork.WorkerProcess;
import io.github.mnistmaven.plugin.protocol.DigitsRequest;
import io.github.mnistmaven.plugin.protocol.OutputDirectory;
import io.github.mnistmaven.plugin.protocol.StudyRunRequest;
import io.github.mnistmaven.plugin.protocol.Unwritable;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.plugin.runtime.Launch;
import io.github.mnistmaven.plugin.uptodate.TrainingInputs;
import io.github.mnistmaven.study.gates.GateReport;
import io.github.mnistmaven.study.gates.GatedMetric;
import io.github.mnistmaven.study.gates.Measurements;
import io.github.mnistmaven.study.internal.runs.StoredStudy;
import io.github.mnistmaven.study.internal.verdicts.VerdictFiles;
import io.github.mnistmaven.study.report.StudyReportDirectory;
import io.github.mnistmaven.study.runs.PrecisionTarget;
import io.github.mnistmaven.study.runs.StudyResults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/**
 * Trains and evaluates each model with each preset from several seeds, and says what the runs show together: which model is more accurate, by how much, and
 * how sure that is.
 *
 * <p>Each run is an ordinary saved model in {@code study/runs} of the output directory. Runs that are there and up to date are not trained again; a study that was stopped resumes where it was; more seeds add runs to those that are there.
 *
 * @since 0.1.0
 */
@Mojo(name = "study", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public class StudyMojo extends AbstractRulesMojo {

    /**
     * The presets with which each of the models is trained: {@code record}, {@code fast}, {@code standard}, {@code robust} or {@code best}. By default {@code standard}, or
     * none if there are {@code cells}, which are then the whole study.
     *
     * <p>A model with a preset is a cell of the study, named {@code <model>-<preset>}.
     *
     * <p>For example:
     *
     * <pre>{@code
     * <presets>fast,standard</presets>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.presets")
    private List<String> presets = List.of();

    /**
     * How many seeds each cell is trained from, or which ones: 5 is the same as 1,2,3,4,5.
     *
     * <p>With one seed, there is no telling how much results vary with the seed, so nothing is decided. With two, intervals are wide.
     *
     * <p>For example:
     *
     * <pre>{@code
     * <seeds>5</seeds>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.seeds", defaultValue = "3")
    private String seeds;

    /**
     * Further cells: a model, a preset, and what differs from it.
     *
     * <p>{@code model} is required. By default, {@code name} is {@code <model>-<preset>} and {@code preset} is {@code standard}. {@code epochs},
     * {@code batchSize}, {@code learningRate}, {@code validationFraction} and {@code patience} are those of {@code mnist:train}.
     *
     * <p>For example:
     *
     * <pre>{@code
     * <cells>
     *   <cell>
     *     <name>cnn-small-batch</name>
     *     <model>cnn</model>
     *     <preset>fast</preset>
     *     <batchSize>32</batchSize>
     *   </cell>
     * </cells>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private List<StudyCellParameter> cells = List.of();

    /**
     * How many runs to work on at a time, each in a process with its own {@code threads}; 1 to 64. Models come out the same with any number; training times
     * do not.
     *
     * <p>For example:
     *
     * <pre>{@code
     * <parallel>2</parallel>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.parallel", defaultValue = "1")
    private int parallel;

    /**
     * The largest difference in accuracy that does not matter: cells that differ by less are practically equivalent.
     *
     * <p>For example:
     *
     * <pre>{@code
     * <margin>0.002</margin>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.margin", defaultValue = "0.001")
    private double margin;

    /**
     * Add seeds until the 95 % interval of a difference in accuracy is at most this to either side of the difference, or there are {@code maxSeeds}.
     *
     * <p>A study that stops because of what it has measured has intervals that are a little too narrow; its results say so.
     *
     * <p>For example:
     *
     * <pre>{@code
     * <halfWidth>0.001</halfWidth>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.halfWidth")
    private Double halfWidth;

    /**
     * The two cells whose difference {@code halfWidth} is about; by default the first two of the study.
     *
     * <p>For example:
     *
     * <pre>{@code
     * <halfWidthOf>cnn-fast,lstm-fast</halfWidthOf>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.halfWidthOf")
    private List<String> halfWidthOf = List.of();

    /**
     * The largest number of seeds for each cell that a study with {@code halfWidth} may use.
     *
     * <p>For example:
     *
     * <pre>{@code
     * <maxSeeds>10</maxSeeds>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.maxSeeds", defaultValue = "20")
    private int maxSeeds;

    /**
     * Called by Maven.
     *
     * @param repositorySystem resolves the native library
     * @param toolchains know the JDK
     */
    @Inject
    public StudyMojo(RepositorySystem repositorySystem, ToolchainManager toolchains) {
        super(repositorySystem, toolchains);
    }

    @Override
    void work() throws UserErrorException, WorkerFailedException {
        List<StudyCellRequest> checkedCells = StudyParameters.cells(configuredModels(), presets, cells);
        List<Long> checkedSeeds = StudyParameters.seeds(seeds);
        StudyParameters.parallel(parallel);
        StudyParameters.margin(margin);
        BuildGates gates = BuildGates.of(
                rulesAboutCells(margin),
                undecidedFails(),
                checkedCells.stream().map(StudyCellRequest::name).toList(),
                RULES);
        Optional<PrecisionTarget> precision = StudyParameters.precision(halfWidth, halfWidthOf, maxSeeds, checkedCells);
        DigitsRequest digits = digits();
        Launch launch = launch();
        try (WorkerDirectory directory = reserveOutput()) {
            requireReplaceable();
            deleteVerdicts();
            StudyLog log = new StudyLog(getLog(), liveLine(), parallel);
            warnOfTimes(gates, log);
            download(digits);
            DigitSet test = new DigitLoader(digits, log::digits).test();
            gates.requireTestDigits(test.fingerprint());
            StudyParameters.requireFits(
                    checkedCells.size(),
                    precision
                            .map(target -> Math.max(target.maxSeeds(), checkedSeeds.size()))
                            .orElse(checkedSeeds.size()),
                    test.size());
            StudyResults results = study(checkedCells, checkedSeeds, precision, digits, launch, test, directory, log);
            Optional<GateReport> verdicts = gates.judge(Measurements.of(results));
            report(results, verdicts, log);
            Optional<String> failure = gates.conclude(verdicts, log::note, log::warn);
            if (failure.isPresent()) {
                throw new UserErrorException(failure.get());
            }
        }
    }

    /** Those of another build would speak of other models. */
    private void deleteVerdicts() throws UserErrorException {
        try {
            new VerdictFiles(output().study()).deleteOfRules();
        } catch (IOException e) {
            throw Unwritable.because("the verdicts", output().study(), e);
        }
    }

    /** Better to learn now than after hours. */
    private void requireReplaceable() throws UserErrorException {
        try {
            StoredStudy.requireReplaceable(output().study().resolve(StudyResults.FILE));
        } catch (IOException e) {
            throw UserErrorException.about("outputDirectory", e.getMessage(), e);
        }
    }

    private void warnOfTimes(BuildGates gates, StudyLog log) {
        if (parallel > 1 && gates.isAbout(GatedMetric.TRAINING_TIME)) {
            log.warn(
                    "a rule is about trainingTime, but parallel is %d: runs that train at the same time take longer, and by different amounts (parameter <parallel>, -Dmnist.parallel)"
                            .formatted(parallel));
        }
    }

    private StudyResults study(
            List<StudyCellRequest> checkedCells,
            List<Long> checkedSeeds,
            Optional<PrecisionTarget> precision,
            DigitsRequest digits,
            Launch launch,
            DigitSet test,
            WorkerDirectory directory,
            StudyLog log)
            throws UserErrorException, WorkerFailedException {
        List<Long> current = new ArrayList<>(checkedSeeds);
        StudyResults results =
                complete(checkedCells, requests(checkedCells, current, digits, launch), launch, test, directory, log);
        while (precision.isPresent() && precision.get().wantsMore(results)) {
            current.add(Collections.max(current) + 1);
            log.note(
                    "%s; adding seed %d".formatted(precision.get().sentence(results), current.get(current.size() - 1)));
            results = complete(
                    checkedCells, requests(checkedCells, current, digits, launch), launch, test, directory, log);
        }
        return precision.map(results::with).orElse(results);
    }

    private StudyResults complete(
            List<StudyCellRequest> checkedCells,
            List<StudyRunRequest> requests,
            Launch launch,
            DigitSet test,
            WorkerDirectory directory,
            StudyLog log)
            throws UserErrorException, WorkerFailedException {
        StudyRuns runs = new StudyRuns(requests, test, log);
        WorkerProcess worker = worker(launch);
        runs.plan(worker, directory);
        List<StudyRunRequest> open = runs.open();
        log.start(
                checkedCells.stream().map(StudyCellRequest::name).toList(),
                requests.stream().map(StudyRunRequest::seed).distinct().toList(),
                open);
        Map<StudyRunRequest, Exception> failures = runs.complete(open, worker, directory, parallel);
        if (!failures.isEmpty()) {
            throw incomplete(requests.size(), failures);
        }
        return results(checkedCells, requests, test);
    }

    /** All cells by one seed before the next seed, so that a study that is stopped is as far with each cell. */
    private List<StudyRunRequest> requests(
            List<StudyCellRequest> checkedCells, List<Long> checkedSeeds, DigitsRequest digits, Launch launch)
            throws UserErrorException {
        OutputDirectory output = output();
        Map<StudyCellRequest, SortedMap<String, String>> inputs = new LinkedHashMap<>();
        for (StudyCellRequest cell : checkedCells) {
            SortedMap<String, String> ofCell =
                    new TreeMap<>(TrainingInputs.of(digits, cell.recipe(), checkedSeeds.get(0), launch));
            ofCell.put("model", cell.model());
            inputs.put(cell, ofCell);
        }
        List<StudyRunRequest> requests = new ArrayList<>();
        for (long seed : checkedSeeds) {
            inputs.forEach((cell, ofCell) -> {
                SortedMap<String, String> ofRun = new TreeMap<>(ofCell);
                ofRun.put("seed", Long.toString(seed));
                requests.add(new StudyRunRequest(
                        cell.name(), cell.model(), digits, output, cell.recipe(), seed, ofRun, true));
            });
        }
        return requests;
    }

    private static UserErrorException incomplete(int runs, Map<StudyRunRequest, Exception> failures) {
        StringBuilder message = new StringBuilder(
                "%d of %s failed. Runs that finished are saved; run mnist:study again to train only those that failed"
                        .formatted(failures.size(), Counted.of(runs, "run of the study", "runs of the study")));
        failures.forEach((run, failure) -> message.append("%n  %s: %s".formatted(run.label(), failure.getMessage())));
        return new UserErrorException(
                message.toString(), failures.values().iterator().next());
    }

    private StudyResults results(List<StudyCellRequest> checkedCells, List<StudyRunRequest> requests, DigitSet test)
            throws UserErrorException {
        try {
            return StudyResults.of(
                    output().study(),
                    test,
                    margin,
                    checkedCells.stream().map(StudyCellRequest::name).toList(),
                    requests.stream().map(StudyRunRequest::seed).distinct().toList());
        } catch (IllegalArgumentException e) {
            throw new UserErrorException(
                    "%s. Delete the runs that do not belong to this study, and run mnist:study again"
                            .formatted(e.getMessage()),
                    e);
        } catch (IOException e) {
            throw new UserErrorException(e.getMessage(), e);
        }
    }

    private void report(StudyResults results, Optional<GateReport> verdicts, StudyLog log) throws UserErrorException {
        try {
            StudyReportDirectory reports = new StudyReportDirectory(output().study());
            Path page = verdicts.isPresent() ? reports.write(results, verdicts.get()) : reports.write(results);
            log.report(results, output().study().resolve(StudyResults.FILE), page);
        } catch (IOException e) {
            throw Unwritable.because("the results of the study", output().study(), e);
        }
    }
}
