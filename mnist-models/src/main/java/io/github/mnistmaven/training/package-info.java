/**
 * Training and inference: a {@link io.github.mnistmaven.training.Run} is trained by
 * {@link io.github.mnistmaven.training.Training}, which returns the network and a
 * {@link io.github.mnistmaven.provenance.History}.
 */
package io.github.mnistmaven.training;
