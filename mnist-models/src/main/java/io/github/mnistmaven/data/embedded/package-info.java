/**
 * Digits that the library writes itself: {@link io.github.mnistmaven.data.embedded.EmbeddedDigits} asks a
 * {@code Hand} for one of the {@code Glyphs} of a digit, and an {@code InkedPage} draws its strokes as MNIST's images are
 * drawn.
 */
package io.github.mnistmaven.data.embedded;
