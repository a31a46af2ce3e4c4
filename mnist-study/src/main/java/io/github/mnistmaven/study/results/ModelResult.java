package io.github.mnistmaven.study.results;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.model.TrainedModel;
import io.github.mnistmaven.provenance.Provenance;
import io.github.mnistmaven.training.History;
import java.util.Objects;

/**
 * What was measured of one model: how it came about, and its predictions.
 *
 * <pre>{@code
 * ModelResult cnn = ModelResult.of(model, test);
 * cnn.evaluation().accuracy();
 * cnn.history().best();
 * }</pre>
 */
public final class ModelResult {

    private final Provenance provenance;
    private final History history;
    private final Evaluation evaluation;

    private ModelResult(Provenance provenance, History history, Evaluation evaluation) {
        this.provenance = provenance;
        this.history = history;
        this.evaluation = evaluation;
    }

    /**
     * Evaluates a model.
     *
     * @param model to evaluate; it stays open
     * @param test digits that it was not trained on
     * @return what was measured of it
     * @throws IllegalArgumentException if the test digits have other names of classes than the model
     * @throws IllegalStateException if the model is closed
     * @throws io.github.mnistmaven.training.EngineFailureException if the engine fails, most likely as memory is short
     * @throws io.github.mnistmaven.architecture.ArchitectureException if the network fails, or gives NaN
     */
    public static ModelResult of(TrainedModel model, DigitSet test) {
        Bounds.requirePresent("model", model);
        Bounds.requirePresent("test", test);
        return of(model.provenance(), model.history(), model.evaluate(test));
    }

    /** Of one and the same model. */
    static ModelResult of(Provenance provenance, History history, Evaluation evaluation) {
        return new ModelResult(provenance, history, evaluation);
    }

    /**
     * The name of the model.
     *
     * @return such as {@code cnn}
     */
    public String name() {
        return evaluation.modelName();
    }

    /**
     * What went into the model, and where it was trained.
     *
     * @return recipe, seed, digits, versions, platform
     */
    public Provenance provenance() {
        return provenance;
    }

    /**
     * What each epoch of the training measured.
     *
     * @return losses and accuracies
     */
    public History history() {
        return history;
    }

    /**
     * The predictions for the test digits and what follows from them.
     *
     * @return accuracy, loss, confusion matrix and each prediction
     */
    public Evaluation evaluation() {
        return evaluation;
    }

    /**
     * Whether both say the same.
     *
     * @param other anything
     * @return true for a result with equal provenance, history and evaluation
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof ModelResult result
                && provenance.equals(result.provenance)
                && history.equals(result.history)
                && evaluation.equals(result.evaluation);
    }

    @Override
    public int hashCode() {
        return Objects.hash(provenance, history, evaluation);
    }

    /**
     * The result as people read it.
     *
     * @return such as {@code cnn: 99.53 % (99.37-99.65) of 10000}
     */
    @Override
    public String toString() {
        return evaluation.toString();
    }
}
