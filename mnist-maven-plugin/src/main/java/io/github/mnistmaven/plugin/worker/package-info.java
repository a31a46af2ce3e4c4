/** The other end of the fork: {@link io.github.mnistmaven.plugin.worker.WorkerMain}, the main class of the worker's JVM. */
package io.github.mnistmaven.plugin.worker;
