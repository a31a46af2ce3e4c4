package io.github.mnistmaven.study.gates;

import java.util.List;

/** What a study, or single models, have to show for a build to pass. */
public sealed interface Rule permits MetricRule, DifferenceRule, RelativeTimeRule, NoLossRule {

    /**
     * The rule as people read it.
     *
     * @return such as {@code accuracy of cnn-fast at least 0.99}
     */
    String text();

    /**
     * What it asks for.
     *
     * @return the kind of the rule
     */
    RuleKind kind();

    /**
     * Which cells or models it is about.
     *
     * @return one or two names
     */
    List<String> cells();

    /**
     * Which metric it is about.
     *
     * @return the metric
     */
    GatedMetric metric();

    /**
     * Judges what was measured.
     *
     * @param measurements that have the cells or models of the rule
     * @return what became of the rule
     * @throws IllegalArgumentException if they lack one; the message says which there are
     */
    GateResult judge(Measurements measurements);
}
