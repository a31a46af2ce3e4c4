package io.github.mnistmaven.internal.training;

import io.github.mnistmaven.recipe.Schedule;

/** What a schedule says of a step. */
final class LearningRate {

    private static final double INITIAL_FACTOR = 1.0 / 25;

    private LearningRate() {}

    /**
     * The learning rate of a step.
     *
     * @param schedule of the run
     * @param step from 0
     * @param steps the number of steps of the whole run
     */
    static double at(Schedule schedule, long step, long steps) {
        double warmup = schedule.warmupFraction();
        double last = schedule.finalLearningRateFactor();
        double progress = steps <= 1 ? 1 : (double) step / (steps - 1);
        if (progress < warmup) {
            return schedule.peak() * (INITIAL_FACTOR + (1 - INITIAL_FACTOR) * progress / warmup);
        }
        double annealed = (progress - warmup) / (1 - warmup);
        double cosine = (1 + StrictMath.cos(Math.PI * annealed)) / 2;
        return schedule.peak() * (last + (1 - last) * cosine);
    }
}
