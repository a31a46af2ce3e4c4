/**
 * Synthetic handwritten-looking digits, generated from a seed: no files, no network access and no licence are needed.
 *
 * <p>A digit comes to paper in five steps, each a class:
 *
 * <ol>
 *   <li>{@link io.github.mnistmaven.data.embedded.Forms Forms} lists the ways in which people write each digit, as
 *   control
 *       points of pen strokes; one is chosen, as a random mixture of its {@link io.github.mnistmaven.data.embedded.Form
 *       examples}.
 *   <li>{@link io.github.mnistmaven.data.embedded.Hand Hand} says how the writer at hand differs from other writers:
 *   slant,
 *       proportion, curvature, pen, steadiness.
 *   <li>{@link io.github.mnistmaven.data.embedded.Writing Writing} lets that hand write that form: smooth
 *       {@link io.github.mnistmaven.data.embedded.Curve curves}, bent, slanted, with more and less pressure on the pen.
 *   <li>{@link io.github.mnistmaven.data.embedded.Frame Frame} brings the strokes to MNIST's size and centre.
 *   <li>{@link io.github.mnistmaven.data.embedded.Canvas Canvas} turns them into grey pixels, by distance.
 * </ol>
 *
 * <p>{@link io.github.mnistmaven.data.embedded.EmbeddedDigits EmbeddedDigits} is the entry point. Every image depends
 * on the seed
 * and its index alone, and is the same to the bit on every machine: arithmetic is Java's strict IEEE 754, functions
 * beyond
 * it come from {@link java.lang.StrictMath}, random numbers from
 * {@link io.github.mnistmaven.internal.random.SplitMix64 SplitMix64}, and nothing is drawn by the platform.
 */
package io.github.mnistmaven.data.embedded;
