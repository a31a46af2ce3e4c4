package io.github.mnistmaven.plugin;

import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.study.gates.GateReport;
import io.github.mnistmaven.study.gates.GateState;
import io.github.mnistmaven.study.gates.GatedMetric;
import io.github.mnistmaven.study.gates.Gates;
import io.github.mnistmaven.study.gates.Measurements;
import io.github.mnistmaven.study.gates.Rule;
import io.github.mnistmaven.study.internal.rules.RuleCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The rules of a build, whichever goal judges them, and what it does with their verdicts.
 *
 * @param gates the rules
 * @param parameters which ones to change for other rules, for messages
 */
record BuildGates(Gates gates, String parameters) {

    /** The rules that are about one of some cells or models, and none that is about another. */
    static BuildGates of(List<Rule> rules, boolean undecidedFails, List<String> names, String parameters)
            throws UserErrorException {
        try {
            Gates gates = Gates.of(rules).withUndecidedFailing(undecidedFails);
            new RuleCheck(gates).requireAbout(names);
            return new BuildGates(gates, parameters);
        } catch (IllegalArgumentException e) {
            throw new UserErrorException("%s (%s)".formatted(e.getMessage(), parameters), e);
        }
    }

    boolean isAbout(GatedMetric metric) {
        return gates.rules().stream().anyMatch(rule -> rule.metric() == metric);
    }

    /** Better to learn of a baseline of other digits now than after hours. */
    void requireTestDigits(String fingerprint) throws UserErrorException {
        try {
            new RuleCheck(gates).requireTestDigits(fingerprint);
        } catch (IllegalArgumentException e) {
            throw new UserErrorException("%s (%s)".formatted(e.getMessage(), parameters), e);
        }
    }

    /** What became of the rules; empty if there are none. */
    Optional<GateReport> judge(Measurements measurements) {
        return gates.rules().isEmpty() ? Optional.empty() : Optional.of(gates.judge(measurements));
    }

    /** Tells of the verdicts; gives what the build is to fail with, if it is to fail. */
    Optional<String> conclude(Optional<GateReport> verdicts, Consumer<String> note, Consumer<String> warn) {
        verdicts.map(GateReport::results).orElse(List.of()).forEach(result -> {
            Consumer<String> log = result.state() == GateState.PASSED ? note : warn;
            log.accept("%s: %s".formatted(result.state().words(), result.sentence()));
        });
        return verdicts.flatMap(this::failure);
    }

    private Optional<String> failure(GateReport report) {
        if (report.failures().isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        lines.add("%s (%s)".formatted(report.words(), parameters));
        report.failures()
                .forEach(failure -> lines.add("  %s%s"
                        .formatted(failure.state() == GateState.UNDECIDED ? "undecided: " : "", failure.sentence())));
        return Optional.of(String.join(System.lineSeparator(), lines));
    }
}
