package io.github.mnistmaven.recipe;

import io.github.mnistmaven.internal.files.Bounds;

/**
 * How wide an architecture's network is, and how many of them form an ensemble.
 *
 * @param widthMultiplier how many times as many channels or units the layers have as by default (Howard et al., 2017,
 *     arXiv:1704.04861, in whole numbers); 1 to {@value #MAX_WIDTH_MULTIPLIER}
 * @param ensembleSize how many networks are trained, each by itself, from different initial weights; predictions are
 *     made
 *     from the mean of their logits (Hansen and Salamon, 1990, doi:10.1109/34.58871); 1 to {@value #MAX_ENSEMBLE_SIZE}
 */
public record Capacity(int widthMultiplier, int ensembleSize) {

    /** A bound for plausibility: digits need no wider networks. */
    public static final int MAX_WIDTH_MULTIPLIER = 16;

    /** A bound for plausibility: digits need no larger ensembles. */
    public static final int MAX_ENSEMBLE_SIZE = 32;

    /** A single network of the default width. */
    public static final Capacity DEFAULT = new Capacity(1, 1);

    /**
     * Checks the values; each message names the parameter, its value and what it may be.
     *
     * @param widthMultiplier how many times as many channels or units the layers have as by default (Howard et al., 2017,
     *     arXiv:1704.04861, in whole numbers); 1 to {@value #MAX_WIDTH_MULTIPLIER}
     * @param ensembleSize how many networks are trained, each by itself, from different initial weights; predictions are made from
     *     the mean of their logits (Hansen and Salamon, 1990, doi:10.1109/34.58871); 1 to {@value #MAX_ENSEMBLE_SIZE}
     */
    public Capacity {
        Bounds.requireWithin("widthMultiplier", widthMultiplier, 1, MAX_WIDTH_MULTIPLIER);
        Bounds.requireWithin("ensembleSize", ensembleSize, 1, MAX_ENSEMBLE_SIZE);
    }

    /**
     * This capacity with another width.
     *
     * @param value 1 to {@value #MAX_WIDTH_MULTIPLIER}
     * @return the changed capacity
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Capacity withWidthMultiplier(int value) {
        return new Capacity(value, ensembleSize);
    }

    /**
     * This capacity with another number of networks.
     *
     * @param value 1 to {@value #MAX_ENSEMBLE_SIZE}
     * @return the changed capacity
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Capacity withEnsembleSize(int value) {
        return new Capacity(widthMultiplier, value);
    }
}
