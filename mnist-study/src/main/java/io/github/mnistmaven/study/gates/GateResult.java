package io.github.mnistmaven.study.gates;

import io.github.mnistmaven.internal.files.Bounds;

/**
 * What became of one rule.
 *
 * @param rule what was asked, in words
 * @param state whether it is kept
 * @param sentence what was found, what was asked and, if it is not kept, by how much it is missed
 */
public record GateResult(String rule, GateState state, String sentence) {

    /**
     * Checks that all are there.
     *
     * @param rule what was asked, in words
     * @param state whether it is kept
     * @param sentence what was found, what was asked and, if it is not kept, by how much it is missed
     */
    public GateResult {
        Bounds.requirePresent("rule", rule);
        Bounds.requirePresent("state", state);
        Bounds.requirePresent("sentence", sentence);
    }
}
