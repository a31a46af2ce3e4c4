package io.github.mnistmaven.plugin;

import io.github.mnistmaven.internal.files.FormatVersionException;
import io.github.mnistmaven.internal.files.UnwritableException;
import io.github.mnistmaven.plugin.console.BaselineAdvice;
import io.github.mnistmaven.plugin.console.BuildLog;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.study.baseline.BaselineException;
import io.github.mnistmaven.study.baseline.BaselineFile;
import io.github.mnistmaven.study.baseline.BaselineGate;
import io.github.mnistmaven.study.baseline.Reproducibility;
import io.github.mnistmaven.study.baseline.ReproducibilityMode;
import io.github.mnistmaven.study.baseline.Verdict;
import io.github.mnistmaven.study.internal.baseline.Baseline;
import io.github.mnistmaven.study.internal.baseline.MarginResolution;
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

    private static final String PARAMETER = "baseline";
    private static final String UPDATE = "mvn mnist:compare -Dmnist.updateBaseline";

    /** Before anything is measured, as a baseline that is of no use is soon found out. */
    boolean isToJudgeBy(List<String> models, BuildLog log) throws UserErrorException {
        if (update) {
            return false;
        }
        try {
            Optional<List<String>> committed = file.models();
            if (committed.isEmpty() && named) {
                throw new BaselineException("the baseline %s does not exist: check the path".formatted(file.path()));
            }
            if (committed.isPresent()) {
                requireModels(committed.get(), models);
                warnOfOthers(committed.get(), models, log);
            }
            return committed.isPresent();
        } catch (BaselineException | IllegalArgumentException e) {
            failUnlessOff(e, log);
            return false;
        }
    }

    private void requireModels(List<String> committed, List<String> models) {
        for (String model : models) {
            if (!committed.contains(model)) {
                throw new IllegalArgumentException(Baseline.missing(file.path(), model, committed));
            }
        }
    }

    private void warnOfOthers(List<String> committed, List<String> models, BuildLog log) {
        if (gate.mode() != ReproducibilityMode.OFF) {
            committed.stream()
                    .filter(model -> !models.contains(model))
                    .forEach(model ->
                            log.warn("the baseline also has the model '%s', which is not compared".formatted(model)));
        }
    }

    /** Nothing if there is no baseline to judge by. */
    Optional<Reproducibility> judge(boolean isToJudgeBy, Results results, BuildLog log) throws UserErrorException {
        if (!isToJudgeBy) {
            return Optional.empty();
        }
        requireResolvable(results);
        try {
            return Optional.of(gate.judge(file, results));
        } catch (BaselineException | IllegalArgumentException e) {
            failUnlessOff(e, log);
            return Optional.empty();
        }
    }

    private void failUnlessOff(Exception e, BuildLog log) throws UserErrorException {
        // One of a newer version is not ours to replace.
        UserErrorException error = UserErrorException.about(PARAMETER, e.getMessage(), e);
        String message = e.getCause() instanceof FormatVersionException
                ? error.getMessage()
                : "%s. To write %s: %s"
                        .formatted(
                                error.getMessage(), Files.exists(file.path()) ? "another in its place" : "one", UPDATE);
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
        return "%s was trained with different inputs from those of the baseline: %s"
                .formatted(
                        model.model(),
                        model.changes().stream()
                                .map(Reproducibility.Change::field)
                                .collect(Collectors.joining(", ")));
    }

    /** Here as well as in the gate, as it is another parameter that is to be changed. */
    private void requireResolvable(Results results) throws UserErrorException {
        try {
            if (gate.mode() != ReproducibilityMode.OFF) {
                new MarginResolution(gate.tolerance().accuracyMargin())
                        .require(results.testDigits().size());
            }
        } catch (IllegalArgumentException e) {
            throw UserErrorException.about("accuracyMargin", e.getMessage(), e);
        }
    }

    private void write(Results results, BuildLog log) throws UserErrorException {
        // A baseline that no build could be judged by is not written.
        requireResolvable(results);
        try {
            file.update(results).forEach(log::warn);
            log.note(List.of("baseline: %s (%,d bytes); commit it".formatted(file.path(), Files.size(file.path()))));
        } catch (BaselineException e) {
            throw UserErrorException.about(PARAMETER, e.getMessage(), e);
        } catch (IOException e) {
            UserErrorException error = UserErrorException.about(
                    PARAMETER,
                    "the baseline cannot be written (%s): make its directory writable, with space left, or name another file"
                            .formatted(UnwritableException.of(file.path(), e).problem()));
            error.addSuppressed(e);
            throw error;
        }
    }
}
