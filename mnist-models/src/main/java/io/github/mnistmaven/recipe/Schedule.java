package io.github.mnistmaven.recipe;

/**
 * The learning rate over the steps of a run: a linear rise from a twenty-fifth of the peak, then half a cosine down to
 * a last share of the peak. With no rise and a last share of 1 that is a constant.
 *
 * <p>Rise and fall within one cycle is the "one-cycle policy" of Smith and Topin, "Super-Convergence" (2018,
 * arXiv:1708.07120), with the cosine that PyTorch's {@code OneCycleLR} uses.
 *
 * @param peak the highest learning rate, above 0
 * @param rise the share of the steps in which the rate rises, 0 to 1
 * @param last the learning rate at the last step, as a share of the peak, 0 to 1
 */
public record Schedule(double peak, double rise, double last) {

    private static final double FIRST = 1.0 / 25;

    /** Checks the values. */
    public Schedule {
        if (!(peak > 0 && peak <= 10)) {
            throw new IllegalArgumentException("learningRate is %s; it lies above 0 and at most at 10".formatted(peak));
        }
        if (!(rise >= 0 && rise < 1)) {
            throw new IllegalArgumentException("rise is %s; it lies between 0 and 1".formatted(rise));
        }
        if (!(last >= 0 && last <= 1)) {
            throw new IllegalArgumentException("last is %s; it lies between 0 and 1".formatted(last));
        }
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
     * One rise and one fall to almost nothing.
     *
     * @param peak the highest learning rate
     * @param rise the share of the steps in which the rate rises
     * @return the schedule
     */
    public static Schedule oneCycle(double peak, double rise) {
        return new Schedule(peak, rise, 1e-3);
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
        if (progress < rise) {
            return peak * (FIRST + (1 - FIRST) * progress / rise);
        }
        double fall = (progress - rise) / (1 - rise);
        return peak * (last + (1 - last) * (1 + StrictMath.cos(Math.PI * fall)) / 2);
    }

    /**
     * The same shape with another peak.
     *
     * @param newPeak the highest learning rate
     * @return the schedule
     */
    public Schedule withPeak(double newPeak) {
        return new Schedule(newPeak, rise, last);
    }
}
