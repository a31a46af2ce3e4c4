package io.github.mnistmaven.study.statistics;

import io.github.mnistmaven.internal.files.Bounds;

/**
 * The predictions whose confidence lies in one bin: a bar of a reliability diagram.
 *
 * @param lower the lower bound of the bin, not in it but for 0
 * @param upper the upper bound of the bin, in it
 * @param count the number of predictions in the bin, over all seeds
 * @param meanConfidence the mean of their confidences, 0 to 1; 0 if there are none
 * @param accuracy the share of them that is correct, 0 to 1; 0 if there are none
 */
public record ReliabilityBin(double lower, double upper, int count, double meanConfidence, double accuracy) {

    /**
     * Checks each value.
     *
     * @param lower the lower bound of the bin, not in it but for 0
     * @param upper the upper bound of the bin, in it
     * @param count the number of predictions in the bin, over all seeds
     * @param meanConfidence the mean of their confidences, 0 to 1; 0 if there are none
     * @param accuracy the share of them that is correct, 0 to 1; 0 if there are none
     */
    public ReliabilityBin {
        Bounds.requireShare("lower", lower);
        Bounds.requireShare("upper", upper);
        Bounds.requireWithin("count", count, 0, Integer.MAX_VALUE);
        Bounds.requireShare("meanConfidence", meanConfidence);
        Bounds.requireShare("accuracy", accuracy);
    }

    /**
     * By how much the models are too cautious in this bin.
     *
     * @return accuracy minus mean confidence; below 0 if the models are overconfident
     */
    public double gap() {
        return accuracy - meanConfidence;
    }
}
