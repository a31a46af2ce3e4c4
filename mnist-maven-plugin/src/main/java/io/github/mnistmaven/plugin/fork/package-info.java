/**
 * Maven's end of the fork: {@link io.github.mnistmaven.plugin.fork.WorkerProcess} starts a worker and relays what it reports,
 * {@link io.github.mnistmaven.plugin.fork.FailureReport} is where its crash becomes a message.
 */
package io.github.mnistmaven.plugin.fork;
