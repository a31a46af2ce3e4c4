package io.github.mnistmaven.evaluation;

/**
 * A misclassified digit.
 *
 * @param index which digit of the test set, from 0
 * @param truth what it shows, 0 to 9
 * @param predicted the predicted class, 0 to 9
 * @param confidence the probability that the model gave the wrong digit, 0 to 1
 */
public record Misclassification(int index, int truth, int predicted, double confidence) {}
