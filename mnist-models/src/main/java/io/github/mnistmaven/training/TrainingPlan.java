package io.github.mnistmaven.training;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.Counted;
import java.util.Locale;

/** How many epochs and steps a training has at most, which is known when it begins. Early stopping may end it before. */
public final class TrainingPlan {

    private final Values values;

    private TrainingPlan(Values values) {
        this.values = values;
    }

    private record Values(int epochs, int stepsPerEpoch, int trainingDigits, int validationDigits) {

        Values {
            Bounds.requireWithin("epochs", epochs, 1, Integer.MAX_VALUE);
            Bounds.requireWithin("stepsPerEpoch", stepsPerEpoch, 1, Integer.MAX_VALUE);
            Bounds.requireWithin("trainingDigits", trainingDigits, 1, Integer.MAX_VALUE);
            Bounds.requireWithin("validationDigits", validationDigits, 1, Integer.MAX_VALUE);
        }
    }

    /**
     * A plan, for tests of listeners.
     *
     * @param epochs at most, from 1
     * @param stepsPerEpoch from 1
     * @param trainingDigits trained on, from 1
     * @param validationDigits held out, from 1
     * @return the plan
     * @throws IllegalArgumentException if a value is below 1
     */
    public static TrainingPlan of(int epochs, int stepsPerEpoch, int trainingDigits, int validationDigits) {
        return new TrainingPlan(new Values(epochs, stepsPerEpoch, trainingDigits, validationDigits));
    }

    /**
     * The number of epochs.
     *
     * @return at most as many; those of a training that resumes are among them
     */
    public int epochs() {
        return values.epochs;
    }

    /**
     * The number of steps of each epoch, each of one batch.
     *
     * @return at least 1
     */
    public int stepsPerEpoch() {
        return values.stepsPerEpoch;
    }

    /**
     * The number of digits that are trained on.
     *
     * @return without those that are held out
     */
    public int trainingDigits() {
        return values.trainingDigits;
    }

    /**
     * The number of digits that are held out for validation.
     *
     * @return at least 1
     */
    public int validationDigits() {
        return values.validationDigits;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrainingPlan plan && values.equals(plan.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /**
     * The plan as people read it.
     *
     * @return such as {@code at most 20 epochs of 422 steps, 54000 digits, 6000 held out}
     */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "at most %s of %s, %s, %d held out",
                Counted.of(epochs(), "epoch"),
                Counted.of(stepsPerEpoch(), "step"),
                Counted.of(trainingDigits(), "digit"),
                validationDigits());
    }
}
