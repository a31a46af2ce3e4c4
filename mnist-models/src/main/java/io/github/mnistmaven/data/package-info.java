/**
 * Data sets of handwritten digits and their sources: a {@link io.github.mnistmaven.data.DigitSet} holds images and what they show, a
 * {@link io.github.mnistmaven.data.DigitSource} gives one to train on and one to test with. Plain Java; no engine is loaded to read a file.
 */
package io.github.mnistmaven.data;
