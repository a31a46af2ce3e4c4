/**
 * The content of {@code run.json}, as a file: {@link io.github.mnistmaven.internal.runs.RunFile}.
 */
package io.github.mnistmaven.internal.runs;
