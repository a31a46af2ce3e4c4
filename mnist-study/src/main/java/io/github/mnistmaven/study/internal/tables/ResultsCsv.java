package io.github.mnistmaven.study.internal.tables;

import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.evaluation.Interval;
import io.github.mnistmaven.provenance.Inputs;
import io.github.mnistmaven.study.internal.text.NumberText;
import io.github.mnistmaven.study.results.ModelResult;
import io.github.mnistmaven.study.results.Results;
import io.github.mnistmaven.training.History;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The results as {@code results.csv}: one row a model, at most six significant digits. The first four columns are those
 * of the study that this project reproduces; their names and order stay.
 */
public final class ResultsCsv {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setRecordSeparator('\n')
            .setHeader(
                    "model",
                    "train_time_s",
                    "test_loss",
                    "test_acc",
                    "test_acc_lower",
                    "test_acc_upper",
                    "test_digits",
                    "test_errors",
                    "val_loss",
                    "val_acc",
                    "epochs",
                    "best_epoch",
                    "parameters",
                    "training_digits",
                    "seed")
            .get();

    private ResultsCsv() {}

    /**
     * The content of the file.
     *
     * @param results what it tells
     * @return lines, a header first, then one per model
     */
    public static String text(Results results) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            for (ModelResult entry : results.models()) {
                printer.printRecord(row(entry));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a StringBuilder does not fail", e);
        }
        return text.toString();
    }

    private static Object[] row(ModelResult entry) {
        Evaluation evaluation = entry.evaluation();
        Interval interval = evaluation.accuracyInterval();
        History history = entry.history();
        Inputs inputs = entry.provenance().inputs();
        return new Object[] {
            text(entry.name()),
            NumberText.significant(history.seconds()),
            NumberText.significant(evaluation.loss()),
            NumberText.significant(evaluation.accuracy()),
            NumberText.significant(interval.lower()),
            NumberText.significant(interval.upper()),
            evaluation.size(),
            evaluation.size() - evaluation.correct(),
            NumberText.significant(history.best().validationLoss()),
            NumberText.significant(history.best().validationAccuracy()),
            history.epochs().size(),
            history.bestEpoch(),
            inputs.parameters(),
            inputs.data().trainingDigits(),
            inputs.seed()
        };
    }

    /** A spreadsheet takes a cell that begins like this for a formula and computes it, whoever wrote the file. */
    static String text(String value) {
        return !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
