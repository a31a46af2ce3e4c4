package io.github.mnistmaven.plugin;

import io.github.mnistmaven.plugin.console.BuildLog;
import io.github.mnistmaven.plugin.fork.WorkerDirectory;
import io.github.mnistmaven.plugin.fork.WorkerFailedException;
import io.github.mnistmaven.plugin.protocol.CompareRequest;
import io.github.mnistmaven.plugin.protocol.DigitsRequest;
import io.github.mnistmaven.plugin.protocol.Unwritable;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.plugin.runtime.Launch;
import io.github.mnistmaven.study.baseline.BaselineFile;
import io.github.mnistmaven.study.baseline.BaselineGate;
import io.github.mnistmaven.study.baseline.Reproducibility;
import io.github.mnistmaven.study.gates.GateReport;
import io.github.mnistmaven.study.gates.Measurements;
import io.github.mnistmaven.study.gates.Rule;
import io.github.mnistmaven.study.internal.verdicts.VerdictFiles;
import io.github.mnistmaven.study.report.Report;
import io.github.mnistmaven.study.report.ReportDirectory;
import io.github.mnistmaven.study.results.Results;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/**
 * Evaluates, on the test digits, the models that {@code mnist:train} saved, compares them, writes the reports, and fails
 * if a model is below its minimum accuracy, breaks another rule or does not match the baseline.
 *
 * @since 0.1.0
 */
@Mojo(name = "compare", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public class CompareMojo extends AbstractRulesMojo {

    /**
     * The minimum accuracy of models on the test digits. If a model is below it, the build fails after all reports are
     * written. It is shorthand for a rule with this {@code minimum}.
     *
     * <p>On the command line it is {@code -Dmnist.minAccuracy=cnn:0.99,lstm:0.98}, which overrides the pom for the
     * models that it names.
     *
     * <p>For example:
     *
     * <pre>{@code
     * <minAccuracy>
     *   <cnn>0.99</cnn>
     *   <lstm>0.98</lstm>
     * </minAccuracy>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private Map<String, String> minAccuracy = Map.of();

    /**
     * {@code minAccuracy} for the command line, as Maven cannot set a map from a property.
     *
     * <p>For example:
     *
     * <pre>{@code
     * mvn mnist:compare -Dmnist.minAccuracy=cnn:0.99,lstm:0.98
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.minAccuracy")
    private List<String> minAccuracies = List.of();

    /**
     * Whether a model that was not trained fails the build; otherwise it is left out with a warning.
     *
     * <p>For example:
     *
     * <pre>{@code
     * <failOnMissing>false</failOnMissing>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.failOnMissing", defaultValue = "true")
    private boolean failOnMissing;

    /**
     * The file with the results that the project has committed to; by default {@code src/mnist/baseline.json} in the
     * project. If the default file does not exist, nothing is checked; if a file that is named here does not exist, the
     * build fails.
     *
     * <p>It is written by {@code mnist:compare -Dmnist.updateBaseline} and belongs in version control. With it, each
     * model gets a verdict: identical, equivalent, changed inputs, drifted or not deterministic.
     *
     * <p>For example:
     *
     * <pre>
     * &lt;baseline&gt;${project.basedir}/mnist-baseline.json&lt;/baseline&gt;
     * </pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.baseline")
    private File baseline;

    /**
     * Whether to write the baseline instead of checking results against it.
     *
     * <p>For example:
     *
     * <pre>{@code
     * mvn mnist:compare -Dmnist.updateBaseline
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.updateBaseline", defaultValue = "false")
    private boolean updateBaseline;

    /**
     * Which models fail the build if there is a baseline: {@code bitwise}, {@code statistical} or {@code off}.
     *
     * <p>{@code bitwise}: a model that has drifted or is not deterministic. {@code statistical}: a model whose inputs
     * are the same but whose predictions differ by more than is tolerated. {@code off}: none. Changed inputs are
     * reported but never fail the build.
     *
     * <p>For example:
     *
     * <pre>{@code
     * <reproducibility>statistical</reproducibility>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.reproducibility", defaultValue = "bitwise")
    private String reproducibility;

    /**
     * The p-value of McNemar's exact test below which predictions differ significantly from those of the baseline.
     *
     * <p>For example:
     *
     * <pre>{@code
     * <significanceLevel>0.001</significanceLevel>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.significanceLevel", defaultValue = "0.01")
    private double significanceLevel;

    /**
     * The difference in accuracy from the baseline that is tolerated. It has to be at least 1 divided by the number of
     * test digits, as accuracies differ in steps of that size.
     *
     * <p>For example:
     *
     * <pre>{@code
     * <accuracyMargin>0.002</accuracyMargin>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.accuracyMargin", defaultValue = "0.005")
    private double accuracyMargin;

    /**
     * Called by Maven.
     *
     * @param repositorySystem resolves the native library
     * @param toolchains know the JDK
     */
    @Inject
    public CompareMojo(RepositorySystem repositorySystem, ToolchainManager toolchains) {
        super(repositorySystem, toolchains);
    }

    @Override
    void work() throws UserErrorException, WorkerFailedException {
        List<String> requested = models();
        BuildGates gates = gates(requested);
        CommittedBaseline committed = committedBaseline();
        DigitsRequest digits = digits();
        if (!Files.isDirectory(output().root())) {
            new SavedModels(output(), failOnMissing).choose(requested, getLog()::warn);
            conclude(
                    gates.conclude(gates.judge(Measurements.of(List.of())), getLog()::info, getLog()::warn), List.of());
            return;
        }
        Launch launch = launch();
        try (WorkerDirectory directory = reserveOutput()) {
            compare(requested, gates, committed, digits, launch, directory);
        }
    }

    private void compare(
            List<String> requested,
            BuildGates gates,
            CommittedBaseline committed,
            DigitsRequest digits,
            Launch launch,
            WorkerDirectory directory)
            throws UserErrorException, WorkerFailedException {
        ReportDirectory reports = new ReportDirectory(output().root());
        deleteVerdicts();
        BuildLog log = buildLog(requested);
        List<String> saved = new SavedModels(output(), failOnMissing).choose(requested, log::warn);
        boolean isToJudgeBy = committed.isToJudgeBy(saved, log);
        if (saved.isEmpty()) {
            Optional<GateReport> verdicts = gates.judge(Measurements.of(List.of()));
            if (verdicts.isPresent()) {
                writeVerdicts(verdicts.get());
            }
            conclude(gates.conclude(verdicts, log::note, log::warn), List.of());
            return;
        }
        tryRendering();
        run(new CompareRequest(saved, digits, output()), launch, directory, log);
        Results results = readResults();
        Optional<GateReport> verdicts = gates.judge(Measurements.of(results));
        Optional<Reproducibility> reproducibility;
        try {
            reproducibility = committed.judge(isToJudgeBy, results, log);
        } catch (UserErrorException e) {
            // The results are what they are, whatever is wrong with the baseline.
            report(reports, new Report(results, Optional.empty(), verdicts), log);
            gates.conclude(verdicts, log::note, log::warn);
            throw e;
        }
        report(reports, new Report(results, reproducibility, verdicts), log);
        committed.conclude(results, reproducibility, log);
        conclude(
                gates.conclude(verdicts, log::note, log::warn),
                reproducibility.map(Reproducibility::failures).orElse(List.of()));
    }

    private BuildGates gates(List<String> requested) throws UserErrorException {
        List<Rule> rules = new ArrayList<>(Parameters.minAccuracy(minAccuracy, minAccuracies, requested));
        rules.addAll(rulesAboutModels());
        return BuildGates.of(
                rules, undecidedFails(), requested, "parameters <minAccuracy>, -Dmnist.minAccuracy, and <rules>");
    }

    private void deleteVerdicts() throws UserErrorException {
        try {
            new VerdictFiles(output().root()).delete();
        } catch (IOException e) {
            throw Unwritable.because("the reports", output().root(), e);
        }
    }

    private void writeVerdicts(GateReport verdicts) throws UserErrorException {
        try {
            new VerdictFiles(output().root()).write(verdicts);
        } catch (IOException e) {
            throw Unwritable.because("the verdicts", output().root(), e);
        }
    }

    private Results readResults() throws UserErrorException {
        try {
            return Results.read(output().results());
        } catch (IOException e) {
            throw new UserErrorException(e.getMessage(), e);
        }
    }

    private void report(ReportDirectory reports, Report report, BuildLog log) throws UserErrorException {
        try {
            warnIfNothingCanBeDrawn(log);
            log.report(report.results(), reports.write(report));
        } catch (IOException e) {
            throw Unwritable.because("the reports", output().root(), e);
        }
    }

    /** Last of all, so that everything is written when the build fails. */
    private static void conclude(Optional<String> brokenRules, List<String> driftedModels) throws UserErrorException {
        List<String> complaints = new ArrayList<>(driftedModels);
        brokenRules.ifPresent(complaints::add);
        if (!complaints.isEmpty()) {
            throw new UserErrorException(String.join("; ", complaints));
        }
    }

    private CommittedBaseline committedBaseline() throws UserErrorException {
        Path file = baseline == null ? baseDirectory().resolve("src/mnist/baseline.json") : baseline.toPath();
        return new CommittedBaseline(
                new BaselineFile(file),
                baseline != null,
                updateBaseline,
                new BaselineGate(
                        Parameters.reproducibility(reproducibility),
                        Parameters.tolerance(significanceLevel, accuracyMargin)));
    }
}
