package io.github.mnistmaven.study.internal.tables;

import io.github.mnistmaven.study.internal.text.NumberText;
import io.github.mnistmaven.study.internal.text.PairwiseFinding;
import io.github.mnistmaven.study.results.EvaluatedModel;
import io.github.mnistmaven.study.results.Results;
import io.github.mnistmaven.training.History;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The results as a table for the build's log: plain ASCII, at most {@value #WIDTH} columns wide. */
public final class ResultsTable {

    private static final int WIDTH = 100;
    private static final String GAP = "  ";
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
        results.evaluatedModels().forEach(entry -> rows.add(row(entry)));
        int[] widths = IntStream.range(0, HEADER.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElseThrow())
                .toArray();
        int spare = WIDTH - IntStream.of(widths).sum() - GAP.length() * (widths.length - 1);
        widths[0] += Math.min(0, spare);
        return rows.stream().map(row -> line(row, widths)).toList();
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

    private static List<String> row(EvaluatedModel entry) {
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

    /** Names to the left, numbers to the right. */
    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder(pad(shortened(cells.get(0), widths[0]), -widths[0]));
        for (int column = 1; column < widths.length; column++) {
            line.append(GAP).append(pad(cells.get(column), widths[column]));
        }
        return line.toString();
    }

    private static String pad(String text, int width) {
        return String.format("%" + width + "s", text);
    }

    private static String shortened(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 3) + "...";
    }
}
