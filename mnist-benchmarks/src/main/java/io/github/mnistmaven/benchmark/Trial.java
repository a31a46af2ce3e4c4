package io.github.mnistmaven.benchmark;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.training.Run;
import io.github.mnistmaven.internal.training.TrainValidationSplit;
import io.github.mnistmaven.internal.training.Training;
import io.github.mnistmaven.model.TrainedModel;
import io.github.mnistmaven.model.Trainer;
import io.github.mnistmaven.recipe.ValidationSplit;
import io.github.mnistmaven.training.Epoch;
import io.github.mnistmaven.training.History;
import io.github.mnistmaven.training.TrainingListener;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The results of one training.
 *
 * @param seconds that it took, validation after each epoch included
 * @param imagesPerSecond trained on
 * @param accuracy on the test digits
 * @param peakMemory in bytes, if known
 */
record Trial(double seconds, double imagesPerSecond, double accuracy, OptionalLong peakMemory) {

    static Trial of(Subject subject, DigitSet training, DigitSet test, long seed) {
        ProcessMemory.resetPeak();
        Run run = subject.run(training, seed);
        try (TrainedModel model = trained(run)) {
            OptionalLong peak = ProcessMemory.peak();
            History history = model.history();
            double images = (double) history.epochs().size() * trainingSize(run);
            return new Trial(
                    history.seconds(),
                    images / history.seconds(),
                    model.evaluate(test).accuracy(),
                    peak);
        }
    }

    private static TrainedModel trained(Run run) {
        return Trainer.of(run.architecture())
                .recipe(run.recipe())
                .seed(run.seed())
                .train(run.digits());
    }

    /**
     * Seconds of training until the published accuracy is first reached on the test digits, which are evaluated after
     * each epoch in place of the validation digits. The network is trained on the first digits of the training set, as
     * many as in any other run; the test digits follow them and are held out as the last ones. Training stops as soon
     * as that accuracy is reached.
     */
    static OptionalDouble secondsToPublishedAccuracy(Subject subject, DigitSet training, DigitSet test, long seed) {
        Run run = subject.run(training, seed);
        DigitSet digits = joined(training.first(trainingSize(run)), test);
        Run watched = new Run(
                run.architecture(),
                run.recipe()
                        .withValidationSplit(ValidationSplit.LAST)
                        .withValidationFraction((double) test.size() / digits.size()),
                digits,
                seed);
        try {
            Training.train(watched, new UntilAccuracy(subject.publishedAccuracy()))
                    .model()
                    .close();
            return OptionalDouble.empty();
        } catch (Reached reached) {
            return OptionalDouble.of(reached.seconds);
        }
    }

    private static final class UntilAccuracy implements TrainingListener {

        private final double accuracy;
        private double seconds;

        UntilAccuracy(double accuracy) {
            this.accuracy = accuracy;
        }

        @Override
        public void onEpoch(Epoch epoch) {
            seconds += epoch.seconds();
            if (epoch.validationAccuracy() >= accuracy) {
                throw new Reached(seconds);
            }
        }
    }

    /** Ends a training. */
    private static final class Reached extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final double seconds;

        Reached(double seconds) {
            this.seconds = seconds;
        }
    }

    /** How many digits are trained on. */
    private static int trainingSize(Run run) {
        int all = run.digits().size();
        return all - TrainValidationSplit.heldOut(run.recipe(), all);
    }

    private static DigitSet joined(DigitSet first, DigitSet second) {
        byte[] pixels = Arrays.copyOf(pixels(first), (first.size() + second.size()) * DigitSet.PIXELS);
        byte[] labels = new byte[first.size() + second.size()];
        System.arraycopy(pixels(second), 0, pixels, first.size() * DigitSet.PIXELS, second.size() * DigitSet.PIXELS);
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (i < first.size() ? first.label(i) : second.label(i - first.size()));
        }
        return DigitSet.of(pixels, labels);
    }

    private static byte[] pixels(DigitSet digits) {
        byte[] pixels = new byte[digits.size() * DigitSet.PIXELS];
        for (int i = 0; i < digits.size(); i++) {
            digits.copyImage(i, pixels, i * DigitSet.PIXELS);
        }
        return pixels;
    }
}
