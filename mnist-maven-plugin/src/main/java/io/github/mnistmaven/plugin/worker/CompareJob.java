package io.github.mnistmaven.plugin.worker;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.evaluation.Comparison;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.model.RunRecord;
import io.github.mnistmaven.model.TrainedModel;
import io.github.mnistmaven.plugin.baseline.Reproducibility;
import io.github.mnistmaven.plugin.protocol.CompareRequest;
import io.github.mnistmaven.plugin.protocol.Event;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.plugin.report.LogTable;
import io.github.mnistmaven.plugin.report.Report;
import io.github.mnistmaven.plugin.report.ReportDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluates saved models afresh, writes the reports, and only then sees whether the models are good enough. */
final class CompareJob {

    private final CompareRequest request;
    private final EventChannel channel;

    CompareJob(CompareRequest request, EventChannel channel) {
        this.request = request;
        this.channel = channel;
    }

    void run() throws UserErrorException, IOException {
        new ReportDirectory(request.output().root()).deleteVerdicts();
        List<String> names =
                new SavedModels(request.output(), request.failOnMissing()).choose(request.models(), this::warn);
        Map<String, Double> accuracies = new LinkedHashMap<>();
        List<String> complaints = new ArrayList<>();
        if (!names.isEmpty()) {
            complaints.addAll(compare(names, accuracies));
        }
        List<String> violations = request.minAccuracy().violations(accuracies);
        if (!violations.isEmpty()) {
            complaints.add(
                    "%s (parameter <minAccuracy>, -Dmnist.minAccuracy)".formatted(String.join("; ", violations)));
        }
        if (!complaints.isEmpty()) {
            throw new UserErrorException(String.join("; ", complaints));
        }
    }

    /** Returns what fails the build; fills in the accuracies. */
    private List<String> compare(List<String> names, Map<String, Double> accuracies)
            throws UserErrorException, IOException {
        CommittedResults committed = new CommittedResults(request.baseline(), channel);
        ChosenDigits digits = new ChosenDigits(request.digits(), channel::send);
        DigitSet test = digits.test();
        committed.open(names, test, digits.source());
        List<RunRecord> runs = new ArrayList<>();
        List<Evaluation> evaluations = new ArrayList<>();
        for (String name : names) {
            try (TrainedModel model = load(name)) {
                warnOfOtherSource(model.run(), digits.source());
                runs.add(model.run());
                evaluations.add(model.evaluate(test));
            }
        }
        evaluations.forEach(evaluation -> accuracies.put(evaluation.model(), evaluation.accuracy()));
        Report report = new Report(runs, Comparison.of(evaluations), digits.source(), test);
        Optional<Reproducibility> reproducibility = committed.check(report);
        report(report, reproducibility);
        return committed.conclude(report, reproducibility);
    }

    private TrainedModel load(String name) throws UserErrorException {
        try {
            return TrainedModel.load(request.output().model(name));
        } catch (IOException e) {
            throw new UserErrorException(
                    "%s. Train the model again: mvn mnist:train -Dmnist.models=%s".formatted(e.getMessage(), name), e);
        }
    }

    private void warnOfOtherSource(RunRecord run, String testSource) {
        String trainingSource = run.provenance().inputs().data().source();
        if (!trainingSource.equals(testSource)) {
            warn("%s was trained on digits from '%s', but is evaluated on digits from '%s'"
                    .formatted(run.model(), trainingSource, testSource));
        }
    }

    private void report(Report report, Optional<Reproducibility> reproducibility) throws UserErrorException {
        try {
            ReportDirectory.whyNoFigures().ifPresent(this::warn);
            Path page = new ReportDirectory(request.output().root()).write(report, reproducibility);
            channel.send(new Event.Compared(LogTable.lines(report), LogTable.verdicts(report), page));
        } catch (IOException e) {
            throw Unwritable.because("the reports", request.output().root(), e);
        }
    }

    private void warn(String message) {
        channel.send(new Event.Warned(message));
    }
}
