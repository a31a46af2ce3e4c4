package io.github.mnistmaven.study.internal.summary;

import io.github.mnistmaven.study.baseline.Reproducibility;
import io.github.mnistmaven.study.baseline.Verdict;
import io.github.mnistmaven.study.gates.GateState;

/** A sign in front of a verdict, for those who only glance; the words behind it say the same. */
enum Mark {
    GOOD("\u2705"),
    OPEN("\u26A0\uFE0F"),
    BAD("\u274C");

    private final String sign;

    Mark(String sign) {
        this.sign = sign;
    }

    static Mark of(GateState state) {
        return switch (state) {
            case PASSED -> GOOD;
            case UNDECIDED -> OPEN;
            case FAILED -> BAD;
        };
    }

    static Mark of(Reproducibility.Model model) {
        if (model.fails()) {
            return BAD;
        }
        return model.verdict() == Verdict.IDENTICAL || model.verdict() == Verdict.EQUIVALENT ? GOOD : OPEN;
    }

    String before(String text) {
        return sign + " " + text;
    }
}
