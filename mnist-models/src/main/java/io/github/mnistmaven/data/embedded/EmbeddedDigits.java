package io.github.mnistmaven.data.embedded;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.DigitSource;
import io.github.mnistmaven.data.Digits;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.random.SplitMix64;
import java.util.List;

/**
 * Synthetic digits: handwritten-looking, any number of them, generated from a seed.
 *
 * <pre>{@code
 * Digits digits = new EmbeddedDigits().load();                           // 20,000 for training, 4,000 for testing
 * Digits few = new EmbeddedDigits().seed(7).sizes(1_000, 200).load();
 * }</pre>
 *
 * <p>Digit {@code i} of a set depends on the seed, the set and {@code i} alone: a larger set starts with the digits of
 * a smaller one, and the same seed gives the same bytes on every machine. Training and test digits never come from the
 * same random numbers. Of each ten digits from a multiple of ten, each class has one, in random order.
 *
 * <p>Immutable; may be shared between threads. Each call generates the digits anew, on all cores.
 */
public final class EmbeddedDigits implements DigitSource {

    /** The default number of training digits. */
    public static final int TRAINING = 20_000;

    /** The default number of test digits. */
    public static final int TEST = 4_000;

    private static final int TRAINING_SET = 1;
    private static final int TEST_SET = 2;
    private static final int ORDER = 1;
    private static final int SHAPE = 2;

    private final long seed;
    private final int trainingDigits;
    private final int testDigits;

    /** The digits of seed 1, {@value #TRAINING} for training and {@value #TEST} for testing, which suits a first run. */
    public EmbeddedDigits() {
        this(1, TRAINING, TEST);
    }

    private EmbeddedDigits(long seed, int trainingDigits, int testDigits) {
        this.seed = seed;
        this.trainingDigits = trainingDigits;
        this.testDigits = testDigits;
    }

    /**
     * The digits of another seed.
     *
     * @param newSeed decides every digit
     * @return a changed copy
     */
    public EmbeddedDigits seed(long newSeed) {
        return new EmbeddedDigits(newSeed, trainingDigits, testDigits);
    }

    /**
     * Another number of digits.
     *
     * @param newTrainingDigits the size of the training set, at least 1
     * @param newTestDigits the size of the test set, at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if one is below 1, or above {@link DigitSet#MAX_SIZE}; the message names it
     */
    public EmbeddedDigits sizes(int newTrainingDigits, int newTestDigits) {
        Bounds.requireWithin("trainingDigits", newTrainingDigits, 1, DigitSet.MAX_SIZE);
        Bounds.requireWithin("testDigits", newTestDigits, 1, DigitSet.MAX_SIZE);
        return new EmbeddedDigits(seed, newTrainingDigits, newTestDigits);
    }

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public DigitSet training() {
        return training(0, trainingDigits);
    }

    @Override
    public DigitSet test() {
        return test(0, testDigits);
    }

    /** {@inheritDoc} Nothing is read, so nothing can fail. */
    @Override
    public Digits load() {
        return new Digits(training(), test());
    }

    /**
     * Some training digits: as {@link DigitSet#slice} of all, without generating the others.
     *
     * @param from the first digit, at least 0
     * @param to the digit after the last; may lie beyond the number this source was made for
     * @return the digits {@code from} to {@code to - 1}
     */
    public DigitSet training(int from, int to) {
        return digits(TRAINING_SET, from, to);
    }

    /**
     * Some test digits: as {@link DigitSet#slice} of all, without generating the others.
     *
     * @param from the first digit, at least 0
     * @param to the digit after the last; may lie beyond the number this source was made for
     * @return the digits {@code from} to {@code to - 1}
     */
    public DigitSet test(int from, int to) {
        return digits(TEST_SET, from, to);
    }

    private DigitSet digits(int set, int from, int to) {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException(
                    "from is %d and to is %d; from must be at least 0, and to greater than from".formatted(from, to));
        }
        return DigitSet.generate(to - from, i -> label(set, from + i), i -> image(set, from + i))
                .withSource(name());
    }

    /** The digit's place in a random order of 0 to 9 that its ten neighbours share. */
    private int label(int set, int index) {
        SplitMix64 random = SplitMix64.of(seed, set, ORDER, index / DigitSet.CLASSES);
        int[] order = new int[DigitSet.CLASSES];
        for (int i = 0; i < order.length; i++) {
            int j = random.below(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order[index % DigitSet.CLASSES];
    }

    private byte[] image(int set, int index) {
        SplitMix64 random = SplitMix64.of(seed, set, SHAPE, index);
        int digit = label(set, index);
        Form form = Forms.of(digit, random);
        List<Trace> traces = new Writing(Hand.anyones(random), Forms.size(digit), random).write(form);
        return Frame.centred(Canvas.drawn(Frame.fitted(traces)));
    }
}
