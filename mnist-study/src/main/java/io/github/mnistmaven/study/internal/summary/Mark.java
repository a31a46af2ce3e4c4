package io.github.mnistmaven.study.internal.summary;

import io.github.mnistmaven.study.baseline.Reproducibility;
import io.github.mnistmaven.study.baseline.Verdict;
import io.github.mnistmaven.study.gates.GateReport;
import io.github.mnistmaven.study.gates.GateResult;
import io.github.mnistmaven.study.gates.GateState;
import java.util.Comparator;

/** A sign in front of a verdict, for those who only glance; the words behind it say the same. The worst comes last. */
enum Mark {
    GOOD("\u2705"),
    OPEN("\u26A0\uFE0F"),
    BAD("\u274C");

    private final String sign;

    Mark(String sign) {
        this.sign = sign;
    }

    static Mark of(GateReport report) {
        return report.results().stream()
                .map(result -> of(report, result))
                .max(Comparator.naturalOrder())
                .orElse(GOOD);
    }

    static Mark of(GateReport report, GateResult result) {
        if (report.failures().contains(result)) {
            return BAD;
        }
        return result.state() == GateState.PASSED ? GOOD : OPEN;
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
