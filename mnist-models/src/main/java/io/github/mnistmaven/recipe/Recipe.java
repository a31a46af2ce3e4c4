package io.github.mnistmaven.recipe;

import io.github.mnistmaven.internal.files.Bounds;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Everything that determines the result of a run except data, architecture and seed. The optimizer is Adam (Kingma and
 * Ba, 2014,
 * arXiv:1412.6980), the loss softmax cross-entropy.
 *
 * <pre>{@code
 * Recipe longer = Architectures.named("cnn").defaultRecipe().withEpochs(20).withPatience(5);
 * Recipe plain = Recipe.DEFAULT.withBatchSize(64).withSchedule(Schedule.constant(0.001));
 * }</pre>
 *
 * <p>Start from a recipe and its {@code with} methods rather than from the constructor, which gets a parameter more with each
 * thing that a recipe can say.
 *
 * @param epochs passes over the training digits, at most; 1 to 10,000
 * @param batchSize examples per step; 2 to 65,536
 * @param schedule the learning rate over the steps of {@code epochs} epochs
 * @param augmentation how the training images are augmented
 * @param labelSmoothing the share of the target that is spread evenly over all classes; at least 0 and below 1
 *     (Szegedy et
 *     al., 2015, arXiv:1512.00567)
 * @param validationFraction the fraction of the training digits that is held out and evaluated after each epoch; above
 *     0
 *     and below 1
 * @param validationSplit which of them are held out
 * @param patience early stopping: stop after this many epochs in a row without a lower validation loss, and restore the
 *     weights of the epoch that had the lowest; 0 turns it off, and the weights of the last epoch are used; at most
 *     10,000
 * @param adamBeta1 how slowly Adam's estimate of the mean of the gradients forgets; 0.9 in the paper; at least 0 and below 1
 * @param adamBeta2 how slowly that of the mean of their squares does; 0.999 in the paper; at least 0 and below 1
 * @param adamEpsilon the term that Adam adds to the denominator; 1e-8 in the paper, 1e-7 in Keras; above 0 and at most
 *     1
 * @param capacity how large the network is
 * @param replicas how many copies of the network share each batch (data parallelism), each on a thread of its own; 1 to
 *     {@value #MAX_REPLICAS}. With one, all threads share every operation; with several, the result is the same for any number of threads, a
 *     batch norm sees the share of one copy at a time, and the network may not draw random numbers in training, as dropout does
 */
public record Recipe(
        int epochs,
        int batchSize,
        Schedule schedule,
        Augmentation augmentation,
        double labelSmoothing,
        double validationFraction,
        ValidationSplit validationSplit,
        int patience,
        double adamBeta1,
        double adamBeta2,
        double adamEpsilon,
        Capacity capacity,
        int replicas) {

    /**
     * What suits a small network that nothing is known of yet: 5 epochs with a batch size of 128, one cycle of the learning rate up
     * to 0.003, no augmentation, no label smoothing, a tenth of the digits held out, no early stopping, a single network of the
     * default width.
     */
    public static final Recipe DEFAULT = new Recipe(
            5,
            128,
            Schedule.oneCycle(0.003, 0.25),
            Augmentation.NONE,
            0,
            0.1,
            ValidationSplit.STRATIFIED,
            0,
            0.9,
            0.999,
            1e-8,
            Capacity.DEFAULT,
            1);

    /** A bound for plausibility. */
    public static final int MAX_REPLICAS = 64;

    private static final int MAX_EPOCHS = 10_000;
    private static final int MAX_BATCH_SIZE = 65_536;

    /**
     * Checks the values; each message names the parameter, its value and what it may be.
     *
     * @param epochs passes over the training digits, at most; 1 to 10,000
     * @param batchSize examples per step; 2 to 65,536
     * @param schedule the learning rate over the steps of {@code epochs} epochs
     * @param augmentation how the training images are augmented
     * @param labelSmoothing the share of the target that is spread evenly over all classes; at least 0 and below 1 (Szegedy et al.,
     *     2015, arXiv:1512.00567)
     * @param validationFraction the fraction of the training digits that is held out and evaluated after each epoch; above 0 and
     *     below 1
     * @param validationSplit which of them are held out
     * @param patience early stopping: stop after this many epochs in a row without a lower validation loss, and restore the weights
     *     of the epoch that had the lowest; 0 turns it off, and the weights of the last epoch are used; at most 10,000
     * @param adamBeta1 how slowly Adam's estimate of the mean of the gradients forgets; 0.9 in the paper; at least 0 and below 1
     * @param adamBeta2 how slowly that of the mean of their squares does; 0.999 in the paper; at least 0 and below 1
     * @param adamEpsilon the term that Adam adds to the denominator; 1e-8 in the paper, 1e-7 in Keras; above 0 and at most 1
     * @param capacity how large the network is
     * @param replicas how many copies of the network share each batch (data parallelism), each on a thread of its own; 1 to
     *     {@value #MAX_REPLICAS}
     * @throws IllegalArgumentException if a value is out of its range
     */
    public Recipe {
        Objects.requireNonNull(schedule, "schedule is null");
        Objects.requireNonNull(augmentation, "augmentation is null");
        Objects.requireNonNull(validationSplit, "validationSplit is null");
        Objects.requireNonNull(capacity, "capacity is null");
        Bounds.requireWithin("epochs", epochs, 1, MAX_EPOCHS);
        Bounds.requireWithin("replicas", replicas, 1, MAX_REPLICAS);
        if (batchSize < 2 * replicas || batchSize > MAX_BATCH_SIZE) {
            String replica = replicas == 1 ? "" : " in each of %d replicas".formatted(replicas);
            throw new IllegalArgumentException(
                    "batchSize is %d; it lies between %d, as batch norm cannot be trained on one example%s, and %d"
                            .formatted(batchSize, 2 * replicas, replica, MAX_BATCH_SIZE));
        }
        requireDecay("adamBeta1", adamBeta1);
        requireDecay("adamBeta2", adamBeta2);
        if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
            throw new IllegalArgumentException(
                    "labelSmoothing is %s; it is at least 0 and below 1".formatted(labelSmoothing));
        }
        if (!(validationFraction > 0 && validationFraction < 1)) {
            throw new IllegalArgumentException(
                    "validationFraction is %s; it lies above 0 and below 1".formatted(validationFraction));
        }
        if (patience < 0 || patience > MAX_EPOCHS) {
            throw new IllegalArgumentException(
                    "patience is %d; it lies between 0, which turns early stopping off, and %d"
                            .formatted(patience, MAX_EPOCHS));
        }
        if (!(adamEpsilon > 0 && adamEpsilon <= 1)) {
            throw new IllegalArgumentException(
                    "adamEpsilon is %s; it lies above 0 and at most at 1".formatted(adamEpsilon));
        }
    }

    private static void requireDecay(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException("%s is %s; it is at least 0 and below 1".formatted(name, value));
        }
    }

    /**
     * This recipe with another number of epochs.
     *
     * @param value 1 to 10,000
     * @return the changed recipe
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Recipe withEpochs(int value) {
        return with(copy -> copy.epochs = value);
    }

    /**
     * This recipe with another batch size.
     *
     * @param value 2 to 65,536, and at least 2 for each replica
     * @return the changed recipe
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Recipe withBatchSize(int value) {
        return with(copy -> copy.batchSize = value);
    }

    /**
     * This recipe with another peak of the learning rate; the shape of the schedule stays.
     *
     * @param value above 0
     * @return the changed recipe
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Recipe withLearningRate(double value) {
        return withSchedule(schedule.withPeak(value));
    }

    /**
     * This recipe with another schedule.
     *
     * @param value the learning rate over the steps
     * @return the changed recipe
     * @throws NullPointerException if it is null
     */
    public Recipe withSchedule(Schedule value) {
        return with(copy -> copy.schedule = value);
    }

    /**
     * This recipe with another label smoothing.
     *
     * @param value at least 0 and below 1
     * @return the changed recipe
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Recipe withLabelSmoothing(double value) {
        return with(copy -> copy.labelSmoothing = value);
    }

    /**
     * This recipe with another augmentation.
     *
     * @param value how training images are augmented
     * @return the changed recipe
     * @throws NullPointerException if it is null
     */
    public Recipe withAugmentation(Augmentation value) {
        return with(copy -> copy.augmentation = value);
    }

    /**
     * This recipe with another fraction of held-out digits.
     *
     * @param value above 0 and below 1
     * @return the changed recipe
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Recipe withValidationFraction(double value) {
        return with(copy -> copy.validationFraction = value);
    }

    /**
     * This recipe with another way to choose the held-out digits.
     *
     * @param value which are held out
     * @return the changed recipe
     * @throws NullPointerException if it is null
     */
    public Recipe withValidationSplit(ValidationSplit value) {
        return with(copy -> copy.validationSplit = value);
    }

    /**
     * This recipe with another patience.
     *
     * @param value 0 to 10,000; 0 turns early stopping off
     * @return the changed recipe
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Recipe withPatience(int value) {
        return with(copy -> copy.patience = value);
    }

    /**
     * This recipe with other decay rates of Adam.
     *
     * @param beta1 of the mean of the gradients, at least 0 and below 1
     * @param beta2 of the mean of their squares, at least 0 and below 1
     * @return the changed recipe
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Recipe withAdamBetas(double beta1, double beta2) {
        return with(copy -> {
            copy.adamBeta1 = beta1;
            copy.adamBeta2 = beta2;
        });
    }

    /**
     * This recipe with another epsilon of Adam.
     *
     * @param value above 0 and at most 1
     * @return the changed recipe
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Recipe withAdamEpsilon(double value) {
        return with(copy -> copy.adamEpsilon = value);
    }

    /**
     * This recipe for a network of another size.
     *
     * @param value how large
     * @return the changed recipe
     * @throws NullPointerException if it is null
     */
    public Recipe withCapacity(Capacity value) {
        return with(copy -> copy.capacity = value);
    }

    /**
     * This recipe with another number of copies that share each batch.
     *
     * @param value 1 to {@value #MAX_REPLICAS}, and at most half the batch size
     * @return the changed recipe
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Recipe withReplicas(int value) {
        return with(copy -> copy.replicas = value);
    }

    /**
     * How many of the training digits are held out: at least one.
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
        private ValidationSplit validationSplit;
        private int patience;
        private double adamBeta1;
        private double adamBeta2;
        private double adamEpsilon;
        private Capacity capacity;
        private int replicas;

        Copy(Recipe recipe) {
            epochs = recipe.epochs;
            batchSize = recipe.batchSize;
            schedule = recipe.schedule;
            augmentation = recipe.augmentation;
            labelSmoothing = recipe.labelSmoothing;
            validationFraction = recipe.validationFraction;
            validationSplit = recipe.validationSplit;
            patience = recipe.patience;
            adamBeta1 = recipe.adamBeta1;
            adamBeta2 = recipe.adamBeta2;
            adamEpsilon = recipe.adamEpsilon;
            capacity = recipe.capacity;
            replicas = recipe.replicas;
        }

        Recipe toRecipe() {
            return new Recipe(
                    epochs,
                    batchSize,
                    schedule,
                    augmentation,
                    labelSmoothing,
                    validationFraction,
                    validationSplit,
                    patience,
                    adamBeta1,
                    adamBeta2,
                    adamEpsilon,
                    capacity,
                    replicas);
        }
    }
}
