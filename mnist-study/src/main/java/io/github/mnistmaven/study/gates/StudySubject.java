package io.github.mnistmaven.study.gates;

import io.github.mnistmaven.provenance.Inputs;
import io.github.mnistmaven.study.runs.StudyCell;
import io.github.mnistmaven.study.runs.StudyRun;
import io.github.mnistmaven.study.statistics.Cell;
import io.github.mnistmaven.study.statistics.RunPredictions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * A cell as {@code study.json} has it.
 *
 * @param cell what was measured
 * @param fingerprint of the test digits
 * @param labels what these show
 */
record StudySubject(StudyCell cell, String fingerprint, byte[] labels) implements Subject {

    @Override
    public String name() {
        return cell.name();
    }

    @Override
    public Optional<Measured> metric(GatedMetric metric) {
        return switch (metric) {
            case PARAMETERS, MODEL_SIZE -> Optional.of(size(metric, cell.inputs()));
            case CALIBRATION_ERROR -> Optional.of(Measured.ofCell(cell.calibration()));
            default -> Measured.overSeeds(metric, cell.summary());
        };
    }

    /** Parameters are saved as float32. */
    static Measured size(GatedMetric metric, Inputs inputs) {
        long parameters = inputs.parameters();
        return Measured.exact(metric == GatedMetric.PARAMETERS ? parameters : (double) parameters * Float.BYTES);
    }

    @Override
    public Cell predictions() {
        float[] ones = new float[labels.length];
        Arrays.fill(ones, 1);
        return new Cell(
                cell.name(),
                cell.runs().stream().map(run -> predictions(run, ones)).toList());
    }

    private RunPredictions predictions(StudyRun run, float[] confidences) {
        byte[] predicted = new byte[labels.length];
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = (byte) run.prediction(i);
        }
        float[] zeros = new float[labels.length];
        return RunPredictions.of(run.seed(), Duration.ZERO, fingerprint, labels, predicted, confidences, zeros, zeros);
    }
}
