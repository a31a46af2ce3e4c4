package io.github.mnistmaven.study.gates;

import io.github.mnistmaven.internal.files.Bounds;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of one rule.
 *
 * @param rule what was asked, in words
 * @param kind what kind of rule it is
 * @param cells the cells or models that it is about
 * @param metric the metric that it is about, such as {@code accuracy}
 * @param state whether it is kept
 * @param sentence what was found, what was asked and, if it is not kept, by how much it is missed
 * @param numbers the numbers in the sentence, not rounded, by name, as far as they are known: {@code asked}, the limit; {@code found}, what is compared with it; {@code lower} and {@code upper}, the
 *     95 % interval of what was found; {@code missedBy}, by how much the rule is missed, in the unit of the metric or, where there is a {@code confidence}, as a probability; 0 if the rule is kept.
 *     {@code confidence} is that of a difference that was asked for, {@code probability} the one that was found; of two single runs there is the {@code pValue} of McNemar's exact test instead
 */
public record GateResult(
        String rule,
        RuleKind kind,
        List<String> cells,
        String metric,
        GateState state,
        String sentence,
        Map<String, Double> numbers) {

    /**
     * Takes copies; checks that all are there.
     *
     * @param rule what was asked, in words
     * @param kind what kind of rule it is
     * @param cells the cells or models that it is about
     * @param metric the metric that it is about, such as {@code accuracy}
     * @param state whether it is kept
     * @param sentence what was found, what was asked and, if it is not kept, by how much it is missed
     * @param numbers the numbers in the sentence, not rounded, by name, as far as they are known: {@code asked}, {@code found}, {@code lower}, {@code upper}, {@code missedBy}, {@code confidence},
     *     {@code probability}, {@code pValue}
     */
    public GateResult {
        Bounds.requirePresent("rule", rule);
        Bounds.requirePresent("kind", kind);
        cells = Bounds.copyOf("cells", cells);
        Bounds.requirePresent("metric", metric);
        Bounds.requirePresent("state", state);
        Bounds.requirePresent("sentence", sentence);
        Bounds.requirePresent("numbers", numbers);
        SortedMap<String, Double> copy = new TreeMap<>();
        numbers.forEach((name, value) -> {
            Bounds.requirePresent("a name in numbers", name);
            Bounds.requirePresent("numbers." + name, value);
            // A ratio to no time at all, say: JSON knows no infinity.
            copy.put(name, Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value)));
        });
        numbers = Collections.unmodifiableSortedMap(copy);
    }

    static GateResult of(Rule rule, GateState state, String sentence, Map<String, Double> numbers) {
        return new GateResult(
                rule.text(), rule.kind(), rule.cells(), rule.metric().id(), state, sentence, numbers);
    }
}
