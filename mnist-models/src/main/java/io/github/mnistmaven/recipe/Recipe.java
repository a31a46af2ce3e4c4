package io.github.mnistmaven.recipe;

import java.util.function.Consumer;

/**
 * All that decides the result of a run but data, architecture and seed. The optimizer is Adam (Kingma and Ba, 2014,
 * arXiv:1412.6980), the loss softmax cross-entropy.
 *
 * @param epochs how often the training digits are gone through, at the most; at least 1
 * @param batchSize digits a step; at least 2
 * @param schedule the learning rate over the steps of {@code epochs} epochs
 * @param augmentation how the training images are varied
 * @param labelSmoothing the share of the target that is spread evenly over all classes, 0 to 1 (Szegedy et al., 2015,
 *     arXiv:1512.00567)
 * @param validationFraction the share of the training digits, its last ones, that is held out and measured on after
 *     each epoch; above 0 and below 1
 * @param patience stop after this many epochs in a row without a lower validation loss, and keep the weights of the
 *     epoch that had the lowest; 0 goes through all epochs and keeps the last weights
 * @param adamEpsilon the term that Adam adds to the denominator; 1e-8 in the paper, 1e-7 in Keras
 * @param capacity how large the network is
 */
public record Recipe(
        int epochs,
        int batchSize,
        Schedule schedule,
        Augmentation augmentation,
        double labelSmoothing,
        double validationFraction,
        int patience,
        double adamEpsilon,
        Capacity capacity) {

    /** Checks the values; each message names the parameter, its value and what it may be. */
    public Recipe {
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs is %d; it is at least 1".formatted(epochs));
        }
        if (batchSize < 2) {
            throw new IllegalArgumentException(
                    "batchSize is %d; it is at least 2, as batch norm cannot learn from one digit"
                            .formatted(batchSize));
        }
        if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
            throw new IllegalArgumentException(
                    "labelSmoothing is %s; it lies between 0 and 1".formatted(labelSmoothing));
        }
        if (!(validationFraction > 0 && validationFraction < 1)) {
            throw new IllegalArgumentException(
                    "validationFraction is %s; it lies above 0 and below 1".formatted(validationFraction));
        }
        if (patience < 0) {
            throw new IllegalArgumentException(
                    "patience is %d; it is at least 0, which goes through all epochs".formatted(patience));
        }
        if (!(adamEpsilon > 0)) {
            throw new IllegalArgumentException("adamEpsilon is %s; it lies above 0".formatted(adamEpsilon));
        }
    }

    /**
     * A recipe of a single network, as large as usual.
     *
     * @param epochs see the record
     * @param batchSize see the record
     * @param schedule see the record
     * @param augmentation see the record
     * @param labelSmoothing see the record
     * @param validationFraction see the record
     * @param patience see the record
     * @param adamEpsilon see the record
     */
    public Recipe(
            int epochs,
            int batchSize,
            Schedule schedule,
            Augmentation augmentation,
            double labelSmoothing,
            double validationFraction,
            int patience,
            double adamEpsilon) {
        this(
                epochs,
                batchSize,
                schedule,
                augmentation,
                labelSmoothing,
                validationFraction,
                patience,
                adamEpsilon,
                Capacity.DEFAULT);
    }

    /**
     * This recipe with another number of epochs.
     *
     * @param value at least 1
     * @return the changed recipe
     */
    public Recipe withEpochs(int value) {
        return with(copy -> copy.epochs = value);
    }

    /**
     * This recipe with another batch size.
     *
     * @param value at least 2
     * @return the changed recipe
     */
    public Recipe withBatchSize(int value) {
        return with(copy -> copy.batchSize = value);
    }

    /**
     * This recipe with another peak of the learning rate; the shape of the schedule stays.
     *
     * @param value above 0
     * @return the changed recipe
     */
    public Recipe withLearningRate(double value) {
        return withSchedule(schedule.withPeak(value));
    }

    /**
     * This recipe with another schedule.
     *
     * @param value the learning rate over the steps
     * @return the changed recipe
     */
    public Recipe withSchedule(Schedule value) {
        return with(copy -> copy.schedule = value);
    }

    /**
     * This recipe with another label smoothing.
     *
     * @param value 0 to 1
     * @return the changed recipe
     */
    public Recipe withLabelSmoothing(double value) {
        return with(copy -> copy.labelSmoothing = value);
    }

    /**
     * This recipe with another augmentation.
     *
     * @param value how training images are varied
     * @return the changed recipe
     */
    public Recipe withAugmentation(Augmentation value) {
        return with(copy -> copy.augmentation = value);
    }

    /**
     * This recipe with another share of held-out digits.
     *
     * @param value above 0 and below 1
     * @return the changed recipe
     */
    public Recipe withValidationFraction(double value) {
        return with(copy -> copy.validationFraction = value);
    }

    /**
     * This recipe with another patience.
     *
     * @param value at least 0
     * @return the changed recipe
     */
    public Recipe withPatience(int value) {
        return with(copy -> copy.patience = value);
    }

    /**
     * This recipe for a network of another size.
     *
     * @param value how large
     * @return the changed recipe
     */
    public Recipe withCapacity(Capacity value) {
        return with(copy -> copy.capacity = value);
    }

    /**
     * How many of the training digits are held out: one at least.
     *
     * @param digits how many there are
     * @return the validation fraction of them, rounded
     */
    public int heldOut(int digits) {
        return (int) Math.max(1, Math.round(digits * validationFraction));
    }

    private Recipe with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.toRecipe();
    }

    /** The values of a recipe, one of which is to change. */
    private static final class Copy {

        private int epochs;
        private int batchSize;
        private Schedule schedule;
        private Augmentation augmentation;
        private double labelSmoothing;
        private double validationFraction;
        private int patience;
        private double adamEpsilon;
        private Capacity capacity;

        Copy(Recipe recipe) {
            epochs = recipe.epochs;
            batchSize = recipe.batchSize;
            schedule = recipe.schedule;
            augmentation = recipe.augmentation;
            labelSmoothing = recipe.labelSmoothing;
            validationFraction = recipe.validationFraction;
            patience = recipe.patience;
            adamEpsilon = recipe.adamEpsilon;
            capacity = recipe.capacity;
        }

        Recipe toRecipe() {
            return new Recipe(
                    epochs,
                    batchSize,
                    schedule,
                    augmentation,
                    labelSmoothing,
                    validationFraction,
                    patience,
                    adamEpsilon,
                    capacity);
        }
    }
}
