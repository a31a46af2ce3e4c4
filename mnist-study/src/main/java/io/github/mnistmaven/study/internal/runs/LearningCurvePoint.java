package io.github.mnistmaven.study.internal.runs;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.training.Epoch;

/**
 * What one epoch of a run measured, without how long it took.
 *
 * @param epoch from 1
 * @param trainingLoss the mean over the epoch, in nats
 * @param trainingAccuracy 0 to 1
 * @param validationLoss after the epoch, on the held-out digits, in nats
 * @param validationAccuracy 0 to 1
 */
public record LearningCurvePoint(
        int epoch, double trainingLoss, double trainingAccuracy, double validationLoss, double validationAccuracy) {

    /**
     * Checks each value.
     *
     * @param epoch from 1
     * @param trainingLoss the mean over the epoch, in nats
     * @param trainingAccuracy 0 to 1
     * @param validationLoss after the epoch, on the held-out digits, in nats
     * @param validationAccuracy 0 to 1
     */
    public LearningCurvePoint {
        Bounds.requireWithin("epoch", epoch, 1, Integer.MAX_VALUE);
        Bounds.requireWithin("trainingLoss", trainingLoss, -1, Bounds.MAX_LOSS);
        Bounds.requireShare("trainingAccuracy", trainingAccuracy);
        Bounds.requireWithin("validationLoss", validationLoss, -1, Bounds.MAX_LOSS);
        Bounds.requireShare("validationAccuracy", validationAccuracy);
    }

    static LearningCurvePoint of(Epoch epoch) {
        return new LearningCurvePoint(
                epoch.number(),
                epoch.trainingLoss(),
                epoch.trainingAccuracy(),
                epoch.validationLoss(),
                epoch.validationAccuracy());
    }
}
