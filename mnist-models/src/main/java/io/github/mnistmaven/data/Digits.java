package io.github.mnistmaven.data;

import io.github.mnistmaven.internal.files.Bounds;

/**
 * The data of a study: training digits and test digits.
 *
 * @param training the training set, from which a run also takes its validation digits
 * @param test the test set, on which trained models are evaluated; no choice is ever based on it
 */
public record Digits(DigitSet training, DigitSet test) {

    /**
     * Checks that both are there.
     *
     * @param training the training set, from which a run also takes its validation digits
     * @param test the test set, on which trained models are evaluated; no choice is ever based on it
     */
    public Digits {
        Bounds.requirePresent("training", training);
        Bounds.requirePresent("test", test);
    }
}
