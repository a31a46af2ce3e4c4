package io.github.mnistmaven.data;

/**
 * What a study works on: digits to learn from and digits to be measured on.
 *
 * @param training what a run learns from (and holds its validation digits out of)
 * @param test what a trained model is evaluated on; nothing is ever chosen by looking at it
 */
public record Digits(DigitSet training, DigitSet test) {}
