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
        int all = report.results().size();
        List<GateResult> failed = report.in(GateState.FAILED);
        List<GateResult> undecided = report.in(GateState.UNDECIDED);
        if (!failed.isEmpty()) {
            return State.bad("%s of %s rules broken:".formatted(failed.size(), all), sentence(failed), LINK);
        }
        if (!undecided.isEmpty()) {
            return State.open("%s of %s rules undecided:".formatted(undecided.size(), all), sentence(undecided), LINK);
        }
        return State.good(all == 1 ? "The rule is kept." : "All %s rules are kept.".formatted(all), "", LINK);
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
            table.row(Cell.header(result.rule()).with("long"), verdict(result.state()), Cell.words(result.sentence()));
        }
        return table.wide();
    }

    private static Cell verdict(GateState state) {
        return switch (state) {
            case PASSED -> Cell.value("\u2714 kept").with("left good strong");
            case FAILED -> Cell.value("\u2718 broken").with("left bad strong");
            case UNDECIDED -> Cell.value("? undecided").with("left open strong");
        };
    }
}
