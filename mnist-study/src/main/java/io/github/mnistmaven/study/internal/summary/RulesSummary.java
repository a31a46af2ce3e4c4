package io.github.mnistmaven.study.internal.summary;

import io.github.mnistmaven.study.gates.GateReport;
import io.github.mnistmaven.study.gates.GateState;
import io.github.mnistmaven.study.internal.summary.Table.Column;
import java.util.Comparator;
import java.util.List;

/** What a summary says of rules, be they about models or about the cells of a study. */
final class RulesSummary {

    private static final List<GateState> WORST_FIRST = List.of(GateState.FAILED, GateState.UNDECIDED, GateState.PASSED);

    private RulesSummary() {}

    /** The verdict on all of them, such as {@code 1 of 3 rules broken}. */
    static String verdict(GateReport report) {
        return Mark.of(report).before(report.words());
    }

    /** Of many rules, those that are kept are cut off first. */
    static Table table(GateReport report, int max) {
        return Table.limited(
                List.of(Column.text("rule"), Column.text("what was found")),
                report.results().stream()
                        .sorted(Comparator.comparingInt(result -> WORST_FIRST.indexOf(result.state())))
                        .map(result -> List.of(
                                Mark.of(report, result).before(result.state().words()), result.sentence()))
                        .toList(),
                max,
                "rule");
    }
}
