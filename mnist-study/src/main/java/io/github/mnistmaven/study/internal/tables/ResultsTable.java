package io.github.mnistmaven.study.internal.tables;

import io.github.mnistmaven.study.internal.text.NumberText;
import io.github.mnistmaven.study.internal.text.PairwiseFinding;
import io.github.mnistmaven.study.results.ModelResult;
import io.github.mnistmaven.study.results.Results;
import io.github.mnistmaven.training.History;
import java.util.ArrayList;
import java.util.List;

/** The results as a table for the build's log: plain ASCII, at most {@value #WIDTH} columns wide. */
public final class ResultsTable {

    private static final int WIDTH = 100;
    private static final List<String> HEADER =
            List.of("model", "accuracy (95 % interval)", "loss", "time", "epochs", "parameters");

    private ResultsTable() {}

    /**
     * The table.
     *
     * @param results what it tells
     * @return its lines, a header first, then one a model
     */
    public static List<String> lines(Results results) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        results.models().forEach(entry -> rows.add(row(entry)));
        return TextTable.lines(rows, WIDTH);
    }

    /**
     * Whether the models differ by more than chance, in words.
     *
     * @param results what it tells
     * @return one line for each pair of models; none for a single model
     */
    public static List<String> verdicts(Results results) {
        return PairwiseFinding.of(results.comparison()).stream()
                .map(PairwiseFinding::sentence)
                .toList();
    }

    private static List<String> row(ModelResult entry) {
        History history = entry.history();
        return List.of(
                entry.name(),
                "%s (%s)"
                        .formatted(
                                NumberText.percent(entry.evaluation().accuracy()),
                                NumberText.percent(entry.evaluation().accuracyInterval())),
                NumberText.loss(entry.evaluation().loss()),
                NumberText.seconds(history.seconds()),
                "%s (best %s)".formatted(history.epochs().size(), history.bestEpoch()),
                NumberText.count(entry.provenance().inputs().parameters()));
    }
}
