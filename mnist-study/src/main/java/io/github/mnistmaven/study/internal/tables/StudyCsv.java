package io.github.mnistmaven.study.internal.tables;

import io.github.mnistmaven.provenance.Inputs;
import io.github.mnistmaven.study.internal.text.NumberText;
import io.github.mnistmaven.study.runs.StudyCell;
import io.github.mnistmaven.study.runs.StudyResults;
import io.github.mnistmaven.study.runs.StudyRun;
import io.github.mnistmaven.study.statistics.CellComparison;
import io.github.mnistmaven.study.statistics.SamplingError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The results of a study as {@code study.csv}, one row a run, and {@code comparison.csv}, one row a pair of cells: numbers with at most six significant
 * digits, a point in front of decimals and no thousands separators, so that a spreadsheet and pandas read them as they are.
 */
public final class StudyCsv {

    private static final CSVFormat RUNS = format(
            "cell",
            "model",
            "seed",
            "test_acc",
            "test_loss",
            "brier_score",
            "train_time_s",
            "test_digits",
            "test_errors",
            "val_loss",
            "val_acc",
            "epochs",
            "best_epoch",
            "temperature",
            "parameters",
            "training_digits");

    private static final CSVFormat PAIRS = format(
            "first",
            "second",
            "decision",
            "acc_difference",
            "acc_lower",
            "acc_upper",
            "p_value",
            "adjusted_p_value",
            "p_first_better",
            "p_equivalent",
            "p_second_better",
            "margin",
            "more_seeds",
            "loss_difference",
            "loss_lower",
            "loss_upper",
            "brier_difference",
            "brier_lower",
            "brier_upper",
            "first_seeds",
            "second_seeds",
            "interval_method");

    private static final double NANOS = 1e9;

    private StudyCsv() {}

    private static CSVFormat format(String... header) {
        return CSVFormat.DEFAULT
                .builder()
                .setRecordSeparator('\n')
                .setHeader(header)
                .get();
    }

    private interface Rows {
        void print(CSVPrinter printer) throws IOException;
    }

    private static String text(CSVFormat format, Rows rows) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            rows.print(printer);
        } catch (IOException e) {
            throw new UncheckedIOException("a StringBuilder does not fail", e);
        }
        return text.toString();
    }

    /**
     * The content of {@code study.csv}.
     *
     * @param results what it tells
     * @return lines, a header first, then one for each run
     */
    public static String runs(StudyResults results) {
        return text(RUNS, printer -> {
            for (StudyCell cell : results.cells()) {
                for (StudyRun run : cell.runs()) {
                    printer.printRecord(row(cell.name(), run));
                }
            }
        });
    }

    private static Object[] row(String cell, StudyRun run) {
        Inputs inputs = run.provenance().inputs();
        return new Object[] {
            cell,
            inputs.architecture(),
            run.seed(),
            NumberText.significant(run.accuracy()),
            NumberText.significant(run.loss()),
            NumberText.significant(run.brierScore()),
            NumberText.significant(run.trainingTime().toNanos() / NANOS),
            run.size(),
            run.size() - Math.round(run.accuracy() * run.size()),
            NumberText.significant(run.validationLoss(run.bestEpoch())),
            NumberText.significant(run.validationAccuracy(run.bestEpoch())),
            run.epochs(),
            run.bestEpoch(),
            NumberText.significant(run.temperature()),
            inputs.parameters(),
            inputs.data().trainingDigits()
        };
    }

    /**
     * The content of {@code comparison.csv}.
     *
     * @param results what it tells
     * @return lines, a header first, then one for each pair of cells; {@code more_seeds} is empty if no number of seeds would decide
     */
    public static String pairs(StudyResults results) {
        return text(PAIRS, printer -> {
            for (CellComparison pair : results.statistics().pairs()) {
                printer.printRecord(row(pair));
            }
        });
    }

    private static Object[] row(CellComparison pair) {
        OptionalInt more = pair.moreSeeds();
        SamplingError error = pair.accuracy().error();
        return new Object[] {
            pair.first(),
            pair.second(),
            pair.decision(),
            NumberText.significant(pair.accuracy().value()),
            NumberText.significant(pair.accuracy().interval().lower()),
            NumberText.significant(pair.accuracy().interval().upper()),
            NumberText.significant(pair.accuracy().pValue()),
            NumberText.significant(pair.adjustedPValue()),
            NumberText.significant(pair.probabilityFirstIsBetter()),
            NumberText.significant(pair.probabilityOfEquivalence()),
            NumberText.significant(pair.probabilitySecondIsBetter()),
            NumberText.significant(pair.margin()),
            more.isPresent() ? more.getAsInt() : "",
            NumberText.significant(pair.loss().value()),
            NumberText.significant(pair.loss().interval().lower()),
            NumberText.significant(pair.loss().interval().upper()),
            NumberText.significant(pair.brierScore().value()),
            NumberText.significant(pair.brierScore().interval().lower()),
            NumberText.significant(pair.brierScore().interval().upper()),
            error.seeds().get(0).count(),
            error.seeds().get(1).count(),
            error.method().name()
        };
    }
}
