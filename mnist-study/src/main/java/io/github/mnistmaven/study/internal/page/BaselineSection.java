package io.github.mnistmaven.study.internal.page;

import io.github.mnistmaven.study.baseline.Reproducibility;
import io.github.mnistmaven.study.baseline.Reproducibility.Change;
import io.github.mnistmaven.study.baseline.Verdict;
import io.github.mnistmaven.study.internal.baseline.OtherArithmetic;
import io.github.mnistmaven.study.internal.page.Table.Cell;
import io.github.mnistmaven.study.internal.tables.BaselineTable;
import io.github.mnistmaven.study.internal.text.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the models compare with the baseline, why, and what to do about it. */
final class BaselineSection {

    private static final Link LINK = new Link("baseline", "Baseline");

    private BaselineSection() {}

    static Optional<State> state(Optional<Reproducibility> reproducibility) {
        return reproducibility.filter(found -> !found.models().isEmpty()).map(BaselineSection::state);
    }

    private static State state(Reproducibility found) {
        String verdicts = found.models().stream()
                        .map(model -> "%s: %s"
                                .formatted(model.model(), model.verdict().words()))
                        .collect(Collectors.joining(", "))
                + ".";
        if (!found.failures().isEmpty()) {
            return State.bad("Fails against the baseline:", String.join("; ", found.failures()) + ".", LINK);
        }
        return found.models().stream().allMatch(model -> isWell(model.verdict()))
                ? State.good("Matches the baseline:", verdicts, LINK)
                : State.open("Differs from the baseline:", verdicts, LINK);
    }

    private static boolean isWell(Verdict verdict) {
        return verdict == Verdict.IDENTICAL || verdict == Verdict.EQUIVALENT;
    }

    static Optional<Section> of(Optional<Reproducibility> reproducibility) {
        return reproducibility
                .filter(found -> !found.models().isEmpty())
                .map(found ->
                        new Section(LINK.id(), LINK.title(), "Do the results match the baseline?", blocks(found)));
    }

    private static List<Block> blocks(Reproducibility found) {
        List<Block> blocks = new ArrayList<>(List.of(Block.table(table(found))));
        for (Reproducibility.Model model : found.models()) {
            List<Change> changes = model.changes().stream()
                    .filter(change -> !OtherArithmetic.isOperation(change.field()))
                    .toList();
            if (!changes.isEmpty()) {
                blocks.add(Block.heading("What changed for " + model.model()));
                blocks.add(Block.table(changes(model.model(), changes)));
            }
            OtherArithmetic.ofFields(model.changes().stream()
                            .map(Reproducibility.Change::field)
                            .toList())
                    .ifPresent(
                            arithmetic -> blocks.add(Block.text(arithmetic.sentence("now", "for the baseline") + ".")));
        }
        return blocks;
    }

    private static Table table(Reproducibility found) {
        Table.Builder table = Table.of(
                "Each model and the one of the same name in the baseline",
                "Model",
                "<Verdict",
                "<What to do",
                "Accuracy in the baseline",
                "Accuracy now",
                "p-value of the difference");
        for (Reproducibility.Model model : found.models()) {
            table.row(
                    Cell.header(model.model()),
                    Cell.words("%s: %s".formatted(model.verdict().words(), BaselineTable.explanation(model)))
                            .with(model.fails() ? "bad" : isWell(model.verdict()) ? "good" : "open"),
                    Cell.words(advice(model.verdict())),
                    Cell.value(NumberText.percent(model.baseline().accuracy())),
                    Cell.value(NumberText.percent(model.now().accuracy())),
                    Cell.value(NumberText.pValue(model.pValue())));
        }
        return table.wide();
    }

    private static String advice(Verdict verdict) {
        return switch (verdict) {
            case IDENTICAL, EQUIVALENT -> "nothing";
            case CHANGED_INPUTS -> "if the change is intended, update the baseline and commit it";
            case DRIFTED ->
                "train with portable numerics on both machines; or update the baseline, if the new results are to stay";
            case NOT_DETERMINISTIC ->
                "train the model once more: if it differs again on this machine, its training is not deterministic";
        };
    }

    private static Table changes(String model, List<Change> changes) {
        Table.Builder table =
                Table.of("What differs between %s and the baseline".formatted(model), "Field", "<Baseline", "<Now");
        for (Change change : changes) {
            table.row(
                    Cell.header(change.field()).with("code"),
                    Cell.words(change.baseline().isEmpty() ? "-" : change.baseline()),
                    Cell.words(change.now().isEmpty() ? "-" : change.now()));
        }
        return table.narrow();
    }
}
