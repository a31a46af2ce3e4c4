package io.github.mnistmaven.study.statistics;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Bounds;
import java.util.List;

/**
 * What the runs of a study say of one test image that at least one of them misclassified.
 *
 * @param image its index, from 0
 * @param label what it shows, by its label: 0 to 9
 * @param runs the number of runs of all cells
 * @param errorsByCell of each cell, in the order of the study, how many runs misclassified the image
 * @param alternative the wrong class that was predicted most often, the lowest of equals
 * @param alternativeRuns how many runs predicted that
 * @param alternativeConfidence the mean probability that these runs gave their prediction, 0 to 1
 * @param isLabelCandidate whether more than half of the runs of each cell predict the alternative, so that the label may be
 *     wrong
 */
public record ImageAgreement(
        int image,
        int label,
        int runs,
        List<Integer> errorsByCell,
        int alternative,
        int alternativeRuns,
        double alternativeConfidence,
        boolean isLabelCandidate) {

    /**
     * Takes a copy; checks each value.
     *
     * @param image its index, from 0
     * @param label what it shows, by its label: 0 to 9
     * @param runs the number of runs of all cells
     * @param errorsByCell of each cell, in the order of the study, how many runs misclassified the image
     * @param alternative the wrong class that was predicted most often, the lowest of equals
     * @param alternativeRuns how many runs predicted that
     * @param alternativeConfidence the mean probability that these runs gave their prediction, 0 to 1
     * @param isLabelCandidate whether more than half of the runs of each cell predict the alternative, so that the label may be
     *     wrong
     */
    public ImageAgreement {
        Bounds.requireWithin("image", image, 0, Integer.MAX_VALUE);
        Bounds.requireWithin("label", label, 0, DigitSet.CLASSES - 1);
        Bounds.requireWithin("runs", runs, 1, Integer.MAX_VALUE);
        errorsByCell = Bounds.copyOf("errorsByCell", errorsByCell);
        Bounds.requireWithin("alternative", alternative, 0, DigitSet.CLASSES - 1);
        Bounds.requireWithin("alternativeRuns", alternativeRuns, 1, runs);
        Bounds.requireShare("alternativeConfidence", alternativeConfidence);
    }

    /**
     * How many runs misclassified the image.
     *
     * @return 1 to the number of runs
     */
    public int errors() {
        return errorsByCell.stream().mapToInt(Integer::intValue).sum();
    }
}
