/**
 * The results that a project has committed to: {@link io.github.mnistmaven.study.baseline.BaselineFile} is the file,
 * {@link io.github.mnistmaven.study.baseline.BaselineGate} judges results by it.
 */
package io.github.mnistmaven.study.baseline;
