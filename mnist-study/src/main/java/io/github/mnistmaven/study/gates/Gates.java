package io.github.mnistmaven.study.gates;

import io.github.mnistmaven.internal.files.Bounds;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules that decide whether a build passes.
 *
 * <pre>{@code
 * Gates gates = new Gates(List.of(new DifferenceRule("cnn-fast", "lstm-fast", new BigDecimal("0.003"), 0.95)));
 * GateReport report = gates.judge(Measurements.of(results));
 * report.results().get(0).sentence();
 * }</pre>
 *
 * @param rules in the order in which they are judged; they do not contradict each other
 * @param undecidedFails whether a rule that is undecided fails the build; else it is a warning
 */
public record Gates(List<Rule> rules, boolean undecidedFails) {

    /**
     * Rules of which one that is undecided is a warning.
     *
     * @param rules in the order in which they are judged; they do not contradict each other
     * @throws IllegalArgumentException if a rule is there twice, or nothing could keep all of them; the message names those that contradict each other
     */
    public Gates(List<Rule> rules) {
        this(rules, false);
    }

    /**
     * Takes a copy; looks for contradictions.
     *
     * @param rules in the order in which they are judged; they do not contradict each other
     * @param undecidedFails whether a rule that is undecided fails the build; else it is a warning
     * @throws IllegalArgumentException if a rule is there twice, or nothing could keep all of them; the message names those that contradict each other
     */
    public Gates {
        rules = Bounds.copyOf("rules", rules);
        Set<String> texts = new HashSet<>();
        for (Rule rule : rules) {
            if (!texts.add(rule.text())) {
                throw new IllegalArgumentException(
                        "the rule '%s' is there twice; leave one out".formatted(rule.text()));
            }
        }
        Optional<String> contradiction = Contradictions.among(rules);
        if (contradiction.isPresent()) {
            throw new IllegalArgumentException(contradiction.get());
        }
    }

    /**
     * Requires that each rule is about cells or models that are going to be measured: better to learn now than after hours.
     *
     * @param names theirs
     * @throws IllegalArgumentException if a rule is about another; the message names the rule and what there is
     */
    public void requireAbout(List<String> names) {
        List<String> copy = Bounds.copyOf("names", names);
        for (Rule rule : rules) {
            for (String name : rule.cells()) {
                if (!copy.contains(name)) {
                    throw new IllegalArgumentException(
                            "the rule '%s' is about '%s', which is not measured; there are %s"
                                    .formatted(rule.text(), name, String.join(", ", copy)));
                }
            }
        }
    }

    /**
     * Requires that baselines are of the test digits that are going to be used.
     *
     * @param fingerprint theirs, see {@link io.github.mnistmaven.data.DigitSet#fingerprint()}
     * @throws IllegalArgumentException if one is of others; the message names the rule and what to do
     */
    public void requireTestDigits(String fingerprint) {
        Bounds.requirePresent("fingerprint", fingerprint);
        for (Rule rule : rules) {
            if (rule instanceof NoLossRule loss) {
                loss.requireTestDigits(fingerprint);
            }
        }
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
                        "%s was not evaluated; asked was %s".formatted(String.join(" and ", missing), rule.text()),
                        Map.of());
    }
}
