package io.github.mnistmaven.study.figures;

import io.github.mnistmaven.provenance.RunRecord;
import io.github.mnistmaven.study.results.EvaluatedModel;
import io.github.mnistmaven.study.results.Results;
import java.util.ArrayList;
import java.util.List;

/** The pictures of a study. Where this Java cannot draw, see {@link Rendering#problem}, there are none. */
public final class Figures {

    private Figures() {}

    /**
     * All figures of some results: the comparison, and of each model its learning curves and its confusion matrix.
     *
     * @param results what they show
     * @return the figures, rendered
     */
    public static List<RenderedFigure> of(Results results) {
        List<Figure> figures = new ArrayList<>();
        figures.add(ComparisonFigure.of(results));
        for (EvaluatedModel model : results.evaluatedModels()) {
            figures.addAll(curves(model.run()));
            figures.add(ConfusionFigure.of(model.evaluation()));
        }
        return rendered(figures);
    }

    /**
     * The learning curves of a model: {@code <model>_accuracy.png} and {@code <model>_loss.png}.
     *
     * @param run the run that led to the model
     * @return both, rendered
     */
    public static List<RenderedFigure> learningCurves(RunRecord run) {
        return rendered(curves(run));
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

    private static List<Figure> curves(RunRecord run) {
        return List.of(LearningCurves.accuracy(run), LearningCurves.loss(run));
    }

    private static List<RenderedFigure> rendered(List<Figure> figures) {
        return Rendering.problem().isPresent()
                ? List.of()
                : figures.stream().map(RenderedFigure::of).toList();
    }
}
