/**
 * What can be concluded from runs: of single models, by a significance test ({@link
 * io.github.mnistmaven.study.statistics.Comparison}, {@link io.github.mnistmaven.study.statistics.McNemar}); of several seeds
 * of each cell, with what both seeds and test images leave to chance ({@link
 * io.github.mnistmaven.study.statistics.StudyStatistics}). Beside it, whether models know how sure they are ({@link
 * io.github.mnistmaven.study.statistics.Calibration}), and which images they get wrong ({@link
 * io.github.mnistmaven.study.statistics.Agreement}). Plain Java: no files, no engine.
 */
package io.github.mnistmaven.study.statistics;
