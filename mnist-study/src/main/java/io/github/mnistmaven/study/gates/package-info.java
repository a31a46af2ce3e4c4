/** What results must reach for a build to pass: {@link io.github.mnistmaven.study.gates.MinimumAccuracy}. */
package io.github.mnistmaven.study.gates;
