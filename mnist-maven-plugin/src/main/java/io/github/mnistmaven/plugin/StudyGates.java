package io.github.mnistmaven.plugin;

import io.github.mnistmaven.plugin.console.StudyLog;
import io.github.mnistmaven.plugin.protocol.Unwritable;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.study.gates.GateReport;
import io.github.mnistmaven.study.gates.GateResult;
import io.github.mnistmaven.study.gates.GateState;
import io.github.mnistmaven.study.gates.Gates;
import io.github.mnistmaven.study.gates.Rule;
import io.github.mnistmaven.study.runs.StudyResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of a build and what it does with their verdicts.
 *
 * @param gates the rules
 * @param undecidedFails whether a rule that is undecided fails the build; else it is a warning
 */
record StudyGates(Gates gates, boolean undecidedFails) {

    static StudyGates of(List<StudyRuleParameter> parameters, String onUndecided, List<String> cells)
            throws UserErrorException {
        List<Rule> rules = new ArrayList<>();
        for (StudyRuleParameter parameter : parameters) {
            if (parameter == null) {
                throw new UserErrorException(
                        "rules has an empty element; fill it in or leave it out (parameter <rules>)");
            }
            rules.addAll(parameter.checked());
        }
        boolean fails =
                switch (onUndecided.strip()) {
                    case "warn" -> false;
                    case "fail" -> true;
                    default ->
                        throw Parameters.refusal(
                                "onUndecided", "unknown onUndecided '%s'; there are warn, fail".formatted(onUndecided));
                };
        try {
            Gates gates = new Gates(rules);
            gates.requireAbout(cells);
            return new StudyGates(gates, fails);
        } catch (IllegalArgumentException e) {
            throw new UserErrorException("%s (parameter <rules>)".formatted(e.getMessage()), e);
        }
    }

    /** Those of another build would speak of other models. */
    static void deleteVerdicts(Path study) throws UserErrorException {
        try {
            Files.deleteIfExists(study.resolve(GateReport.FILE));
            Files.deleteIfExists(study.resolve(GateReport.JUNIT_FILE));
        } catch (IOException e) {
            throw Unwritable.because("the verdicts", study, e);
        }
    }

    /** Of a baseline, only now is it known whether it is of the same digits. */
    private GateReport report(StudyResults results) throws UserErrorException {
        try {
            return gates.judge(results);
        } catch (IllegalArgumentException e) {
            throw new UserErrorException("%s (parameter <rules>)".formatted(e.getMessage()), e);
        }
    }

    /** Last of all, so that everything is written when the build fails. */
    void judge(StudyResults results, Path study, StudyLog log) throws UserErrorException {
        if (gates.rules().isEmpty()) {
            return;
        }
        GateReport report = report(results);
        try {
            report.write(study.resolve(GateReport.FILE));
            report.writeJUnit(study.resolve(GateReport.JUNIT_FILE), undecidedFails);
        } catch (IOException e) {
            throw Unwritable.because("the verdicts", study, e);
        }
        for (GateResult result : report.results()) {
            if (result.state() == GateState.PASSED) {
                log.note("passed: " + result.sentence());
            } else {
                log.warn("%s: %s"
                        .formatted(result.state() == GateState.FAILED ? "failed" : "undecided", result.sentence()));
            }
        }
        List<GateResult> failures = new ArrayList<>(report.in(GateState.FAILED));
        if (undecidedFails) {
            failures.addAll(report.in(GateState.UNDECIDED));
        }
        if (!failures.isEmpty()) {
            StringBuilder message = new StringBuilder("%d of %d rules not kept (parameter <rules>)"
                    .formatted(failures.size(), report.results().size()));
            failures.forEach(failure -> message.append("%n  %s%s"
                    .formatted(failure.state() == GateState.UNDECIDED ? "undecided: " : "", failure.sentence())));
            throw new UserErrorException(message.toString());
        }
    }
}
