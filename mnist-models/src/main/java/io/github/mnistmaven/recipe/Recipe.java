package io.github.mnistmaven.recipe;

import io.github.mnistmaven.internal.files.Bounds;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Everything that determines the result of a run except data, architecture and seed. The optimizer is Adam (Kingma and
 * Ba, 2014, arXiv:1412.6980), the loss softmax cross-entropy.
 *
 * <p>A recipe begins with that of an architecture, of a preset, or {@link #DEFAULT}, and each {@code with} method returns a changed copy:
 *
 * <pre>{@code
 * Recipe longer = Architectures.named("cnn").recipe(Preset.BEST).withEpochs(20).withPatience(5);
 * Recipe plain = Recipe.DEFAULT.withBatchSize(64).withSchedule(Schedule.constant(0.001));
 * TrainedModel model = Trainer.of("cnn").recipe(longer).train(digits);
 * }</pre>
 *
 * <p>Each value is checked when it is set; the message of the {@link IllegalArgumentException} names it and says what it may be. A recipe is
 * immutable, so any number of threads may share it. Equal recipes, digits, seeds and architectures give the same model.
 */
public final class Recipe {

    /** A bound for plausibility. */
    public static final int MAX_REPLICAS = 64;

    private static final int MAX_EPOCHS = 10_000;
    private static final int MAX_BATCH_SIZE = 65_536;

    /**
     * What suits a small network that nothing is known of yet: 5 epochs with a batch size of 128, one cycle of the learning rate up
     * to 0.003, no augmentation, no label smoothing, a tenth of the digits held out, no early stopping, a single network of the
     * default width.
     */
    public static final Recipe DEFAULT = new Recipe(new Values(
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
            1));

    private final Values values;

    private Recipe(Values values) {
        this.values = values;
    }

    private record Values(
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

        Values {
            Objects.requireNonNull(schedule, "schedule is null");
            Objects.requireNonNull(augmentation, "augmentation is null");
            Objects.requireNonNull(validationSplit, "validationSplit is null");
            Objects.requireNonNull(capacity, "capacity is null");
            Bounds.requireWithin("epochs", epochs, 1, MAX_EPOCHS);
            Bounds.requireWithin("replicas", replicas, 1, MAX_REPLICAS);
            if (batchSize < 2 * replicas || batchSize > MAX_BATCH_SIZE) {
                String replica = replicas == 1 ? "" : " in each of %d replicas".formatted(replicas);
                throw new IllegalArgumentException(
                        "batchSize is %d; it must be between %d and %d, as batch norm cannot be trained on one example%s"
                                .formatted(batchSize, 2 * replicas, MAX_BATCH_SIZE, replica));
            }
            requireDecay("adamBeta1", adamBeta1);
            requireDecay("adamBeta2", adamBeta2);
            if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
                throw new IllegalArgumentException(
                        "labelSmoothing is %s; it must be at least 0 and below 1".formatted(labelSmoothing));
            }
            if (!(validationFraction > 0 && validationFraction < 1)) {
                throw new IllegalArgumentException(
                        "validationFraction is %s; it must be above 0 and below 1".formatted(validationFraction));
            }
            if (patience < 0 || patience > MAX_EPOCHS) {
                throw new IllegalArgumentException(
                        "patience is %d; it must be between 0, which turns early stopping off, and %d"
                                .formatted(patience, MAX_EPOCHS));
            }
            if (!(adamEpsilon > 0 && adamEpsilon <= 1)) {
                throw new IllegalArgumentException(
                        "adamEpsilon is %s; it must be above 0 and at most 1".formatted(adamEpsilon));
            }
        }

        private static void requireDecay(String name, double value) {
            if (!(value >= 0 && value < 1)) {
                throw new IllegalArgumentException(
                        "%s is %s; it must be at least 0 and below 1".formatted(name, value));
            }
        }
    }

    /**
     * Passes over the training digits, at most.
     *
     * @return 1 to 10,000
     */
    public int epochs() {
        return values.epochs;
    }

    /**
     * Examples per step.
     *
     * @return 2 to 65,536
     */
    public int batchSize() {
        return values.batchSize;
    }

    /**
     * The learning rate over the steps of all epochs.
     *
     * @return rise and fall
     */
    public Schedule schedule() {
        return values.schedule;
    }

    /**
     * How the training images are augmented.
     *
     * @return bounds of random changes
     */
    public Augmentation augmentation() {
        return values.augmentation;
    }

    /**
     * The share of the target that is spread evenly over all classes (Szegedy et al., 2015, arXiv:1512.00567).
     *
     * @return at least 0 and below 1
     */
    public double labelSmoothing() {
        return values.labelSmoothing;
    }

    /**
     * The fraction of the training digits that is held out and evaluated after each epoch. It is rounded to whole digits; at least one is held out.
     *
     * @return above 0 and below 1
     */
    public double validationFraction() {
        return values.validationFraction;
    }

    /**
     * Which of the training digits are held out.
     *
     * @return drawn at random, or the last ones
     */
    public ValidationSplit validationSplit() {
        return values.validationSplit;
    }

    /**
     * Early stopping: training stops after this many epochs in a row without a lower validation loss, and the weights of the epoch
     * that had the lowest are restored. With 0 it is off, and the weights of the last epoch are used.
     *
     * @return 0 to 10,000
     */
    public int patience() {
        return values.patience;
    }

    /**
     * How slowly Adam's estimate of the mean of the gradients forgets; 0.9 in the paper.
     *
     * @return at least 0 and below 1
     */
    public double adamBeta1() {
        return values.adamBeta1;
    }

    /**
     * How slowly Adam's estimate of the mean of the squared gradients forgets; 0.999 in the paper.
     *
     * @return at least 0 and below 1
     */
    public double adamBeta2() {
        return values.adamBeta2;
    }

    /**
     * The term that Adam adds to the denominator; 1e-8 in the paper, 1e-7 in Keras.
     *
     * @return above 0 and at most 1
     */
    public double adamEpsilon() {
        return values.adamEpsilon;
    }

    /**
     * How large the network is.
     *
     * @return its width, and how many of it form an ensemble
     */
    public Capacity capacity() {
        return values.capacity;
    }

    /**
     * How many copies of the network share each batch (data parallelism), each on a thread of its own. With one, all threads share every
     * operation; with several, the result is the same for any number of threads, a batch norm sees the share of one copy at a time, and the
     * network may not draw random numbers in training, as dropout does.
     *
     * @return 1 to {@value #MAX_REPLICAS}
     */
    public int replicas() {
        return values.replicas;
    }

    /**
     * Another number of epochs.
     *
     * @param value 1 to 10,000
     * @return a changed copy
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Recipe withEpochs(int value) {
        return with(copy -> copy.epochs = value);
    }

    /**
     * Another batch size.
     *
     * @param value 2 to 65,536, and at least 2 for each replica
     * @return a changed copy
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Recipe withBatchSize(int value) {
        return with(copy -> copy.batchSize = value);
    }

    /**
     * Another peak of the learning rate; the shape of the schedule stays.
     *
     * @param value above 0
     * @return a changed copy
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Recipe withLearningRate(double value) {
        return withSchedule(schedule().withPeak(value));
    }

    /**
     * Another schedule.
     *
     * @param value the learning rate over the steps
     * @return a changed copy
     * @throws NullPointerException if it is null
     */
    public Recipe withSchedule(Schedule value) {
        return with(copy -> copy.schedule = value);
    }

    /**
     * Another label smoothing.
     *
     * @param value at least 0 and below 1
     * @return a changed copy
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Recipe withLabelSmoothing(double value) {
        return with(copy -> copy.labelSmoothing = value);
    }

    /**
     * Another augmentation.
     *
     * @param value how training images are augmented
     * @return a changed copy
     * @throws NullPointerException if it is null
     */
    public Recipe withAugmentation(Augmentation value) {
        return with(copy -> copy.augmentation = value);
    }

    /**
     * Another fraction of held-out digits.
     *
     * @param value above 0 and below 1
     * @return a changed copy
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Recipe withValidationFraction(double value) {
        return with(copy -> copy.validationFraction = value);
    }

    /**
     * Another way to choose the held-out digits.
     *
     * @param value which are held out
     * @return a changed copy
     * @throws NullPointerException if it is null
     */
    public Recipe withValidationSplit(ValidationSplit value) {
        return with(copy -> copy.validationSplit = value);
    }

    /**
     * Another patience.
     *
     * @param value 0 to 10,000; 0 turns early stopping off
     * @return a changed copy
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Recipe withPatience(int value) {
        return with(copy -> copy.patience = value);
    }

    /**
     * Other decay rates of Adam.
     *
     * @param beta1 of the mean of the gradients, at least 0 and below 1
     * @param beta2 of the mean of their squares, at least 0 and below 1
     * @return a changed copy
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Recipe withAdamBetas(double beta1, double beta2) {
        return with(copy -> {
            copy.adamBeta1 = beta1;
            copy.adamBeta2 = beta2;
        });
    }

    /**
     * Another epsilon of Adam.
     *
     * @param value above 0 and at most 1
     * @return a changed copy
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Recipe withAdamEpsilon(double value) {
        return with(copy -> copy.adamEpsilon = value);
    }

    /**
     * A network of another size.
     *
     * @param value how large
     * @return a changed copy
     * @throws NullPointerException if it is null
     */
    public Recipe withCapacity(Capacity value) {
        return with(copy -> copy.capacity = value);
    }

    /**
     * Another number of copies that share each batch.
     *
     * @param value 1 to {@value #MAX_REPLICAS}, and at most half the batch size
     * @return a changed copy
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Recipe withReplicas(int value) {
        return with(copy -> copy.replicas = value);
    }

    private Recipe with(Consumer<Copy> change) {
        Copy copy = new Copy(values);
        change.accept(copy);
        return new Recipe(copy.toValues());
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

        Copy(Values values) {
            epochs = values.epochs;
            batchSize = values.batchSize;
            schedule = values.schedule;
            augmentation = values.augmentation;
            labelSmoothing = values.labelSmoothing;
            validationFraction = values.validationFraction;
            validationSplit = values.validationSplit;
            patience = values.patience;
            adamBeta1 = values.adamBeta1;
            adamBeta2 = values.adamBeta2;
            adamEpsilon = values.adamEpsilon;
            capacity = values.capacity;
            replicas = values.replicas;
        }

        Values toValues() {
            return new Values(
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

    @Override
    public boolean equals(Object other) {
        return other instanceof Recipe recipe && values.equals(recipe.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /**
     * The recipe as people read it.
     *
     * @return each value with its name
     */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "epochs %d, batchSize %d, schedule (%s), augmentation (%s), labelSmoothing %s, validationFraction %s %s, patience %d, adamBetas %s %s, adamEpsilon %s, capacity (%s), replicas %d",
                epochs(),
                batchSize(),
                schedule(),
                augmentation(),
                labelSmoothing(),
                validationFraction(),
                validationSplit(),
                patience(),
                adamBeta1(),
                adamBeta2(),
                adamEpsilon(),
                capacity(),
                replicas());
    }
}
