package io.github.mnistmaven.recipe;

import io.github.mnistmaven.internal.files.Bounds;

/**
 * The learning rate over the steps of a run: a linear warm-up from a twenty-fifth of the peak, then half a cosine down to
 * a final fraction of the peak. Without warm-up and with a final factor of 1 the learning rate is constant.
 *
 * <pre>{@code
 * Schedule usual = Schedule.oneCycle(0.003, 0.25);           // rises for a quarter of the steps, then falls
 * Schedule cosine = Schedule.constant(0.003).withFinalLearningRateFactor(0.01);
 * Recipe recipe = Recipe.DEFAULT.withSchedule(cosine);
 * }</pre>
 *
 * <p>Rise and fall within one cycle is the "one-cycle policy" of Smith and Topin, "Super-Convergence" (2018,
 * arXiv:1708.07120), with the cosine that PyTorch's {@code OneCycleLR} uses. The steps are those of all epochs of the recipe, so another
 * number of epochs stretches the schedule.
 *
 * <p>A schedule is immutable: each {@code with} method returns a changed copy, and any number of threads may share one.
 */
public final class Schedule {

    private static final double ANNEALED = 1e-3;

    private final Values values;

    private Schedule(Values values) {
        this.values = values;
    }

    private record Values(double peak, double warmupFraction, double finalLearningRateFactor) {

        Values {
            if (!(peak > 0 && peak <= 10)) {
                throw new IllegalArgumentException(
                        "the peak of the learning rate is %s; it must be above 0 and at most 10".formatted(peak));
            }
            if (!(warmupFraction >= 0 && warmupFraction < 1)) {
                throw new IllegalArgumentException(
                        "warmupFraction is %s; it must be at least 0 and below 1".formatted(warmupFraction));
            }
            Bounds.requireShare("finalLearningRateFactor", finalLearningRateFactor);
        }
    }

    /**
     * The same learning rate at every step.
     *
     * @param rate the learning rate, above 0 and at most 10
     * @return the schedule
     * @throws IllegalArgumentException if the rate is out of its range
     */
    public static Schedule constant(double rate) {
        return new Schedule(new Values(rate, 0, 1));
    }

    /**
     * One cycle: a warm-up, then annealing to a thousandth of the peak.
     *
     * @param peak the highest learning rate, above 0 and at most 10
     * @param warmupFraction the fraction of the steps over which the learning rate rises; at least 0 and below 1
     * @return the schedule
     * @throws IllegalArgumentException if a value is out of its range
     */
    public static Schedule oneCycle(double peak, double warmupFraction) {
        return new Schedule(new Values(peak, warmupFraction, ANNEALED));
    }

    /**
     * The highest learning rate.
     *
     * @return above 0 and at most 10
     */
    public double peak() {
        return values.peak;
    }

    /**
     * The fraction of the steps over which the learning rate rises.
     *
     * @return at least 0 and below 1
     */
    public double warmupFraction() {
        return values.warmupFraction;
    }

    /**
     * The learning rate at the last step, as a multiple of the peak.
     *
     * @return 0 to 1
     */
    public double finalLearningRateFactor() {
        return values.finalLearningRateFactor;
    }

    /**
     * The same schedule with another warm-up.
     *
     * @param value the fraction of the steps over which the learning rate rises; at least 0 and below 1
     * @return a changed copy
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Schedule withWarmupFraction(double value) {
        return new Schedule(new Values(peak(), value, finalLearningRateFactor()));
    }

    /**
     * The same schedule with another end.
     *
     * @param value the learning rate at the last step, as a multiple of the peak; 0 to 1
     * @return a changed copy
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Schedule withFinalLearningRateFactor(double value) {
        return new Schedule(new Values(peak(), warmupFraction(), value));
    }

    /**
     * The same shape with another peak.
     *
     * @param value the highest learning rate, above 0 and at most 10
     * @return a changed copy
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Schedule withPeak(double value) {
        return new Schedule(new Values(value, warmupFraction(), finalLearningRateFactor()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Schedule schedule && values.equals(schedule.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /**
     * The schedule as people read it.
     *
     * @return such as {@code peak 0.003, warmupFraction 0.25, finalLearningRateFactor 0.001}
     */
    @Override
    public String toString() {
        return "peak %s, warmupFraction %s, finalLearningRateFactor %s"
                .formatted(peak(), warmupFraction(), finalLearningRateFactor());
    }
}
