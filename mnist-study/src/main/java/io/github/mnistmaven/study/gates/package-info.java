/**
 * What results must reach for a build to pass: {@link io.github.mnistmaven.study.gates.MinimumAccuracy} for single models, the rules of
 * {@link io.github.mnistmaven.study.gates.Gates} for a study.
 */
package io.github.mnistmaven.study.gates;
