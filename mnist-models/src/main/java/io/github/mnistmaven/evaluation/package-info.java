/**
 * Metrics of a model's predictions, see {@link io.github.mnistmaven.evaluation.Evaluation}. Plain Java; no engine is
 * loaded.
 */
package io.github.mnistmaven.evaluation;
