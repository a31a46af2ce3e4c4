package io.github.mnistmaven.study.internal.runs;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.FileFormat;
import io.github.mnistmaven.internal.files.FormatVersionException;
import io.github.mnistmaven.internal.files.JsonFormatException;
import io.github.mnistmaven.study.results.ResultsFormatException;
import io.github.mnistmaven.study.statistics.TemperatureScaling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the model of one run gave for each digit of the test set and for each that was held out for validation: all that statistics need of
 * it, so that they take neither an engine nor a second evaluation.
 *
 * @param parametersFileSha256 the digest of the file with the parameters of the model, as in its {@code run.json}
 * @param temperature the one that suits the held-out digits best, see {@link TemperatureScaling}
 * @param test what it gave for the test digits
 * @param validation what it gave for the held-out digits
 */
public record RunEvaluation(
        String parametersFileSha256, double temperature, EvaluatedDigits test, EvaluatedDigits validation) {

    private static final FileFormat<RunEvaluation> FORMAT =
            FileFormat.of("mnist-run-evaluation", "1.0", RunEvaluation.class);

    /**
     * Checks each value.
     *
     * @param parametersFileSha256 the digest of the file with the parameters of the model, as in its {@code run.json}
     * @param temperature the one that suits the held-out digits best, see {@link TemperatureScaling}
     * @param test what it gave for the test digits
     * @param validation what it gave for the held-out digits
     */
    public RunEvaluation {
        Bounds.requireSha256("parametersFileSha256", parametersFileSha256);
        new TemperatureScaling(temperature);
        Bounds.requirePresent("test", test);
        Bounds.requirePresent("validation", validation);
    }

    /**
     * The evaluation of a model.
     *
     * @param parametersFileSha256 the digest of the file with the parameters of the model, as in its {@code run.json}
     * @param test N test digits
     * @param ofTest N x 10 natural logarithms of the probability that the model gave each class
     * @param validation M digits that were held out
     * @param ofValidation M x 10 logarithms likewise
     * @return the evaluation, with the temperature that was fitted to the held-out digits
     * @throws IllegalArgumentException if these are not logarithms of probabilities, ten for each digit
     */
    public static RunEvaluation of(
            String parametersFileSha256, DigitSet test, float[] ofTest, DigitSet validation, float[] ofValidation) {
        Bounds.requirePresent("parametersFileSha256", parametersFileSha256);
        return new RunEvaluation(
                parametersFileSha256,
                TemperatureScaling.fit(validation, ofValidation).temperature(),
                EvaluatedDigits.of(test, ofTest),
                EvaluatedDigits.of(validation, ofValidation));
    }

    /**
     * Reads the file of an evaluation.
     *
     * @param file see {@link StudyDirectory#evaluation}
     * @return what it holds
     * @throws ResultsFormatException if it is damaged or of a version that is not read; the message names the file and what to do
     * @throws IOException if it cannot be read
     */
    public static RunEvaluation read(Path file) throws IOException {
        Bounds.requirePresent("file", file);
        try {
            return FORMAT.read(file);
        } catch (FormatVersionException e) {
            throw new ResultsFormatException(e.getMessage(), e);
        } catch (JsonFormatException e) {
            throw new ResultsFormatException(
                    "%s; delete the file, and the study will evaluate the model again".formatted(e.getMessage()), e);
        }
    }

    /**
     * Reads the file of an evaluation if it is of use: one that is damaged is to be made again; one of another version may be worth more than this version knows.
     *
     * @param file see {@link StudyDirectory#evaluation}
     * @return what it holds; nothing if there is no file, or a damaged one
     * @throws ResultsFormatException if it is of a version that is not read; the message names the file and what to do
     * @throws IOException if it cannot be read
     */
    public static Optional<RunEvaluation> readUndamaged(Path file) throws IOException {
        Bounds.requirePresent("file", file);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(file));
        } catch (ResultsFormatException e) {
            if (e.getCause() instanceof FormatVersionException) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /**
     * Writes the file, whole or not at all.
     *
     * @param file see {@link StudyDirectory#evaluation}
     * @throws IOException if it cannot be written; what stood there before still does
     */
    public void write(Path file) throws IOException {
        Bounds.requirePresent("file", file);
        FORMAT.write(file, this);
    }

    /**
     * Whether this is an evaluation of some model on some test digits.
     *
     * @param parameters the digest of the file with the parameters of the model
     * @param testFingerprint see {@link DigitSet#fingerprint()}
     * @return true if both are the same
     */
    public boolean isOf(String parameters, String testFingerprint) {
        Bounds.requirePresent("parameters", parameters);
        Bounds.requirePresent("testFingerprint", testFingerprint);
        return parametersFileSha256.equals(parameters) && test.fingerprint().equals(testFingerprint);
    }
}
