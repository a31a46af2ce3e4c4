/**
 * What a study or single models must show for a build to pass: the rules of {@link io.github.mnistmaven.study.gates.Gates}, judged by
 * {@link io.github.mnistmaven.study.gates.Measurements}.
 */
package io.github.mnistmaven.study.gates;
