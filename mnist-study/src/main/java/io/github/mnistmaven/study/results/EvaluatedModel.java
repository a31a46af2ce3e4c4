package io.github.mnistmaven.study.results;

import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.provenance.RunRecord;

/**
 * One model as tables and figures show it.
 *
 * @param run how it came about
 * @param evaluation its predictions and what follows from them
 */
public record EvaluatedModel(RunRecord run, Evaluation evaluation) {

    /**
     * The name of the model.
     *
     * @return that of run and evaluation
     */
    public String model() {
        return run.model();
    }
}
