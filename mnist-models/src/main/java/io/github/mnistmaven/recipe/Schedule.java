package io.github.mnistmaven.recipe;

import io.github.mnistmaven.internal.files.Bounds;

/**
 * The learning rate over the steps of a run: a linear warm-up from a twenty-fifth of the peak, then half a cosine down to
 * a final fraction of the peak. Without warm-up and with a final factor of 1 the learning rate is constant.
 *
 * <p>Rise and fall within one cycle is the "one-cycle policy" of Smith and Topin, "Super-Convergence" (2018,
 * arXiv:1708.07120), with the cosine that PyTorch's {@code OneCycleLR} uses.
 *
 * @param peak the highest learning rate, above 0 and at most 10
 * @param warmupFraction the fraction of the steps over which the learning rate rises; at least 0 and below 1
 * @param finalLearningRateFactor the learning rate at the last step, as a multiple of the peak; 0 to 1
 */
public record Schedule(double peak, double warmupFraction, double finalLearningRateFactor) {

    private static final double INITIAL_FACTOR = 1.0 / 25;

    /**
     * Checks the values.
     *
     * @param peak the highest learning rate, above 0 and at most 10
     * @param warmupFraction the fraction of the steps over which the learning rate rises; at least 0 and below 1
     * @param finalLearningRateFactor the learning rate at the last step, as a multiple of the peak; 0 to 1
     */
    public Schedule {
        if (!(peak > 0 && peak <= 10)) {
            throw new IllegalArgumentException(
                    "the peak of the learning rate is %s; it lies above 0 and at most at 10".formatted(peak));
        }
        if (!(warmupFraction >= 0 && warmupFraction < 1)) {
            throw new IllegalArgumentException(
                    "warmupFraction is %s; it is at least 0 and below 1".formatted(warmupFraction));
        }
        Bounds.requireShare("finalLearningRateFactor", finalLearningRateFactor);
    }

    /**
     * The same learning rate at every step.
     *
     * @param rate the learning rate
     * @return the schedule
     */
    public static Schedule constant(double rate) {
        return new Schedule(rate, 0, 1);
    }

    /**
     * One cycle: a warm-up, then annealing to a thousandth of the peak.
     *
     * @param peak the highest learning rate
     * @param warmupFraction the fraction of the steps over which the learning rate rises
     * @return the schedule
     */
    public static Schedule oneCycle(double peak, double warmupFraction) {
        return new Schedule(peak, warmupFraction, 1e-3);
    }

    /**
     * The learning rate of a step.
     *
     * @param step from 0
     * @param steps the number of steps of the whole run
     * @return the learning rate
     */
    public double at(long step, long steps) {
        double progress = steps <= 1 ? 1 : (double) step / (steps - 1);
        if (progress < warmupFraction) {
            return peak * (INITIAL_FACTOR + (1 - INITIAL_FACTOR) * progress / warmupFraction);
        }
        double annealed = (progress - warmupFraction) / (1 - warmupFraction);
        double cosine = (1 + StrictMath.cos(Math.PI * annealed)) / 2;
        return peak * (finalLearningRateFactor + (1 - finalLearningRateFactor) * cosine);
    }

    /**
     * The same schedule with another warm-up.
     *
     * @param value the fraction of the steps over which the learning rate rises; at least 0 and below 1
     * @return the schedule
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Schedule withWarmupFraction(double value) {
        return new Schedule(peak, value, finalLearningRateFactor);
    }

    /**
     * The same schedule with another end.
     *
     * @param value the learning rate at the last step, as a multiple of the peak; 0 to 1
     * @return the schedule
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Schedule withFinalLearningRateFactor(double value) {
        return new Schedule(peak, warmupFraction, value);
    }

    /**
     * The same shape with another peak.
     *
     * @param newPeak the highest learning rate
     * @return the schedule
     */
    public Schedule withPeak(double newPeak) {
        return new Schedule(newPeak, warmupFraction, finalLearningRateFactor);
    }
}
