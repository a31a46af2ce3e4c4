/**
 * The results that a project has committed itself to: {@link io.github.mnistmaven.plugin.baseline.Baseline} is the file,
 * {@link io.github.mnistmaven.plugin.baseline.BaselineCheck} what a build is told by it.
 */
package io.github.mnistmaven.plugin.baseline;
