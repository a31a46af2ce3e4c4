/**
 * What predictions say: how often and in which way a model is wrong
 * ({@link io.github.mnistmaven.evaluation.Evaluation}), and whether models differ by more than chance
 * ({@link io.github.mnistmaven.evaluation.Comparison}). Plain Java; no engine is loaded.
 */
package io.github.mnistmaven.evaluation;
