package io.github.mnistmaven.training;

import io.github.mnistmaven.internal.files.Bounds;
import java.util.Locale;

/** One step of a training: one batch, forward and backward, and the change of the parameters that follows from it. */
public final class Step {

    private final Values values;

    private Step(Values values) {
        this.values = values;
    }

    private record Values(int epoch, int number, int steps) {

        Values {
            Bounds.requireWithin("epoch", epoch, 1, Integer.MAX_VALUE);
            Bounds.requireWithin("steps", steps, 1, Integer.MAX_VALUE);
            Bounds.requireWithin("number", number, 1, steps);
        }
    }

    /**
     * A step, for tests of listeners.
     *
     * @param epoch from 1
     * @param number from 1, within the epoch
     * @param steps of an epoch
     * @return the step
     * @throws IllegalArgumentException if a value is below 1, or the number is above that of the steps
     */
    public static Step of(int epoch, int number, int steps) {
        return new Step(new Values(epoch, number, steps));
    }

    /**
     * The epoch that it is part of.
     *
     * @return from 1
     */
    public int epoch() {
        return values.epoch;
    }

    /**
     * Its number within the epoch.
     *
     * @return from 1
     */
    public int number() {
        return values.number;
    }

    /**
     * How many steps an epoch has.
     *
     * @return at least 1
     */
    public int steps() {
        return values.steps;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Step step && values.equals(step.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /**
     * The step as people read it.
     *
     * @return such as {@code epoch 3, step 17 of 422}
     */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "epoch %d, step %d of %d", epoch(), number(), steps());
    }
}
