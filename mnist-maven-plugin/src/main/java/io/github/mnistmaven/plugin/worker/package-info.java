/**
 * Both ends of the fork: {@link io.github.mnistmaven.plugin.worker.WorkerProcess} in Maven's JVM, and
 * {@link io.github.mnistmaven.plugin.worker.WorkerMain} with its jobs in the JVM that it starts. Only the latter may
 * touch the engine.
 */
package io.github.mnistmaven.plugin.worker;
