/**
 * The runs of a study and the content of {@code study.json}, as the files have them. {@link io.github.mnistmaven.study.runs.StudyResults} is the same for users.
 */
package io.github.mnistmaven.study.internal.runs;
