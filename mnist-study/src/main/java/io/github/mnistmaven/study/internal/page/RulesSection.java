package io.github.mnistmaven.study.internal.page;

import io.github.mnistmaven.study.gates.GateReport;
import io.github.mnistmaven.study.gates.GateResult;
import io.github.mnistmaven.study.gates.GateState;
import io.github.mnistmaven.study.internal.page.Table.Cell;
import java.util.List;
import java.util.Optional;

/** What became of the rules. */
final class RulesSection {

    private static final Link LINK = new Link("rules", "Rules");

    private RulesSection() {}

    static Optional<State> state(Optional<GateReport> gates) {
        return gates.filter(report -> !report.results().isEmpty()).map(RulesSection::state);
    }

    private static State state(GateReport report) {
        String words = report.words();
        String verdict = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        List<GateResult> undecided = report.in(GateState.UNDECIDED);
        if (!report.failures().isEmpty()) {
            return State.bad(verdict + ":", sentence(report.failures()), LINK);
        }
        return undecided.isEmpty()
                ? State.good(verdict + ".", "", LINK)
                : State.open(verdict + ":", sentence(undecided), LINK);
    }

    private static String sentence(List<GateResult> results) {
        String first = results.get(0).sentence();
        return results.size() == 1 ? first + "." : "%s; and %s more.".formatted(first, results.size() - 1);
    }

    static Optional<Section> of(Optional<GateReport> gates) {
        return gates.filter(report -> !report.results().isEmpty())
                .map(report -> new Section(
                        LINK.id(),
                        LINK.title(),
                        "Are the rules kept?",
                        List.of(
                                Block.text("What this build demands of the results, and what was found."),
                                Block.table(table(report)))));
    }

    private static Table table(GateReport report) {
        Table.Builder table = Table.of("Each rule and its verdict", "Rule", "<Verdict", "<Found");
        for (GateResult result : report.results()) {
            table.row(Cell.header(result.rule()).with("long"), verdict(report, result), Cell.words(result.sentence()));
        }
        return table.wide();
    }

    private static Cell verdict(GateReport report, GateResult result) {
        String words = result.state().words();
        if (report.failures().contains(result)) {
            return Cell.value("\u2718 " + words).with("left bad strong");
        }
        return result.state() == GateState.PASSED
                ? Cell.value("\u2714 " + words).with("left good strong")
                : Cell.value("? " + words).with("left open strong");
    }
}
