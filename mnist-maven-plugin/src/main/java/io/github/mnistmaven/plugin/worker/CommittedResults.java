package io.github.mnistmaven.plugin.worker;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.plugin.baseline.Baseline;
import io.github.mnistmaven.plugin.baseline.BaselineCheck;
import io.github.mnistmaven.plugin.baseline.BaselineFile;
import io.github.mnistmaven.plugin.baseline.Reproducibility;
import io.github.mnistmaven.plugin.baseline.Verdict;
import io.github.mnistmaven.plugin.protocol.BaselineRequest;
import io.github.mnistmaven.plugin.protocol.Event;
import io.github.mnistmaven.plugin.protocol.ReproducibilityMode;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.plugin.report.Report;
import io.github.mnistmaven.plugin.report.ReproducibilityTable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The baseline's part in a comparison: models are checked against it, or become it. */
final class CommittedResults {

    private final BaselineRequest request;
    private final BaselineFile file;
    private final EventChannel channel;
    private Optional<Baseline> baseline = Optional.empty();

    CommittedResults(BaselineRequest request, EventChannel channel) {
        this.request = request;
        this.file = new BaselineFile(request.file());
        this.channel = channel;
    }

    /** Before anything is evaluated, as a baseline that is of no use is soon found out. */
    void open(List<String> models, DigitSet test, String source) throws UserErrorException {
        if (request.update()) {
            return;
        }
        try {
            baseline = file.readFor(models, test, source);
            baseline.ifPresent(committed -> warnOfOthers(committed, models));
        } catch (UserErrorException e) {
            if (request.mode() != ReproducibilityMode.OFF) {
                throw e;
            }
            channel.send(new Event.Warned(e.getMessage()));
        }
    }

    private void warnOfOthers(Baseline committed, List<String> models) {
        if (request.mode() == ReproducibilityMode.OFF) {
            return;
        }
        committed.models().stream()
                .map(Baseline.Model::model)
                .filter(model -> !models.contains(model))
                .forEach(model -> channel.send(
                        new Event.Warned("the baseline also has %s, which is not compared".formatted(model))));
    }

    Optional<Reproducibility> check(Report report) {
        return baseline.map(committed -> new BaselineCheck(request.mode(), request.tolerance(), report.testDigits())
                .check(committed, models(report)));
    }

    private static List<Baseline.Model> models(Report report) {
        return report.entries().stream()
                .map(entry -> Baseline.Model.of(entry.run(), entry.evaluation()))
                .toList();
    }

    /** Tells of it, or writes the new one; returns what fails the build. */
    List<String> conclude(Report report, Optional<Reproducibility> reproducibility)
            throws UserErrorException, IOException {
        if (request.update()) {
            update(report);
        }
        reproducibility.ifPresentOrElse(this::tell, this::offer);
        return reproducibility.map(Reproducibility::failures).orElse(List.of());
    }

    private void tell(Reproducibility found) {
        found.models().stream()
                .filter(model -> model.verdict() == Verdict.CHANGED_INPUTS)
                .map(CommittedResults::otherInputs)
                .forEach(warning -> channel.send(new Event.Warned(warning)));
        channel.send(
                new Event.Noted(ReproducibilityTable.lines(found, request.file().toString())));
    }

    private static String otherInputs(Reproducibility.Model model) {
        return "%s was trained from other inputs than the baseline: %s"
                .formatted(
                        model.model(),
                        model.changes().stream()
                                .map(Reproducibility.Change::field)
                                .collect(Collectors.joining(", ")));
    }

    /** Where none is, or none of use was found and that was told, and all were to pass. */
    private void offer() {
        if (!request.update() && request.mode() != ReproducibilityMode.OFF) {
            channel.send(new Event.Noted(
                    List.of("no baseline at %s; to commit to these results: mvn mnist:compare -Dmnist.updateBaseline"
                            .formatted(request.file()))));
        }
    }

    private void update(Report report) throws UserErrorException {
        try {
            file.update(models(report), Baseline.TestDigits.of(report.testDigits(), report.testSource()))
                    .forEach(loss -> channel.send(new Event.Warned(loss)));
            channel.send(new Event.Noted(List.of(
                    "baseline: %s (%,d bytes); commit it".formatted(request.file(), Files.size(request.file())))));
        } catch (IOException e) {
            throw new UserErrorException(
                    "the baseline %s cannot be written (%s): make its directory writable, or name another file (parameter <baseline>, -Dmnist.baseline)"
                            .formatted(request.file(), e),
                    e);
        }
    }
}
