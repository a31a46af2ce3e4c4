package io.github.mnistmaven.plugin;

import io.github.mnistmaven.internal.files.FormatVersionException;
import io.github.mnistmaven.plugin.console.BaselineAdvice;
import io.github.mnistmaven.plugin.console.BuildLog;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.study.baseline.Baseline;
import io.github.mnistmaven.study.baseline.BaselineException;
import io.github.mnistmaven.study.baseline.BaselineFile;
import io.github.mnistmaven.study.baseline.BaselineGate;
import io.github.mnistmaven.study.baseline.Reproducibility;
import io.github.mnistmaven.study.baseline.ReproducibilityMode;
import io.github.mnistmaven.study.baseline.Verdict;
import io.github.mnistmaven.study.internal.tables.BaselineTable;
import io.github.mnistmaven.study.results.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The baseline's part in a build: results are judged by it, or become it.
 *
 * @param file where it is, or is to be
 * @param named whether the user named the file, who then expects it to be there
 * @param update whether to write it instead of judging by it
 * @param gate judges
 */
record CommittedBaseline(BaselineFile file, boolean named, boolean update, BaselineGate gate) {

    private static final String PARAMETER = " (parameter <baseline>, -Dmnist.baseline)";
    private static final String UPDATE = "mvn mnist:compare -Dmnist.updateBaseline";

    /** Before anything is measured, as a baseline that is of no use is soon found out. */
    Optional<Baseline> read(List<String> models, BuildLog log) throws UserErrorException {
        if (update) {
            return Optional.empty();
        }
        try {
            Optional<Baseline> baseline = file.read();
            if (baseline.isEmpty() && named) {
                throw new BaselineException("the baseline %s does not exist: check the path".formatted(file.path()));
            }
            if (baseline.isPresent()) {
                gate.requireModels(file.path(), baseline.get(), models);
                warnOfOthers(baseline.get(), models, log);
            }
            return baseline;
        } catch (BaselineException e) {
            failUnlessOff(e, log);
            return Optional.empty();
        }
    }

    private void warnOfOthers(Baseline committed, List<String> models, BuildLog log) {
        if (gate.mode() != ReproducibilityMode.OFF) {
            committed.models().stream()
                    .map(Baseline.Model::model)
                    .filter(model -> !models.contains(model))
                    .forEach(model -> log.warn("the baseline also has %s, which is not compared".formatted(model)));
        }
    }

    /** Nothing if there is no baseline to judge by. */
    Optional<Reproducibility> judge(Optional<Baseline> baseline, Results results, BuildLog log)
            throws UserErrorException {
        if (baseline.isEmpty()) {
            return Optional.empty();
        }
        requireResolvable(results);
        try {
            return Optional.of(gate.judge(file.path(), baseline.get(), results));
        } catch (BaselineException e) {
            failUnlessOff(e, log);
            return Optional.empty();
        }
    }

    private void failUnlessOff(BaselineException e, BuildLog log) throws UserErrorException {
        // One of a newer version is not ours to replace.
        String message = e.getCause() instanceof FormatVersionException
                ? e.getMessage() + PARAMETER
                : "%s%s. To write it anew: %s".formatted(e.getMessage(), PARAMETER, UPDATE);
        if (gate.mode() != ReproducibilityMode.OFF) {
            throw new UserErrorException(message, e);
        }
        log.warn(message);
    }

    /** Tells of the verdicts, or writes the new baseline. */
    void conclude(Results results, Optional<Reproducibility> reproducibility, BuildLog log) throws UserErrorException {
        if (update) {
            write(results, log);
        } else if (reproducibility.isPresent()) {
            tell(reproducibility.get(), log);
        } else if (gate.mode() != ReproducibilityMode.OFF) {
            log.note(List.of("no baseline at %s; to commit to these results: %s".formatted(file.path(), UPDATE)));
        }
    }

    private void tell(Reproducibility found, BuildLog log) {
        found.models().stream()
                .filter(model -> model.verdict() == Verdict.CHANGED_INPUTS)
                .map(CommittedBaseline::changedInputs)
                .forEach(log::warn);
        log.note(BaselineTable.lines(found, file.path().toString()));
        BaselineAdvice.nextStep(found).ifPresent(step -> log.note(List.of("", step)));
    }

    private static String changedInputs(Reproducibility.Model model) {
        return "%s was trained with other inputs than the baseline: %s"
                .formatted(
                        model.model(),
                        model.changes().stream()
                                .map(Reproducibility.Change::field)
                                .collect(Collectors.joining(", ")));
    }

    /** Here as well as in the gate, as it is another parameter that is to be changed. */
    private void requireResolvable(Results results) throws UserErrorException {
        try {
            gate.requireResolvable(results.testDigits().count());
        } catch (BaselineException e) {
            throw new UserErrorException(e.getMessage() + " (parameter <accuracyMargin>, -Dmnist.accuracyMargin)", e);
        }
    }

    private void write(Results results, BuildLog log) throws UserErrorException {
        // A baseline that no build could be judged by is not written.
        requireResolvable(results);
        try {
            file.update(results).forEach(log::warn);
            log.note(List.of("baseline: %s (%,d bytes); commit it".formatted(file.path(), Files.size(file.path()))));
        } catch (BaselineException e) {
            throw new UserErrorException(e.getMessage() + PARAMETER, e);
        } catch (IOException e) {
            throw new UserErrorException(
                    "the baseline %s cannot be written (%s): make its directory writable, or name another file%s"
                            .formatted(file.path(), e, PARAMETER),
                    e);
        }
    }
}
