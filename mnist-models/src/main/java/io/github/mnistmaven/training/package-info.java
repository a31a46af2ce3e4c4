/**
 * What training tells of itself: {@link io.github.mnistmaven.training.TrainingListener} follows it,
 * {@link io.github.mnistmaven.training.History} has what each {@link io.github.mnistmaven.training.Epoch} measured. Plain
 * Java; {@link io.github.mnistmaven.model.Trainer} trains.
 */
package io.github.mnistmaven.training;
