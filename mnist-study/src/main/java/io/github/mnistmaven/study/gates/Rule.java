package io.github.mnistmaven.study.gates;

import io.github.mnistmaven.study.runs.StudyResults;
import java.util.List;

/** What a study has to show for a build to pass. */
public sealed interface Rule permits MetricRule, DifferenceRule, RelativeTimeRule, NoLossRule {

    /**
     * The rule as people read it.
     *
     * @return such as {@code accuracy of cnn-fast at least 0.99}
     */
    String text();

    /**
     * Which cells it is about.
     *
     * @return one or two names
     */
    List<String> cells();

    /**
     * Judges a study.
     *
     * @param results that have the cells of the rule
     * @return what became of the rule
     * @throws IllegalArgumentException if the study has no such cell; the message says which ones it has
     */
    GateResult judge(StudyResults results);
}
