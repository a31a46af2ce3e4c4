package io.github.mnistmaven.study.results;

import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.provenance.Provenance;
import io.github.mnistmaven.training.History;

/**
 * One model as tables and figures show it.
 *
 * @param provenance what went into it, and where it was trained
 * @param history what each epoch of its training measured
 * @param evaluation its predictions and what follows from them
 */
public record EvaluatedModel(Provenance provenance, History history, Evaluation evaluation) {

    /**
     * Checks that all are there.
     *
     * @param provenance what went into it, and where it was trained
     * @param history what each epoch of its training measured
     * @param evaluation its predictions and what follows from them
     */
    public EvaluatedModel {
        Bounds.requirePresent("provenance", provenance);
        Bounds.requirePresent("history", history);
        Bounds.requirePresent("evaluation", evaluation);
    }

    /**
     * The name of the model.
     *
     * @return that of the evaluation
     */
    public String name() {
        return evaluation.modelName();
    }
}
