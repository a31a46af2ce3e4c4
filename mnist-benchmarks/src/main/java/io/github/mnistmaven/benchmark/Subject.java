package io.github.mnistmaven.benchmark;

import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.recipe.Preset;
import io.github.mnistmaven.training.Run;

/**
 * What is measured.
 *
 * @param preset how much time it may take
 * @param model {@code cnn} or {@code lstm}, or the study's own
 */
record Subject(Preset preset, String model) {

    private static final String REFERENCE = "-reference";

    /** Accuracies that the study published. */
    private static final double PUBLISHED_CNN = 0.9913;

    private static final double PUBLISHED_LSTM = 0.9845;

    static Subject referenceOf(String model) {
        return new Subject(Preset.STANDARD, model + REFERENCE);
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

    Run run(DigitSet digits, long seed) {
        return new Run(architecture(), architecture().recipe(preset), digits, seed);
    }

    double publishedAccuracy() {
        return model.startsWith("cnn") ? PUBLISHED_CNN : PUBLISHED_LSTM;
    }
}
