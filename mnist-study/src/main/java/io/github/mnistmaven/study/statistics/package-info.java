/**
 * Whether models differ by more than chance: the significance test
 * ({@link io.github.mnistmaven.study.statistics.McNemar}) and the comparison of several models
 * ({@link io.github.mnistmaven.study.statistics.Comparison}).
 */
package io.github.mnistmaven.study.statistics;
