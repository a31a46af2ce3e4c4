package io.github.mnistmaven.model;

import io.github.mnistmaven.recipe.Recipe;

/**
 * What went into a run, and where it ran.
 *
 * @param architecture the name of the architecture
 * @param parameters the number of its trained parameters and batch-norm averages
 * @param recipe how it was taught
 * @param seed what all random choices derive from
 * @param data what it was taught with
 * @param versions of the software
 * @param platform the machine
 */
public record Provenance(
        String architecture,
        long parameters,
        Recipe recipe,
        long seed,
        Data data,
        Versions versions,
        Platform platform) {

    /**
     * What a model was taught with.
     *
     * @param source in words, such as {@code embedded} or {@code mnist}
     * @param trainingDigits the number of training digits, the held-out ones included
     * @param trainingFingerprint see {@link io.github.mnistmaven.data.DigitSet#fingerprint()}
     */
    public record Data(String source, int trainingDigits, String trainingFingerprint) {}

    /**
     * What it was taught by.
     *
     * @param library this library
     * @param djl the Deep Java Library
     * @param pytorch the engine
     * @param java the JDK
     */
    public record Versions(String library, String djl, String pytorch, String java) {}

    /**
     * Where it was taught.
     *
     * @param os name of the operating system
     * @param architecture of the processor
     * @param processors that the JVM saw
     * @param threads that the engine used
     */
    public record Platform(String os, String architecture, int processors, int threads) {}
}
