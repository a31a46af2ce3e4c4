package io.github.mnistmaven.study.gates;

import io.github.mnistmaven.provenance.Inputs;
import io.github.mnistmaven.study.results.TestDigits;
import io.github.mnistmaven.study.runs.CellResult;
import io.github.mnistmaven.study.runs.RunResult;
import io.github.mnistmaven.study.statistics.Cell;
import io.github.mnistmaven.study.statistics.CellSummary;
import io.github.mnistmaven.study.statistics.RunPredictions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * A cell as {@code study.json} has it.
 *
 * @param cell what was measured
 * @param summary over its seeds
 * @param digits what all runs were evaluated on
 */
record StudySubject(CellResult cell, CellSummary summary, TestDigits digits) implements Subject {

    @Override
    public String name() {
        return cell.name();
    }

    @Override
    public Optional<Measured> metric(GatedMetric metric) {
        return switch (metric) {
            case PARAMETERS, MODEL_SIZE -> Optional.of(size(metric, cell.inputs()));
            case CALIBRATION_ERROR -> Optional.of(Measured.ofCell(cell.calibration()));
            default -> Measured.overSeeds(metric, summary);
        };
    }

    /** Parameters are saved as float32. */
    static Measured size(GatedMetric metric, Inputs inputs) {
        long parameters = inputs.parameters();
        return Measured.exact(metric == GatedMetric.PARAMETERS ? parameters : (double) parameters * Float.BYTES);
    }

    @Override
    public Cell predictions() {
        byte[] labels = classes(digits.labels());
        float[] ones = new float[labels.length];
        Arrays.fill(ones, 1);
        return new Cell(
                cell.name(),
                cell.runs().stream().map(run -> predictions(run, labels, ones)).toList());
    }

    private RunPredictions predictions(RunResult run, byte[] labels, float[] confidences) {
        float[] zeros = new float[labels.length];
        return RunPredictions.of(
                run.seed(),
                Duration.ZERO,
                digits.fingerprint(),
                labels,
                classes(run.predictions()),
                confidences,
                zeros,
                zeros);
    }

    private static byte[] classes(String text) {
        byte[] classes = new byte[text.length()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = (byte) (text.charAt(i) - '0');
        }
        return classes;
    }
}
