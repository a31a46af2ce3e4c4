package io.github.mnistmaven.study.internal.page;

import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.study.internal.page.Chart.LegendEntry;
import io.github.mnistmaven.study.internal.page.Table.Cell;
import io.github.mnistmaven.study.internal.svg.Colour;
import io.github.mnistmaven.study.internal.svg.LinePlot;
import io.github.mnistmaven.study.internal.svg.LinePlot.Line;
import io.github.mnistmaven.study.internal.svg.LinePlot.Measure;
import io.github.mnistmaven.study.internal.svg.LinePlot.Point;
import io.github.mnistmaven.study.internal.text.ClassWords;
import io.github.mnistmaven.study.internal.text.NumberText;
import io.github.mnistmaven.study.results.ModelResult;
import io.github.mnistmaven.training.Epoch;
import io.github.mnistmaven.training.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** How each model got there, epoch by epoch. A few models share a chart; of many, each has its own. */
final class LearningCurvesSection {

    private static final int MAX_TOGETHER = 2;

    private final List<ModelResult> models;
    private final ClassWords words;

    LearningCurvesSection(List<ModelResult> models, ClassWords words) {
        this.models = models;
        this.words = words;
    }

    Section section() {
        List<Chart> charts = new ArrayList<>();
        int together = models.size() <= MAX_TOGETHER ? models.size() : 1;
        for (int from = 0; from < models.size(); from += together) {
            List<Integer> group = IntStream.range(from, from + together).boxed().toList();
            charts.add(chart("accuracy", Measure.ACCURACY, Epoch::trainingAccuracy, Epoch::validationAccuracy, group));
            charts.add(chart("loss", Measure.LOSS, Epoch::trainingLoss, Epoch::validationLoss, group));
        }
        return new Section(
                "curves",
                "Learning curves",
                "Learning curves",
                List.of(
                        Block.text(
                                "Solid: held-out validation %s after each epoch, the best epoch in a ring. Dashed: training %s, measured while the model was still learning. Both axes are stretched towards good values."
                                        .formatted(words.images(), words.images()),
                                whyTrainingLooksWorse()),
                        Block.figures(charts)));
    }

    private String whyTrainingLooksWorse() {
        List<String> reasons = new ArrayList<>();
        reason("%s are distorted (augmentation)".formatted(words.images()), recipe -> !recipe.augmentation()
                        .isNone())
                .ifPresent(reasons::add);
        reason("labels are smoothed", recipe -> recipe.labelSmoothing() > 0).ifPresent(reasons::add);
        return reasons.isEmpty()
                ? "A validation loss that rises while the training loss still falls shows overfitting."
                : "In training, %s: training curves look worse than the model is, and that is intended."
                        .formatted(String.join(", and ", reasons));
    }

    /** With the names of the models that it is true of, unless that is all of them. */
    private Optional<String> reason(String reason, Predicate<Recipe> isGiven) {
        List<String> names = models.stream()
                .filter(model -> isGiven.test(model.provenance().inputs().recipe()))
                .map(ModelResult::name)
                .toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                names.size() == models.size() ? reason : "%s for %s".formatted(reason, String.join(", ", names)));
    }

    private Chart chart(
            String name,
            Measure measure,
            ToDoubleFunction<Epoch> training,
            ToDoubleFunction<Epoch> validation,
            List<Integer> group) {
        List<Line> lines = new ArrayList<>();
        for (int index : group) {
            lines.add(line(index, true, "training " + name, measure, training));
        }
        for (int index : group) {
            lines.add(line(index, false, "validation " + name, measure, validation));
        }
        String whose = String.join(" and ", group.stream().map(this::name).toList());
        String title = measure == Measure.ACCURACY ? "Accuracy" : "Loss (cross-entropy, nats)";
        return Chart.of(
                        "%s of %s by epoch".formatted(measure == Measure.ACCURACY ? "Accuracy" : "Loss", whose),
                        LinePlot.of(description(name, measure, validation, group), title, measure, lines),
                        numbers(name, measure, training, validation, group, whose))
                .with(
                        group.stream()
                                .map(index -> LegendEntry.of(new Colour(index), name(index)))
                                .toList(),
                        LinePlot.notes(measure, lines));
    }

    private String name(int index) {
        return models.get(index).name();
    }

    private String description(String name, Measure measure, ToDoubleFunction<Epoch> validation, List<Integer> group) {
        return "Learning curves. "
                + String.join(
                        " ",
                        group.stream()
                                .map(index -> {
                                    History history = models.get(index).history();
                                    return "%s: best epoch %s of %s, with a validation %s of %s."
                                            .formatted(
                                                    name(index),
                                                    history.bestEpoch(),
                                                    history.epochs().size(),
                                                    name,
                                                    text(measure, validation.applyAsDouble(history.best())));
                                })
                                .toList());
    }

    private Line line(int index, boolean dashed, String what, Measure measure, ToDoubleFunction<Epoch> value) {
        History history = models.get(index).history();
        List<Point> points = Thinned.of(history.epochs(), history.bestEpoch() - 1).stream()
                .map(epoch -> {
                    double shown = value.applyAsDouble(epoch);
                    return new Point(
                            epoch.number(),
                            shown,
                            shown,
                            shown,
                            "%s, epoch %s: %s %s".formatted(name(index), epoch.number(), what, text(measure, shown)),
                            !dashed && epoch.number() == history.bestEpoch());
                })
                .toList();
        return new Line(new Colour(index), dashed, points);
    }

    private Table numbers(
            String name,
            Measure measure,
            ToDoubleFunction<Epoch> training,
            ToDoubleFunction<Epoch> validation,
            List<Integer> group,
            String whose) {
        Table.Builder table = Table.of(
                "Training and validation %s of %s, epoch by epoch".formatted(name, whose),
                "Model and epoch",
                "Training",
                "Validation");
        for (int index : group) {
            History history = models.get(index).history();
            for (Epoch epoch : Thinned.of(history.epochs(), history.bestEpoch() - 1)) {
                table.row(
                        Cell.header("%s, %s".formatted(name(index), epoch.number()), new Colour(index)),
                        List.of(
                                text(measure, training.applyAsDouble(epoch)),
                                text(measure, validation.applyAsDouble(epoch))));
            }
        }
        return table.narrow();
    }

    private static String text(Measure measure, double value) {
        return measure == Measure.ACCURACY ? NumberText.percent(value) : PreciseText.loss(value);
    }
}
