/**
 * The runs of a study and what they say together, as files and as values; no engine is loaded to read them. Begin with
 * {@link io.github.mnistmaven.study.runs.StudyResults}; what trains them is {@link io.github.mnistmaven.study.experiment.Study}.
 */
package io.github.mnistmaven.study.runs;
