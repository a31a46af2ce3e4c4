package io.github.mnistmaven.data;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.random.SplitMix64;
import io.github.mnistmaven.internal.random.StratifiedSample;
import java.util.stream.IntStream;

/**
 * Two sets of digits of the same classes: some to train on, and others to measure what came of it. A {@link DigitSource} gives both.
 *
 * <pre>{@code
 * Digits digits = new PublishedMnist().load();
 * try (TrainedModel cnn = Trainer.of("cnn").train(digits.training())) {
 *     System.out.println(cnn.evaluate(digits.test()));
 * }
 * }</pre>
 *
 * @param training the training set, from which a run also takes its validation digits
 * @param test the test set, on which trained models are evaluated; no choice is ever based on it
 */
public record Digits(DigitSet training, DigitSet test) {

    private static final int DRAWN = 4;
    private static final int ORDER = 5;

    /**
     * Checks that both are there and have the same classes.
     *
     * @param training the training set, from which a run also takes its validation digits
     * @param test the test set, on which trained models are evaluated; no choice is ever based on it
     * @throws IllegalArgumentException if their {@linkplain DigitSet#classNames names of classes} differ
     */
    public Digits {
        Bounds.requirePresent("training", training);
        Bounds.requirePresent("test", test);
        Bounds.requireSameClassNames(
                "the test digits", test.classNames(), "the training digits", training.classNames());
    }

    /**
     * Divides one set into digits to train on and digits to test with, at random: each class has the same share of both, and both are in
     * random order. If the same hand or the same picture has given several digits of the set, some of them may end up on either side;
     * then divide it by hand, with {@link DigitSet#select}.
     *
     * <pre>{@code
     * Digits divided = Digits.split(digits, 0.2, 1);
     * divided.test().size();    // a fifth
     * }</pre>
     *
     * @param all the digits, at least 2
     * @param testFraction the fraction of them to test with, above 0 and below 1; rounded so that there is at least one on either side
     * @param seed decides which; the same seed gives the same division of the same set
     * @return the division
     * @throws IllegalArgumentException if there is but one digit, or the fraction is not between 0 and 1
     */
    public static Digits split(DigitSet all, double testFraction, long seed) {
        Bounds.requirePresent("all", all);
        Bounds.requireWithin("the number of digits to divide", all.size(), 2, DigitSet.MAX_SIZE);
        if (!(testFraction > 0 && testFraction < 1)) {
            throw new IllegalArgumentException(
                    "testFraction is %s; it must be above 0 and below 1".formatted(testFraction));
        }
        int size = all.size();
        int held = (int) Math.max(1, Math.min(size - 1, Math.round(testFraction * size)));
        boolean[] isTest = new StratifiedSample(all::label, size, DigitSet.CLASSES)
                .draw(held, digit -> SplitMix64.of(seed, DRAWN, digit));
        int[] order = IntStream.range(0, size).toArray();
        SplitMix64.of(seed, ORDER).shuffle(order);
        return new Digits(
                all.select(IntStream.of(order).filter(i -> !isTest[i]).toArray()),
                all.select(IntStream.of(order).filter(i -> isTest[i]).toArray()));
    }
}
