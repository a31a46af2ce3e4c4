package io.github.mnistmaven.plugin.protocol;

import java.nio.file.Path;

/**
 * What is to be done about a baseline.
 *
 * @param file where it is, or is to be
 * @param update whether to write it instead of checking models against it
 * @param mode what fails the build
 * @param tolerance how far models may differ
 */
public record BaselineRequest(Path file, boolean update, ReproducibilityMode mode, Tolerance tolerance) {}
