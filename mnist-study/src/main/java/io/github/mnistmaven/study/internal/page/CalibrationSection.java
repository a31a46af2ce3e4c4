package io.github.mnistmaven.study.internal.page;

import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.evaluation.Interval;
import io.github.mnistmaven.study.internal.page.Table.Cell;
import io.github.mnistmaven.study.internal.svg.Colour;
import io.github.mnistmaven.study.internal.svg.ReliabilityPlot;
import io.github.mnistmaven.study.internal.text.ClassWords;
import io.github.mnistmaven.study.internal.text.NumberText;
import io.github.mnistmaven.study.runs.StudyCell;
import io.github.mnistmaven.study.statistics.Calibration;
import io.github.mnistmaven.study.statistics.ReliabilityBin;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether the models are right as often as they say. */
final class CalibrationSection {

    private CalibrationSection() {}

    static Section ofModels(List<Evaluation> evaluations, ClassWords words) {
        return section(
                words,
                IntStream.range(0, evaluations.size())
                        .mapToObj(i -> chart(
                                evaluations.get(i).modelName(),
                                i,
                                Calibration.of(evaluations.get(i), Calibration.DEFAULT_BINS),
                                true,
                                Optional.empty()))
                        .toList());
    }

    static Section ofCells(List<StudyCell> cells, ClassWords words) {
        return section(
                words,
                IntStream.range(0, cells.size())
                        .filter(i -> cells.get(i).calibration().bins().stream().anyMatch(bin -> bin.count() > 0))
                        .mapToObj(i -> chart(
                                cells.get(i).name(),
                                i,
                                cells.get(i).calibration(),
                                cells.get(i).runs().size() == 1,
                                Optional.of(cells.get(i).calibrationAfterScaling())))
                        .toList());
    }

    private static Section section(ClassWords words, List<Chart> charts) {
        return new Section(
                "calibration",
                "Calibration",
                "Calibration: are the models as confident as they should be?",
                List.of(
                        Block.text(
                                "Of the %s that a model classifies with a confidence of 80 %%, 80 %% should be correct. On the dotted line, accuracy equals confidence; above it the model is underconfident, below it overconfident. The larger a dot, the more predictions it stands for."
                                        .formatted(words.images())),
                        Block.figures(charts)));
    }

    private static Chart chart(
            String name, int index, Calibration calibration, boolean independent, Optional<Calibration> scaled) {
        List<ReliabilityBin> bins =
                calibration.bins().stream().filter(bin -> bin.count() > 0).toList();
        return Chart.of(
                "Reliability diagram of " + name,
                ReliabilityPlot.of(
                        "Reliability diagram of %s. %s".formatted(name, sentence(bins, calibration)),
                        new Colour(index),
                        bins.stream().map(bin -> bin(bin, independent)).toList()),
                numbers(name, bins),
                sentence(bins, calibration)
                        + scaled.map(after -> " After temperature scaling on the held-out images: %s."
                                        .formatted(error(after.correctedError())))
                                .orElse(""));
    }

    /** Predictions of several seeds for the same image are not independent, so their share has no simple interval. */
    private static ReliabilityPlot.Bin bin(ReliabilityBin bin, boolean independent) {
        int correct = (int) Math.round(bin.accuracy() * bin.count());
        Interval interval =
                independent ? Interval.wilson(correct, bin.count()) : new Interval(bin.accuracy(), bin.accuracy());
        return new ReliabilityPlot.Bin(
                bin.meanConfidence(),
                bin.accuracy(),
                interval.lower(),
                interval.upper(),
                bin.count(),
                "confidence %s, correct in %s (%s)"
                        .formatted(
                                NumberText.percent(bin.meanConfidence()),
                                NumberText.percent(bin.accuracy()),
                                NumberText.count(bin.count()) + (bin.count() == 1 ? " prediction" : " predictions")));
    }

    private static String sentence(List<ReliabilityBin> bins, Calibration calibration) {
        double count = bins.stream().mapToDouble(ReliabilityBin::count).sum();
        double confidence = bins.stream()
                .mapToDouble(bin -> bin.count() * bin.meanConfidence() / count)
                .sum();
        // Of whole predictions, so that it is the same number to the last digit as elsewhere on the page.
        double accuracy = bins.stream()
                        .mapToLong(bin -> Math.round(bin.count() * bin.accuracy()))
                        .sum()
                / count;
        return "Mean confidence %s, accuracy %s. Expected calibration error, less what chance alone adds: %s (95 %% interval %s - %s)."
                .formatted(
                        NumberText.percent(confidence),
                        NumberText.percent(accuracy),
                        error(calibration.correctedError()),
                        error(calibration.interval().lower()),
                        error(calibration.interval().upper()));
    }

    private static String error(double value) {
        return NumberText.loss(value);
    }

    private static Table numbers(String name, List<ReliabilityBin> bins) {
        Table.Builder table = Table.of(
                "Predictions of %s by confidence".formatted(name),
                "Confidence",
                "Predictions",
                "Mean confidence",
                "Correct");
        for (ReliabilityBin bin : bins) {
            table.row(
                    Cell.header("%s - %s %%".formatted(Math.round(100 * bin.lower()), Math.round(100 * bin.upper()))),
                    List.of(
                            NumberText.count(bin.count()),
                            NumberText.percent(bin.meanConfidence()),
                            NumberText.percent(bin.accuracy())));
        }
        return table.narrow();
    }
}
