package io.github.mnistmaven.benchmark;

import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.training.Run;
import io.github.mnistmaven.recipe.Capacity;
import io.github.mnistmaven.recipe.Preset;
import io.github.mnistmaven.recipe.Recipe;

/**
 * A model and preset to measure.
 *
 * @param model {@code cnn} or {@code lstm}, or the study's own
 * @param preset how much time it may take
 * @param epochs how many of them are trained; fewer than the recipe's where the total time is extrapolated
 */
record Subject(String model, Preset preset, int epochs) {

    private static final String REFERENCE = "-reference";

    /** Accuracies that the study published. */
    private static final double PUBLISHED_CNN = 0.9913;

    private static final double PUBLISHED_LSTM = 0.9845;

    /** Epochs until early stopping ended the study's own networks, by their recipe from seed 2. */
    private static final int STOP_OF_CNN = 13;

    private static final int STOP_OF_LSTM = 19;

    private static final int FEW = 2;

    static Subject of(String model, Preset preset) {
        return new Subject(
                model, preset, Architectures.named(model).recipe(preset).epochs());
    }

    /** A few epochs are enough, as all take the same time. */
    static Subject referenceOf(String model) {
        return new Subject(model + REFERENCE, Preset.STANDARD, FEW);
    }

    /** The time of the whole training, extrapolated from the epochs that were trained. */
    double wholeSeconds(double seconds) {
        int stop = model.startsWith("cnn") ? STOP_OF_CNN : STOP_OF_LSTM;
        return isReference() ? seconds / epochs * stop : seconds;
    }

    String label() {
        return isReference() ? "study" : preset.id();
    }

    boolean isReference() {
        return model.endsWith(REFERENCE);
    }

    Architecture architecture() {
        return Architectures.named(model);
    }

    private Recipe recipe() {
        return architecture().recipe(preset).withEpochs(epochs);
    }

    Run run(DigitSet digits, long seed) {
        return new Run(architecture(), recipe(), digits, seed);
    }

    /** Operations to train on one image. */
    double flops() {
        Capacity capacity = recipe().capacity();
        return capacity.ensembleSize() * Flops.ofTraining(architecture().newBlock(capacity.widthMultiplier()));
    }

    double publishedAccuracy() {
        return model.startsWith("cnn") ? PUBLISHED_CNN : PUBLISHED_LSTM;
    }
}
