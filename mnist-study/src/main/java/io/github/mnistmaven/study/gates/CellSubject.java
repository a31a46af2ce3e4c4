package io.github.mnistmaven.study.gates;

import io.github.mnistmaven.study.statistics.Calibration;
import io.github.mnistmaven.study.statistics.Cell;
import io.github.mnistmaven.study.statistics.CellSummary;
import java.util.Optional;

/**
 * A cell in memory, of which the size is not known.
 *
 * @param predictions of its runs
 */
record CellSubject(Cell predictions) implements Subject {

    @Override
    public String name() {
        return predictions.name();
    }

    @Override
    public Optional<Measured> metric(GatedMetric metric) {
        return switch (metric) {
            case PARAMETERS, MODEL_SIZE -> Optional.empty();
            case CALIBRATION_ERROR ->
                Optional.of(Measured.ofCell(Calibration.of(predictions, Calibration.DEFAULT_BINS)));
            default -> Measured.overSeeds(metric, CellSummary.of(predictions));
        };
    }
}
