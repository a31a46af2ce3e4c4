package io.github.mnistmaven.study.internal.summary;

import io.github.mnistmaven.study.gates.GateReport;
import io.github.mnistmaven.study.gates.GateState;
import io.github.mnistmaven.study.internal.summary.Table.Column;
import java.util.List;
import java.util.Locale;

/** What a summary says of rules, be they about models or about the cells of a study. */
final class RulesSummary {

    private static final int MAX_RULES = 8;

    private RulesSummary() {}

    /** The verdict on all of them, such as {@code 1 of 3 rules broken}. */
    static String verdict(GateReport report) {
        int failed = report.in(GateState.FAILED).size();
        int undecided = report.in(GateState.UNDECIDED).size();
        if (failed > 0) {
            return Mark.BAD.before(ofAll(report, failed, "broken"));
        }
        return undecided > 0
                ? Mark.OPEN.before(ofAll(report, undecided, "undecided"))
                : Mark.GOOD.before(ofAll(report, report.results().size(), "kept"));
    }

    private static String ofAll(GateReport report, int count, String state) {
        int all = report.results().size();
        return "%d of %d %s %s".formatted(count, all, all == 1 ? "rule" : "rules", state);
    }

    static Table table(GateReport report) {
        return Table.limited(
                List.of(Column.text("rule"), Column.text("what was found")),
                report.results().stream()
                        .map(result -> List.of(
                                Mark.of(result.state())
                                        .before(result.state().name().toLowerCase(Locale.ROOT)),
                                result.sentence()))
                        .toList(),
                MAX_RULES,
                "rules");
    }
}
