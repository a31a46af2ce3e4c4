package io.github.mnistmaven.provenance;

/**
 * What went into a run, and where it ran. The same inputs on the same platform give the same bits.
 *
 * @param inputs all that the result is meant to depend on
 * @param platform what else its bits may depend on
 */
public record Provenance(Inputs inputs, Platform platform) {}
