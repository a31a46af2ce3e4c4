package io.github.mnistmaven.study.internal.results;

import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.DigitText;
import io.github.mnistmaven.internal.runs.RunFile;
import io.github.mnistmaven.provenance.Provenance;
import io.github.mnistmaven.training.History;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What was measured of one model: its run and its predictions.
 *
 * @param model its name
 * @param metrics how good its predictions are
 * @param predictions the class of each test digit: one character, 0 to 9, per digit
 * @param confidences the probability that the model gave each of its predictions, 0 to 1, with six decimals
 * @param provenance what went into its run, and where it ran
 * @param history what each epoch of its run measured
 */
public record StoredModel(
        String model,
        Metrics metrics,
        String predictions,
        List<Double> confidences,
        Provenance provenance,
        History history) {

    private static final double DECIMALS = 1e6;

    /**
     * Takes a copy; checks the name and the history.
     *
     * @param model its name
     * @param metrics how good its predictions are
     * @param predictions the class of each test digit: one character, 0 to 9, per digit
     * @param confidences the probability that the model gave each of its predictions, 0 to 1, with six decimals
     * @param provenance what went into its run, and where it ran
     * @param history what each epoch of its run measured
     */
    public StoredModel {
        Bounds.requirePresent("model", model);
        Bounds.requirePresent("metrics", metrics);
        Bounds.requirePresent("predictions", predictions);
        Bounds.requirePresent("provenance", provenance);
        Bounds.requirePresent("history", history);
        RunFile.requireConsistent(model, provenance, history);
        confidences = Bounds.copyOf("confidences", confidences);
    }

    /**
     * The result of a model.
     *
     * @param provenance what went into it, and where it was trained
     * @param history what each epoch of its training measured
     * @param evaluation of the same model
     * @return what results hold of it
     */
    public static StoredModel of(Provenance provenance, History history, Evaluation evaluation) {
        Bounds.requirePresent("provenance", provenance);
        Bounds.requirePresent("history", history);
        Bounds.requirePresent("evaluation", evaluation);
        return new StoredModel(
                evaluation.modelName(),
                Metrics.of(evaluation),
                DigitText.of(evaluation.size(), evaluation::prediction),
                IntStream.range(0, evaluation.size())
                        .mapToObj(i -> Math.round(evaluation.confidence(i) * DECIMALS) / DECIMALS)
                        .toList(),
                provenance,
                history);
    }

    /** All that the metrics say has to follow from the predictions, but for the loss. */
    void requireAbout(StoredDigits testDigits) {
        Classes.require("predictions of model '%s'".formatted(model), predictions, testDigits.count());
        if (!metrics.isEquivalentTo(Metrics.of(evaluation(testDigits)))) {
            throw new IllegalArgumentException(
                    "the metrics of model '%s' do not match its predictions".formatted(model));
        }
    }

    /**
     * The predictions and what follows from them.
     *
     * @param testDigits what the model was evaluated on
     * @return the evaluation, whose confidences have six decimals
     */
    public Evaluation evaluation(StoredDigits testDigits) {
        return Evaluation.of(
                        model,
                        testDigits.fingerprint(),
                        DigitText.bytes(testDigits.labels()),
                        DigitText.bytes(predictions),
                        confidences.stream().mapToDouble(Double::doubleValue).toArray(),
                        metrics.loss())
                .withClassNames(testDigits.classNames());
    }
}
