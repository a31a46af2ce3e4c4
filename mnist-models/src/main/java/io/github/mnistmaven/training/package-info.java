/**
 * How a network learns: one {@link io.github.mnistmaven.training.Run} is trained by
 * {@link io.github.mnistmaven.training.Training} and leaves a {@link io.github.mnistmaven.training.History}.
 */
package io.github.mnistmaven.training;
