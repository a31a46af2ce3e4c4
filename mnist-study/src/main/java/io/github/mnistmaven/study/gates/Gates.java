package io.github.mnistmaven.study.gates;

import io.github.mnistmaven.internal.files.Bounds;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules that decide whether a build passes.
 *
 * <pre>{@code
 * Gates gates = Gates.of(Rule.accuracyOf("cnn-fast").atLeast(0.98), Rule.moreAccurate("cnn-fast").than("lstm-fast").by(0.003));
 * GateReport report = gates.judge(Measurements.of(results));
 * report.results().get(0).sentence();
 * }</pre>
 */
public final class Gates {

    private final List<Rule> rules;
    private final boolean undecidedFails;

    private Gates(List<Rule> rules, boolean undecidedFails) {
        this.rules = rules;
        this.undecidedFails = undecidedFails;
    }

    /**
     * Rules of which one that is undecided is a warning.
     *
     * @param rules in the order in which they are judged
     * @return the rules
     * @throws IllegalArgumentException if a rule is there twice, or nothing could keep all of them; the message names those that contradict each other
     */
    public static Gates of(Rule... rules) {
        Bounds.requirePresent("rules", rules);
        return of(Arrays.asList(rules));
    }

    /**
     * Rules of which one that is undecided is a warning.
     *
     * @param rules in the order in which they are judged
     * @return the rules
     * @throws IllegalArgumentException if a rule is there twice, or nothing could keep all of them; the message names those that contradict each other
     */
    public static Gates of(List<Rule> rules) {
        List<Rule> copy = Bounds.copyOf("rules", rules);
        Set<String> texts = new HashSet<>();
        for (Rule rule : copy) {
            if (!texts.add(rule.text())) {
                throw new IllegalArgumentException("the rule '%s' appears twice; remove one".formatted(rule.text()));
            }
        }
        Optional<String> contradiction = Contradictions.among(copy);
        if (contradiction.isPresent()) {
            throw new IllegalArgumentException(contradiction.get());
        }
        return new Gates(copy, false);
    }

    /**
     * The same rules, of which one that is undecided fails the build or is a warning.
     *
     * @param fails whether it fails the build
     * @return a changed copy
     */
    public Gates withUndecidedFailing(boolean fails) {
        return new Gates(rules, fails);
    }

    /**
     * The rules.
     *
     * @return in the order in which they are judged
     */
    public List<Rule> rules() {
        return rules;
    }

    /**
     * Judges by each rule. One that cannot be judged, as its cell or model is not there or its baseline is of other test digits, is broken.
     *
     * @param measurements what was measured, of a study or of single models
     * @return what became of each rule, in their order
     */
    public GateReport judge(Measurements measurements) {
        Bounds.requirePresent("measurements", measurements);
        return new GateReport(
                rules.stream().map(rule -> judge(rule, measurements)).toList(), undecidedFails);
    }

    private static GateResult judge(Rule rule, Measurements measurements) {
        List<String> missing =
                rule.cells().stream().filter(name -> !measurements.has(name)).toList();
        return missing.isEmpty()
                ? rule.judge(measurements)
                : GateResult.of(
                        rule,
                        GateState.FAILED,
                        "%s not evaluated; required: %s"
                                .formatted(
                                        String.join(" and ", missing) + (missing.size() == 1 ? " was" : " were"),
                                        rule.text()),
                        Map.of());
    }

    /**
     * The rules as people read them.
     *
     * @return a line for each
     */
    @Override
    public String toString() {
        return String.join("\n", rules.stream().map(Rule::text).toList());
    }
}
