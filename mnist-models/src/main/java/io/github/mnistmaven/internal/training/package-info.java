/**
 * The training loop: {@link io.github.mnistmaven.internal.training.Training} trains a
 * {@link io.github.mnistmaven.internal.training.Run}; batches, augmentation, optimizer, checkpoints, inference.
 */
package io.github.mnistmaven.internal.training;
