/**
 * Trains and evaluates the runs of a study: {@link io.github.mnistmaven.study.experiment.Study} is the entry point of this library. Of its packages, this one alone always
 * needs the engine.
 *
 * <h2>Failures</h2>
 *
 * <p>What the {@linkplain io.github.mnistmaven.model description of the package model} says of failures holds for all public types of this module as well. These come in addition:
 *
 * <table class="striped">
 * <caption>Which exception means what</caption>
 * <thead><tr><th scope="col">exception</th><th scope="col">when</th></tr></thead>
 * <tbody>
 * <tr><td>{@link io.github.mnistmaven.study.experiment.IncompleteStudyException}</td>
 *     <td>runs of a study failed; the message says which, and why. The others are saved, and the study, run again, trains only those that failed</td></tr>
 * <tr><td>{@link io.github.mnistmaven.study.results.ResultsFormatException}, an {@link java.io.IOException}</td>
 *     <td>a file of results is damaged, of another format, or of a version that is not read; or such a file would be replaced by a study</td></tr>
 * <tr><td>{@link io.github.mnistmaven.study.baseline.BaselineException}, an {@link java.io.IOException}</td>
 *     <td>the file of a baseline is missing, damaged, contradicts itself, or is of a version that is not read</td></tr>
 * <tr><td>{@link java.lang.IllegalArgumentException}</td>
 *     <td>values do not fit together: models that were evaluated on different test digits, a name that is there twice, a baseline of other test digits, rules that
 *     contradict each other, a margin that is smaller than the test digits can resolve</td></tr>
 * </tbody>
 * </table>
 */
package io.github.mnistmaven.study.experiment;
