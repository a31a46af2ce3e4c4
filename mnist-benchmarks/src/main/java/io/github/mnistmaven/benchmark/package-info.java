/** Benchmarks of training time, inference time and accuracy. */
package io.github.mnistmaven.benchmark;
