package io.github.mnistmaven.recipe;

import io.github.mnistmaven.internal.files.Bounds;
import java.util.Locale;

/**
 * How wide an architecture's network is, and how many of them form an ensemble. It begins with {@link #DEFAULT}, and each method returns a
 * changed copy:
 *
 * <pre>{@code
 * Capacity threeWide = Capacity.DEFAULT.withWidthMultiplier(2).withEnsembleSize(3);
 * Trainer trainer = Trainer.of("cnn");
 * trainer = trainer.recipe(trainer.recipe().withCapacity(threeWide));
 * }</pre>
 *
 * <p>The time to train and to classify grows with the size of the ensemble, and up to the square of the width. A capacity is immutable, so any
 * number of threads may share it.
 */
public final class Capacity {

    /** A bound for plausibility: digits need no wider networks. */
    public static final int MAX_WIDTH_MULTIPLIER = 16;

    /** A bound for plausibility: digits need no larger ensembles. */
    public static final int MAX_ENSEMBLE_SIZE = 32;

    /** A single network of the default width. */
    public static final Capacity DEFAULT = new Capacity(new Values(1, 1));

    private final Values values;

    private Capacity(Values values) {
        this.values = values;
    }

    private record Values(int widthMultiplier, int ensembleSize) {

        Values {
            Bounds.requireWithin("widthMultiplier", widthMultiplier, 1, MAX_WIDTH_MULTIPLIER);
            Bounds.requireWithin("ensembleSize", ensembleSize, 1, MAX_ENSEMBLE_SIZE);
        }
    }

    /**
     * How many times as many channels or units the layers have as by default (Howard et al., 2017, arXiv:1704.04861, in whole numbers).
     *
     * @return 1 to {@value #MAX_WIDTH_MULTIPLIER}
     */
    public int widthMultiplier() {
        return values.widthMultiplier;
    }

    /**
     * How many networks are trained, each by itself, from different initial weights; predictions are made from the mean of their logits (Hansen
     * and Salamon, 1990, doi:10.1109/34.58871).
     *
     * @return 1 to {@value #MAX_ENSEMBLE_SIZE}
     */
    public int ensembleSize() {
        return values.ensembleSize;
    }

    /**
     * Another width.
     *
     * @param value 1 to {@value #MAX_WIDTH_MULTIPLIER}
     * @return a changed copy
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Capacity withWidthMultiplier(int value) {
        return new Capacity(new Values(value, ensembleSize()));
    }

    /**
     * Another number of networks.
     *
     * @param value 1 to {@value #MAX_ENSEMBLE_SIZE}
     * @return a changed copy
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Capacity withEnsembleSize(int value) {
        return new Capacity(new Values(widthMultiplier(), value));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Capacity capacity && values.equals(capacity.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /**
     * The capacity as people read it.
     *
     * @return such as {@code widthMultiplier 2, ensembleSize 3}
     */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "widthMultiplier %d, ensembleSize %d", widthMultiplier(), ensembleSize());
    }
}
