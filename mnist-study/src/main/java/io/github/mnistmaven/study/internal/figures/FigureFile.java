package io.github.mnistmaven.study.internal.figures;

/**
 * A file with a figure, as pages refer to it.
 *
 * @param name such as {@code cnn_loss.png}
 * @param description what it shows, for those who do not see it
 * @param width in points; the file has twice as many pixels
 * @param height in points
 */
public record FigureFile(String name, String description, int width, int height) {}
