/**
 * Trains and evaluates the runs of a study: {@link io.github.mnistmaven.study.experiment.Study}. The only package of this module that uses the
 * engine; what comes out is read without one, see {@link io.github.mnistmaven.study.runs}.
 */
package io.github.mnistmaven.study.experiment;
