package io.github.mnistmaven.study.gates;

import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.evaluation.Interval;
import io.github.mnistmaven.study.results.ModelResult;
import io.github.mnistmaven.study.statistics.Calibration;
import io.github.mnistmaven.study.statistics.Cell;
import io.github.mnistmaven.study.statistics.ConfidenceInterval;
import io.github.mnistmaven.study.statistics.IntervalMethod;
import io.github.mnistmaven.study.statistics.RunPredictions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A trained model as {@code results.json} has it: without Brier score, and without an interval of its log loss.
 *
 * @param model what was measured
 */
record ModelSubject(ModelResult model) implements Subject {

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public Optional<Measured> metric(GatedMetric metric) {
        return switch (metric) {
            case ACCURACY -> Optional.of(accuracy());
            case CALIBRATION_ERROR -> Optional.of(calibrationError());
            case LOSS -> Optional.of(Measured.ofModel(model.evaluation().loss()));
            case TRAINING_TIME -> Optional.of(Measured.ofModel(model.history().seconds()));
            case BRIER_SCORE -> Optional.empty();
            case PARAMETERS, MODEL_SIZE ->
                Optional.of(StudySubject.size(metric, model.provenance().inputs()));
        };
    }

    private Measured accuracy() {
        Interval wilson = model.evaluation().accuracyInterval();
        return Measured.ofModel(
                model.evaluation().accuracy(),
                new ConfidenceInterval(wilson.lower(), wilson.upper(), IntervalMethod.IMAGES_ONLY));
    }

    private Measured calibrationError() {
        Calibration calibration = Calibration.of(predictions(), Calibration.DEFAULT_BINS);
        return Measured.ofModel(calibration.correctedError(), calibration.interval());
    }

    @Override
    public Cell predictions() {
        Evaluation evaluation = model.evaluation();
        int size = evaluation.size();
        byte[] labels = new byte[size];
        byte[] predicted = new byte[size];
        float[] confidences = new float[size];
        for (int i = 0; i < size; i++) {
            labels[i] = (byte) evaluation.truth(i);
            predicted[i] = (byte) evaluation.prediction(i);
            confidences[i] = (float) Math.min(1, evaluation.confidence(i));
        }
        float[] zeros = new float[size];
        return new Cell(
                name(),
                List.of(RunPredictions.of(
                        model.provenance().inputs().seed(),
                        Duration.ZERO,
                        evaluation.testFingerprint(),
                        labels,
                        predicted,
                        confidences,
                        zeros,
                        zeros)));
    }
}
