package io.github.mnistmaven.study.internal.figures;

import io.github.mnistmaven.data.DigitSet;

/**
 * Digits to be looked at.
 *
 * @param title what they are
 * @param digits the first ten of each class are shown
 */
public record Samples(String title, DigitSet digits) {}
