/**
 * Whether a model has to be trained: {@link io.github.mnistmaven.plugin.uptodate.UpToDate} compares what it would be trained
 * with now with what it was trained with, without an engine and without a worker.
 */
package io.github.mnistmaven.plugin.uptodate;
