package io.github.mnistmaven.study.internal.page;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.evaluation.ClassMetrics;
import io.github.mnistmaven.evaluation.ConfusionMatrix;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.study.internal.page.Table.Cell;
import io.github.mnistmaven.study.internal.page.Table.Column;
import io.github.mnistmaven.study.internal.page.Table.Row;
import io.github.mnistmaven.study.internal.text.ClassWords;
import io.github.mnistmaven.study.internal.text.NumberText;
import io.github.mnistmaven.study.results.ModelResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is taken for what. A confusion matrix is a table, and stays one: its numbers are there to be read. */
final class ConfusionSection {

    private static final int CLASSES = DigitSet.CLASSES;
    private static final int SHADES = 4;

    private final Evaluation evaluation;
    private final ConfusionMatrix matrix;
    private final ClassWords words;

    private ConfusionSection(Evaluation evaluation, ClassWords words) {
        this.evaluation = evaluation;
        this.matrix = evaluation.confusionMatrix();
        this.words = words;
    }

    static Section of(List<ModelResult> models, ClassWords words) {
        List<Block> blocks = new ArrayList<>(List.of(Block.text(
                "A row is what the %s shows, a column what the model predicted. Errors are off the diagonal: the stronger the colour, the larger their share of the row. Empty cells are 0."
                        .formatted(words.image()))));
        blocks.add(Block.groups(models.stream()
                .map(model -> new ConfusionSection(model.evaluation(), words).blocks())
                .toList()));
        return new Section("confusion", "Confusion", "Confusion matrices", blocks);
    }

    private List<Block> blocks() {
        return List.of(
                Block.heading(evaluation.modelName()),
                Block.text(summary()),
                Block.table(matrixTable()),
                Block.fold(
                        "Precision, recall and F1 of %s by %s".formatted(evaluation.modelName(), words.aClass()),
                        List.of(Block.table(perClass()))));
    }

    private String summary() {
        int errors = evaluation.size() - evaluation.correct();
        if (errors == 0) {
            return "No error in %s %s.".formatted(NumberText.count(evaluation.size()), words.images());
        }
        int cell = errorCells()
                .max(Comparator.comparingInt(this::count).thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
        boolean isAlone =
                errorCells().filter(other -> count(other) == count(cell)).count() == 1;
        return "%s in %s %s; %s: %s predicted as %s, %s."
                .formatted(
                        errors == 1 ? "1 error" : NumberText.count(errors) + " errors",
                        NumberText.count(evaluation.size()),
                        words.images(),
                        isAlone ? "the most frequent" : "among the most frequent",
                        words.name(cell / CLASSES),
                        words.name(cell % CLASSES),
                        count(cell) == 1 ? "once" : NumberText.count(count(cell)) + " times");
    }

    private Stream<Integer> errorCells() {
        return IntStream.range(0, CLASSES * CLASSES)
                .filter(i -> i / CLASSES != i % CLASSES)
                .boxed();
    }

    private int count(int cell) {
        return matrix.count(cell / CLASSES, cell % CLASSES);
    }

    private double share(int cell) {
        int support = matrix.support(cell / CLASSES);
        return support == 0 ? 0 : (double) count(cell) / support;
    }

    private Table matrixTable() {
        double most = errorCells().mapToDouble(this::share).max().orElseThrow();
        List<Column> columns = new ArrayList<>(List.of(new Column("", "")));
        IntStream.range(0, CLASSES).forEach(i -> columns.add(new Column(words.name(i), "")));
        List<Row> rows = new ArrayList<>();
        for (int actual = 0; actual < CLASSES; actual++) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.header(words.name(actual))));
            for (int predicted = 0; predicted < CLASSES; predicted++) {
                cells.add(cell(actual * CLASSES + predicted, most));
            }
            rows.add(new Row(cells));
        }
        return new Table(
                "Confusion matrix of " + evaluation.modelName(),
                words.areDigits() ? "matrix" : "matrix named",
                columns,
                rows);
    }

    /** Its shade goes by the root of the share, so that single errors show beside frequent ones. */
    private Cell cell(int cell, double most) {
        int count = count(cell);
        boolean correct = cell / CLASSES == cell % CLASSES;
        if (count == 0) {
            return Cell.value("").with(correct ? "hit0" : "");
        }
        int shade = correct ? 0 : Math.max(1, (int) Math.ceil(SHADES * Math.sqrt(share(cell) / most)));
        return Cell.value(NumberText.count(count))
                .with(correct ? "hit0" : "miss" + Math.min(SHADES, shade))
                .hover("%s predicted as %s: %s, %s of the row"
                        .formatted(
                                words.name(cell / CLASSES),
                                words.name(cell % CLASSES),
                                NumberText.count(count),
                                NumberText.percent(share(cell))));
    }

    private Table perClass() {
        Table.Builder table = Table.of(
                "%s: precision is the share of correct ones among all that were predicted as the %s; recall, the share of correct ones among all that show it; F1, their harmonic mean; support, how many show it"
                        .formatted(evaluation.modelName(), words.aClass()),
                words.areDigits() ? "Digit" : "Class",
                "Precision",
                "Recall",
                "F1",
                "Support");
        for (ClassMetrics metrics : matrix.perClass()) {
            table.row(
                    Cell.header(words.name(metrics.digit())),
                    List.of(
                            NumberText.percent(metrics.precision()),
                            NumberText.percent(metrics.recall()),
                            NumberText.percent(metrics.f1()),
                            NumberText.count(metrics.support())));
        }
        return table.narrow();
    }
}
