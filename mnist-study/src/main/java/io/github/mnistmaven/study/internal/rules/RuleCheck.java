package io.github.mnistmaven.study.internal.rules;

import io.github.mnistmaven.study.gates.Gates;
import io.github.mnistmaven.study.gates.Rule;
import java.util.List;

/**
 * Whether rules can be judged once all is measured: better to learn now than after hours.
 *
 * @param gates the rules
 */
public record RuleCheck(Gates gates) {

    /**
     * Requires that each rule is about cells or models that are going to be measured.
     *
     * @param names theirs
     * @throws IllegalArgumentException if a rule is about another; the message names the rule and what there is
     */
    public void requireAbout(List<String> names) {
        for (Rule rule : gates.rules()) {
            for (String name : rule.cells()) {
                if (!names.contains(name)) {
                    throw new IllegalArgumentException(
                            "the rule '%s' is about '%s', which is not measured; the choices are %s"
                                    .formatted(rule.text(), name, String.join(", ", names)));
                }
            }
        }
    }

    /**
     * Requires that earlier studies are of the test digits that are going to be used.
     *
     * @param fingerprint theirs, see {@link io.github.mnistmaven.data.DigitSet#fingerprint()}
     * @throws IllegalArgumentException if one is of others; the message names the rule and what to do
     */
    public void requireTestDigits(String fingerprint) {
        for (Rule rule : gates.rules()) {
            if (rule instanceof Rule.NoLoss loss
                    && !loss.baseline().testFingerprint().equals(fingerprint)) {
                throw new IllegalArgumentException(
                        "the rule '%s' cannot be judged: the baseline was evaluated on other test digits, with fingerprint %s instead of %s; make the baseline again"
                                .formatted(rule.text(), loss.baseline().testFingerprint(), fingerprint));
            }
        }
    }
}
