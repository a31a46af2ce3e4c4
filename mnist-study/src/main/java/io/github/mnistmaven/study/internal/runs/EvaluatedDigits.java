package io.github.mnistmaven.study.internal.runs;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.DigitText;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/**
 * What a model gave for each digit of a set.
 *
 * @param count N, at least 1
 * @param fingerprint see {@link DigitSet#fingerprint()}
 * @param labels what the digits show: N characters from 0 to 9
 * @param logProbabilities N x 10 natural logarithms of the probability of each class, digit by digit, as float32 in little-endian order, in
 *     Base64
 */
public record EvaluatedDigits(int count, String fingerprint, String labels, String logProbabilities) {

    private static final int CLASSES = DigitSet.CLASSES;

    /** Wide enough for float32 arithmetic over ten classes. */
    private static final double SUM_TOLERANCE = 1e-3;

    /**
     * Checks that these are labels and logarithms of probabilities, as many as there are digits.
     *
     * @param count N, at least 1
     * @param fingerprint see {@link DigitSet#fingerprint()}
     * @param labels what the digits show: N characters from 0 to 9
     * @param logProbabilities N x 10 natural logarithms of the probability of each class, digit by digit, as float32 in little-endian order, in
     *     Base64
     */
    public EvaluatedDigits {
        Bounds.requireWithin("count", count, 1, DigitSet.MAX_SIZE);
        Bounds.requireSha256("fingerprint", fingerprint);
        ClassTexts.require("labels", labels, count);
        Bounds.requirePresent("logProbabilities", logProbabilities);
        requireProbabilities(decoded(logProbabilities), count);
    }

    private static void requireProbabilities(float[] values, int count) {
        if (values.length != (long) count * CLASSES) {
            throw new IllegalArgumentException("logProbabilities has %d numbers for %d digits; expected %d for each"
                    .formatted(values.length, count, CLASSES));
        }
        for (int digit = 0; digit < count; digit++) {
            double sum = 0;
            for (int i = 0; i < CLASSES; i++) {
                sum += Math.exp(values[digit * CLASSES + i]);
            }
            if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
                throw new IllegalArgumentException(
                        "the probabilities in logProbabilities of digit number %d add up to %s, not to 1"
                                .formatted(digit, sum));
            }
        }
    }

    /**
     * What a model gave.
     *
     * @param digits N digits
     * @param logProbabilities N x 10 natural logarithms of the probability of each class, digit by digit
     * @return the same for a file
     */
    public static EvaluatedDigits of(DigitSet digits, float[] logProbabilities) {
        Bounds.requirePresent("digits", digits);
        Bounds.requirePresent("logProbabilities", logProbabilities);
        ByteBuffer bytes =
                ByteBuffer.allocate(Float.BYTES * logProbabilities.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(logProbabilities);
        return new EvaluatedDigits(
                digits.size(),
                digits.fingerprint(),
                DigitText.of(digits.size(), digits::label),
                Base64.getEncoder().encodeToString(bytes.array()));
    }

    /**
     * The logarithms as numbers.
     *
     * @return N x 10 natural logarithms of the probability of each class, digit by digit
     */
    public float[] values() {
        return decoded(logProbabilities);
    }

    private static float[] decoded(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }
}
