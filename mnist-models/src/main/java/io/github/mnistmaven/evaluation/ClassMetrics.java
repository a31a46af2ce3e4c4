package io.github.mnistmaven.evaluation;

/**
 * How well one digit is told from the others. Where a share would be 0 out of 0 it is 0: nothing was got right.
 *
 * @param digit 0 to 9
 * @param support how many images show the digit
 * @param precision the share of the images predicted as this digit that show it; 0 if none was predicted as it
 * @param recall the share of the images showing this digit that were predicted as it; 0 if none shows it
 * @param f1 the harmonic mean of precision and recall; 0 if the digit is neither shown nor predicted
 */
public record ClassMetrics(int digit, int support, double precision, double recall, double f1) {}
