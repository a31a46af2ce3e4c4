package io.github.mnistmaven.data.embedded;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.DigitSource;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Digits that look handwritten and come from no file and no network. Each depends on the seed and its index alone, and is
 * the same on every machine.
 */
public final class EmbeddedDigits implements DigitSource {

    /** How many training digits there are unless told otherwise. */
    public static final int TRAINING = 20_000;

    /** How many test digits there are unless told otherwise. */
    public static final int TEST = 4_000;

    private final long seed;
    private final int trainingDigits;
    private final int testDigits;

    /**
     * A source; nothing is drawn yet.
     *
     * @param seed what the digits derive from
     * @param trainingDigits how many to learn from, at least 1
     * @param testDigits how many to be measured on, at least 1
     * @throws IllegalArgumentException if there are to be none; the message names the parameter
     */
    public EmbeddedDigits(long seed, int trainingDigits, int testDigits) {
        this.seed = seed;
        this.trainingDigits = atLeastOne("trainingDigits", trainingDigits);
        this.testDigits = atLeastOne("testDigits", testDigits);
    }

    private static int atLeastOne(String parameter, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("%s is %d; it is at least 1".formatted(parameter, value));
        }
        return value;
    }

    @Override
    public DigitSet training() {
        return draw(2 * seed, trainingDigits);
    }

    @Override
    public DigitSet test() {
        return draw(2 * seed + 1, testDigits);
    }

    private static DigitSet draw(long stream, int size) {
        byte[] pixels = new byte[size * DigitSet.PIXELS];
        byte[] labels = new byte[size];
        IntStream.range(0, size).parallel().forEach(index -> {
            labels[index] = (byte) label(stream, index);
            Random random = new Random(mix(stream) ^ mix(index));
            Hand hand = new Hand(random);
            byte[] image = InkedPage.draw(hand.write(labels[index]), hand.penRadius());
            System.arraycopy(image, 0, pixels, index * DigitSet.PIXELS, DigitSet.PIXELS);
        });
        return DigitSet.of(pixels, labels);
    }

    /** Ten neighbours are ten different digits, in an order of their own. */
    private static int label(long stream, int index) {
        int[] order = IntStream.range(0, DigitSet.CLASSES).toArray();
        Random random = new Random(mix(~stream) ^ mix(index / DigitSet.CLASSES));
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
        return order[index % DigitSet.CLASSES];
    }

    private static long mix(long value) {
        long z = (value + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
