package io.github.mnistmaven.study.gates;

import java.util.List;
import java.util.Map;

/** Verdicts that no rule has led to. */
public final class SampleGates {

    private SampleGates() {}

    public static GateResult result(String rule, GateState state, String sentence) {
        return new GateResult(rule, RuleKind.MINIMUM, List.of("cnn"), "accuracy", state, sentence, Map.of());
    }

    public static GateReport report(GateResult... results) {
        return new GateReport(List.of(results), false);
    }
}
