package io.github.mnistmaven.study.internal.page;

import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.study.internal.page.Table.Cell;
import io.github.mnistmaven.study.internal.svg.Colour;
import io.github.mnistmaven.study.internal.svg.IntervalPlot;
import io.github.mnistmaven.study.internal.svg.ScatterPlot;
import io.github.mnistmaven.study.internal.text.ClassWords;
import io.github.mnistmaven.study.internal.text.NumberText;
import io.github.mnistmaven.study.internal.text.PairwiseFinding;
import io.github.mnistmaven.study.results.ModelResult;
import io.github.mnistmaven.study.statistics.Comparison;
import io.github.mnistmaven.training.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How good each model is, and whether they differ by more than chance. */
final class ResultsSection {

    /** More pairs than these are folded away. */
    private static final int MAX_OPEN_PAIRS = 15;

    private final Comparison comparison;
    private final List<ModelResult> models;
    private final ClassWords words;

    ResultsSection(Comparison comparison, List<ModelResult> models, ClassWords words) {
        this.comparison = comparison;
        this.models = models;
        this.words = words;
    }

    /** What the headline rests on. */
    List<String> explanations() {
        List<PairwiseFinding> pairs = PairwiseFinding.of(comparison);
        if (pairs.size() != 1) {
            return List.of();
        }
        PairwiseFinding pair = pairs.get(0);
        return List.of("%s alone was correct on %s %s, %s alone on %s (%s)."
                .formatted(
                        pair.first(),
                        pair.firstAlone(),
                        words.images(),
                        pair.second(),
                        pair.secondAlone(),
                        pair.pValue()));
    }

    Section section() {
        List<Block> blocks = new ArrayList<>(List.of(Block.table(table())));
        aboutLoss().map(Block::text).ifPresent(blocks::add);
        blocks.add(Block.figures(figures()));
        List<PairwiseFinding> pairs = PairwiseFinding.of(comparison);
        if (!pairs.isEmpty()) {
            blocks.add(Block.heading("Do the models differ by more than chance?"));
            Block table = Block.table(pairs(pairs));
            blocks.add(
                    pairs.size() <= MAX_OPEN_PAIRS
                            ? table
                            : Block.fold("All %s pairs".formatted(pairs.size()), List.of(table)));
            blocks.add(Block.text(explanation(pairs.size() > 1)));
        }
        return new Section("results", "Results", "Results", blocks);
    }

    /** Else the most accurate model may seem to be a bad one. */
    private Optional<String> aboutLoss() {
        List<String> smoothed = models.stream()
                .filter(model -> model.provenance().inputs().recipe().labelSmoothing() > 0)
                .map(ModelResult::name)
                .toList();
        return smoothed.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Smoothed labels make a model less confident (%s): its loss is higher than its errors alone would make it."
                                .formatted(String.join(", ", smoothed)));
    }

    private Table table() {
        Table.Builder table = Table.of(
                "Accuracy, interval, errors and loss on the test " + words.images(),
                "Model",
                "Accuracy",
                "95 % interval",
                "Errors",
                "Loss",
                "Validation accuracy",
                "Training time",
                "Epochs",
                "Parameters");
        for (int i = 0; i < models.size(); i++) {
            ModelResult model = models.get(i);
            Evaluation evaluation = model.evaluation();
            History history = model.history();
            table.row(
                    Cell.header(model.name(), new Colour(i)),
                    Cell.value(NumberText.percent(evaluation.accuracy())).with("strong"),
                    Cell.value(NumberText.percent(evaluation.accuracyInterval())),
                    Cell.value(NumberText.count(evaluation.size() - evaluation.correct())),
                    Cell.value(PreciseText.loss(evaluation.loss())),
                    Cell.value(NumberText.percent(history.best().validationAccuracy())),
                    Cell.value(NumberText.seconds(history.seconds())),
                    Cell.value("%s, best %s".formatted(history.epochs().size(), history.bestEpoch())),
                    Cell.value(NumberText.count(model.provenance().inputs().parameters())));
        }
        return table.wide();
    }

    private List<Chart> figures() {
        return models.size() == 1 ? List.of(accuracies()) : List.of(accuracies(), times());
    }

    private Chart times() {
        Table.Builder numbers =
                Table.of("Training time and test accuracy of each model", "Model", "Training time", "Test accuracy");
        models.forEach(model -> numbers.row(
                Cell.header(model.name()),
                List.of(
                        NumberText.seconds(model.history().seconds()),
                        NumberText.percent(model.evaluation().accuracy()))));
        return Chart.of(
                "Test accuracy against training time",
                ScatterPlot.of(
                        "Test accuracy of each model against its training time",
                        IntStream.range(0, models.size()).mapToObj(this::point).toList()),
                numbers.narrow(),
                models.size() > 2
                        ? "The dotted line joins the models that no other one beats in both accuracy and time. The time axis is logarithmic."
                        : "The time axis is logarithmic.");
    }

    private ScatterPlot.Point point(int index) {
        ModelResult model = models.get(index);
        Evaluation evaluation = model.evaluation();
        return new ScatterPlot.Point(
                new Colour(index),
                model.name(),
                model.history().seconds(),
                evaluation.accuracy(),
                evaluation.accuracyInterval().lower(),
                evaluation.accuracyInterval().upper(),
                "%s: %s in %s"
                        .formatted(
                                model.name(),
                                NumberText.percent(evaluation.accuracy()),
                                NumberText.seconds(model.history().seconds())));
    }

    private Chart accuracies() {
        List<IntervalPlot.Row> rows =
                IntStream.range(0, models.size()).mapToObj(this::row).toList();
        Table.Builder numbers = Table.of("Test accuracy of each model", "Model", "Accuracy", "95 % interval");
        rows.forEach(row -> numbers.row(
                Cell.header(row.name()),
                List.of(
                        NumberText.percent(row.value()),
                        "%s - %s".formatted(NumberText.percent(row.lower()), NumberText.percent(row.upper())))));
        return Chart.of(
                "Test accuracy with 95 % intervals",
                IntervalPlot.ofShares(
                        "Test accuracy of %s with its 95 %% interval; the numbers are in the table above"
                                .formatted(models.size() == 1 ? "the model" : "each model"),
                        "Test accuracy",
                        rows),
                numbers.narrow(),
                "The dot is what was measured, the line its 95 %% interval: how far other test %s of the same kind may move it."
                        .formatted(words.images()));
    }

    private IntervalPlot.Row row(int index) {
        Evaluation evaluation = models.get(index).evaluation();
        return new IntervalPlot.Row(
                new Colour(index),
                evaluation.modelName(),
                "%s (%s)"
                        .formatted(
                                NumberText.percent(evaluation.accuracy()),
                                NumberText.percent(evaluation.accuracyInterval())),
                evaluation.accuracy(),
                evaluation.accuracyInterval().lower(),
                evaluation.accuracyInterval().upper(),
                List.of());
    }

    private static Table pairs(List<PairwiseFinding> pairs) {
        Table.Builder table = Table.of(
                "Each pair of models",
                "Finding",
                "<Correct where the other is wrong",
                pairs.size() > 1 ? "Adjusted p-value" : "p-value");
        for (PairwiseFinding pair : pairs) {
            table.row(
                    Cell.header(pair.statement()).with("long"),
                    Cell.words("%s: %s, %s: %s"
                            .formatted(pair.first(), pair.firstAlone(), pair.second(), pair.secondAlone())),
                    Cell.value(pair.pValue()));
        }
        return table.wide();
    }

    private String explanation(boolean adjusted) {
        return "McNemar's exact test looks at the %s that only one of two models classified correctly: if both were equally accurate, about half of these would go to either. Below p = 0.05 the difference counts as significant.%s The test is about these trained models; another seed gives other models."
                .formatted(
                        words.images(),
                        adjusted ? " The p-values are adjusted for the number of pairs by Holm's method." : "");
    }
}
