package io.github.mnistmaven.study.gates;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.study.runs.StudyResults;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules that decide whether a build passes.
 *
 * <pre>{@code
 * Gates gates = new Gates(List.of(new DifferenceRule("cnn-fast", "lstm-fast", new BigDecimal("0.003"), 0.95)));
 * GateReport report = gates.judge(results);
 * report.results().get(0).sentence();
 * }</pre>
 *
 * @param rules in the order in which they are judged; no two contradict each other
 */
public record Gates(List<Rule> rules) {

    /**
     * Takes a copy; looks for contradictions.
     *
     * @param rules in the order in which they are judged; no two contradict each other
     * @throws IllegalArgumentException if a rule is there twice, or no study could keep two of them; the message names both
     */
    public Gates {
        rules = Bounds.copyOf("rules", rules);
        Set<String> texts = new HashSet<>();
        for (Rule rule : rules) {
            if (!texts.add(rule.text())) {
                throw new IllegalArgumentException(
                        "the rule '%s' is there twice; leave one out".formatted(rule.text()));
            }
            for (Rule other : rules) {
                if (contradict(rule, other)) {
                    throw new IllegalArgumentException(
                            "the rules '%s' and '%s' contradict each other: nothing can keep both; leave one out"
                                    .formatted(rule.text(), other.text()));
                }
            }
        }
    }

    private static boolean contradict(Rule rule, Rule other) {
        if (rule instanceof MetricRule minimum && other instanceof MetricRule maximum) {
            return minimum.bound() == MetricRule.Bound.MINIMUM
                    && maximum.bound() == MetricRule.Bound.MAXIMUM
                    && minimum.cell().equals(maximum.cell())
                    && minimum.metric() == maximum.metric()
                    && minimum.limit().compareTo(maximum.limit()) > 0;
        }
        return rule instanceof DifferenceRule one
                && other instanceof DifferenceRule two
                && one.better().equals(two.worse())
                && one.worse().equals(two.better());
    }

    /**
     * Requires that each rule is about cells that are to be in the study: better to learn now than after hours.
     *
     * @param cells their names
     * @throws IllegalArgumentException if a rule is about another; the message names the rule and the cells
     */
    public void requireAbout(List<String> cells) {
        List<String> names = Bounds.copyOf("cells", cells);
        for (Rule rule : rules) {
            for (String cell : rule.cells()) {
                if (!names.contains(cell)) {
                    throw new IllegalArgumentException(
                            "the rule '%s' is about the cell '%s', which is not in the study; there are %s"
                                    .formatted(rule.text(), cell, String.join(", ", names)));
                }
            }
        }
    }

    /**
     * Judges a study by each rule.
     *
     * @param results that have the cells of all rules
     * @return what became of each rule, in their order
     * @throws IllegalArgumentException if the study lacks a cell of a rule
     */
    public GateReport judge(StudyResults results) {
        Bounds.requirePresent("results", results);
        return new GateReport(rules.stream().map(rule -> rule.judge(results)).toList());
    }
}
