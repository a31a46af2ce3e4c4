package io.github.mnistmaven.recipe;

/**
 * How wide an architecture's network is, and how many of them decide together.
 *
 * @param widthMultiplier how many times as many channels or units the layers have as by default (Howard et al., 2017,
 *     arXiv:1704.04861, in whole numbers); 1 or more
 * @param ensembleSize how many networks are taught, each by itself, from different initial weights; the mean of their
 *     logits decides (Hansen and Salamon, 1990, doi:10.1109/34.58871); 1 or more
 */
public record Capacity(int widthMultiplier, int ensembleSize) {

    /** One network as its architecture has it. */
    public static final Capacity DEFAULT = new Capacity(1, 1);

    /** Checks the values; each message names the parameter, its value and what it may be. */
    public Capacity {
        requirePositive("widthMultiplier", widthMultiplier);
        requirePositive("ensembleSize", ensembleSize);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("%s is %d; it is at least 1".formatted(name, value));
        }
    }
}
