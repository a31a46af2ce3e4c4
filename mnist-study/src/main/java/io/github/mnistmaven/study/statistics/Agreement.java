package io.github.mnistmaven.study.statistics;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Bounds;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which test images the runs of a study get wrong, and how far they agree on that. An image that one run in ten gets wrong is
 * hard to learn; one that all get wrong in the same way may be labelled wrongly.
 *
 * <pre>{@code
 * results.agreement().hardest(10);         // those that most runs get wrong
 * results.agreement().labelCandidates();   // those whose label may be wrong
 * }</pre>
 *
 * @param cells the names of the cells, in the order of {@link ImageAgreement#errorsByCell()}
 * @param misclassified each image that at least one run misclassified: the most errors first, then the highest confidence in
 *     the alternative, then the lowest index
 */
public record Agreement(List<String> cells, List<ImageAgreement> misclassified) {

    /**
     * Takes copies.
     *
     * @param cells the names of the cells, in the order of {@link ImageAgreement#errorsByCell()}
     * @param misclassified each image that at least one run misclassified: the most errors first, then the highest confidence
     *     in the alternative, then the lowest index
     */
    public Agreement {
        cells = Bounds.copyOf("cells", cells);
        misclassified = Bounds.copyOf("misclassified", misclassified);
    }

    /**
     * Counts the errors of each image.
     *
     * @param cells at least one, each of another name, all of the same test images
     * @return the agreement
     * @throws IllegalArgumentException if there is no cell, two have the same name, or the test images differ
     */
    public static Agreement of(List<Cell> cells) {
        List<Cell> copy = StudyStatistics.requireOneStudy(cells);
        List<ImageAgreement> misclassified = IntStream.range(0, copy.get(0).images())
                .mapToObj(image -> of(copy, image))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt(ImageAgreement::errors)
                        .thenComparingDouble(ImageAgreement::alternativeConfidence)
                        .reversed()
                        .thenComparingInt(ImageAgreement::image))
                .toList();
        return new Agreement(copy.stream().map(Cell::name).toList(), misclassified);
    }

    private static Optional<ImageAgreement> of(List<Cell> cells, int image) {
        int label = cells.get(0).runs().get(0).label(image);
        int[][] votes = new int[cells.size()][DigitSet.CLASSES];
        int[] all = new int[DigitSet.CLASSES];
        double[] confidences = new double[DigitSet.CLASSES];
        int runs = 0;
        for (int cell = 0; cell < votes.length; cell++) {
            for (RunPredictions run : cells.get(cell).runs()) {
                int prediction = run.prediction(image);
                votes[cell][prediction]++;
                all[prediction]++;
                confidences[prediction] += run.confidence(image);
                runs++;
            }
        }
        if (all[label] == runs) {
            return Optional.empty();
        }
        all[label] = 0;
        int alternative = mostFrequent(all);
        return Optional.of(new ImageAgreement(
                image,
                label,
                runs,
                IntStream.range(0, votes.length)
                        .mapToObj(cell -> cells.get(cell).seeds() - votes[cell][label])
                        .toList(),
                alternative,
                all[alternative],
                Math.min(1, confidences[alternative] / all[alternative]),
                IntStream.range(0, votes.length)
                        .allMatch(cell ->
                                2 * votes[cell][alternative] > cells.get(cell).seeds())));
    }

    private static int mostFrequent(int[] votes) {
        int best = 0;
        for (int digit = 1; digit < votes.length; digit++) {
            if (votes[digit] > votes[best]) {
                best = digit;
            }
        }
        return best;
    }

    /**
     * The hardest images.
     *
     * @param count how many at most, at least 0
     * @return those that most runs misclassified, in the order of {@link #misclassified()}
     */
    public List<ImageAgreement> hardest(int count) {
        Bounds.requireWithin("count", count, 0, Integer.MAX_VALUE);
        return misclassified.stream().limit(count).toList();
    }

    /**
     * Images whose label may be wrong: those of which more than half of the runs of each cell say the same other class. Whether
     * the label is wrong or the image is hard, only a person can say.
     *
     * @return in the order of {@link #misclassified()}
     */
    public List<ImageAgreement> labelCandidates() {
        return misclassified.stream().filter(ImageAgreement::isLabelCandidate).toList();
    }
}
