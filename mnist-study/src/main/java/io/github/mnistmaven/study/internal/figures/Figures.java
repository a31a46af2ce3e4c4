package io.github.mnistmaven.study.internal.figures;

import io.github.mnistmaven.provenance.Provenance;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.study.internal.text.ClassWords;
import io.github.mnistmaven.study.results.ModelResult;
import io.github.mnistmaven.study.results.Results;
import io.github.mnistmaven.training.History;
import java.util.ArrayList;
import java.util.List;

/** The pictures of a study. Where this Java cannot draw, see {@link Rendering#problem}, there are none. */
public final class Figures {

    private Figures() {}

    /**
     * All figures of some results, for light pages: the comparison, and of each model its learning curves and its confusion
     * matrix.
     *
     * @param results what they show
     * @return the figures, rendered
     */
    public static List<RenderedFigure> of(Results results) {
        return of(results, ChartTheme.LIGHT);
    }

    /**
     * All figures of some results.
     *
     * @param results what they show
     * @param theme for which pages
     * @return the figures, rendered
     */
    public static List<RenderedFigure> of(Results results, ChartTheme theme) {
        return rendered(all(results, theme));
    }

    /**
     * The files that {@link #of} makes where this Java can draw, of any theme.
     *
     * @param results what they show
     * @return the comparison, then for each model its learning curves and its confusion matrix
     */
    public static List<FigureFile> files(Results results) {
        return all(results, ChartTheme.LIGHT).stream().map(Figure::file).toList();
    }

    private static List<Figure> all(Results results, ChartTheme theme) {
        List<Figure> figures = new ArrayList<>();
        figures.add(ComparisonFigure.of(results, theme));
        ClassWords words = new ClassWords(results.testDigits().classNames());
        for (ModelResult model : results.models()) {
            figures.addAll(curves(model.name(), model.provenance(), model.history(), theme));
            figures.add(ConfusionFigure.of(model.evaluation(), words, theme));
        }
        return figures;
    }

    /**
     * The learning curves of a model: {@code <model>_accuracy.png} and {@code <model>_loss.png}.
     *
     * @param model its name
     * @param provenance what it was trained on
     * @param history what each epoch of its training measured
     * @param theme for which pages
     * @return both, rendered
     */
    public static List<RenderedFigure> learningCurves(
            String model, Provenance provenance, History history, ChartTheme theme) {
        return rendered(curves(model, provenance, history, theme));
    }

    /**
     * Digits side by side: {@code samples.png}.
     *
     * @param samples sets of digits, from left to right
     * @return the figure, rendered
     */
    public static List<RenderedFigure> samples(List<Samples> samples) {
        return rendered(List.of(SamplesFigure.of(samples)));
    }

    private static List<Figure> curves(String model, Provenance provenance, History history, ChartTheme theme) {
        ClassWords words = new ClassWords(provenance.inputs().data().classNames());
        Recipe recipe = provenance.inputs().recipe();
        return List.of(
                LearningCurves.accuracy(model, history, words, recipe, theme),
                LearningCurves.loss(model, history, words, recipe, theme));
    }

    private static List<RenderedFigure> rendered(List<Figure> figures) {
        return Rendering.problem().isPresent()
                ? List.of()
                : figures.stream().map(RenderedFigure::of).toList();
    }
}
