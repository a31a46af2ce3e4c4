package io.github.mnistmaven.study.statistics;

/** What is measured of each test image, and averaged over all of them. */
public enum Metric {
    /** 1 if the image was classified correctly, else 0; higher is better. */
    ACCURACY("accuracy"),

    /** {@code -ln p} in nats, p being the probability that the model gave the digit shown; lower is better. */
    LOSS("log loss"),

    /**
     * The sum over the ten classes of the squared difference between the probability given and 1 for the digit shown, 0 for the
     * others: 0 to 2, lower is better (Brier, "Verification of Forecasts Expressed in Terms of Probability", Monthly Weather
     * Review 78, 1950).
     */
    BRIER_SCORE("Brier score");

    private final String words;

    Metric(String words) {
        this.words = words;
    }

    /**
     * The metric as people read it.
     *
     * @return such as {@code log loss}
     */
    @Override
    public String toString() {
        return words;
    }
}
