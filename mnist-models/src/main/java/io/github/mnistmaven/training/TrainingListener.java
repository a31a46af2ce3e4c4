package io.github.mnistmaven.training;

import io.github.mnistmaven.internal.files.Bounds;
import java.util.List;

/**
 * Follows a training. Most only want to know of each epoch, which a lambda does:
 *
 * <pre>{@code
 * Trainer.of("cnn").listener(epoch -> System.out.println(epoch)).train(digits);
 * }</pre>
 *
 * <p>One that says how far a training is learns from {@link #onStart} how long it can get:
 *
 * <pre>{@code
 * TrainingListener progress = new TrainingListener() {
 *
 *     private int epochs;
 *
 *     public void onStart(TrainingPlan plan) {
 *         epochs = plan.epochs();
 *     }
 *
 *     public void onStep(Step step) {
 *         System.out.printf("epoch %d of %d, step %d of %d%n", step.epoch(), epochs, step.number(), step.steps());
 *     }
 *
 *     public void onEpoch(Epoch epoch) {
 *         System.out.println(epoch);
 *     }
 * };
 * }</pre>
 *
 * <p>First comes {@code onStart}; then, with checkpoints, {@code onResume} or {@code onCheckpointLost} if there were any; then the steps of
 * each epoch, and the epoch. All are called on the thread that trains, so they should return quickly. Whatever one throws ends the training
 * and reaches the caller of {@code train} as it is; what was allocated is freed. A training is stopped from another thread by interrupting
 * the one that trains. A listener that follows several trainings at a time is called by several threads.
 */
@FunctionalInterface
public interface TrainingListener {

    /** A listener that does nothing. */
    TrainingListener NONE = epoch -> {};

    /**
     * The training begins: its turn has come, and its network has been checked.
     *
     * @param plan how long it can get
     */
    default void onStart(TrainingPlan plan) {}

    /**
     * An epoch was completed, validation included.
     *
     * @param epoch what was measured in it
     */
    void onEpoch(Epoch epoch);

    /**
     * A step was completed.
     *
     * @param step which one
     */
    default void onStep(Step step) {}

    /**
     * The training resumes from a checkpoint.
     *
     * @param epochs those already completed, at least one
     */
    default void onResume(List<Epoch> epochs) {}

    /**
     * There is a checkpoint, but it cannot be used. The training starts from the beginning.
     *
     * @param reason what is wrong with it, and with which file
     */
    default void onCheckpointLost(String reason) {}

    /**
     * Two listeners as one.
     *
     * @param next is told of all that this one is told of, after it
     * @return a listener that tells both
     */
    default TrainingListener andThen(TrainingListener next) {
        Bounds.requirePresent("next", next);
        return new BothListeners(this, next);
    }
}
