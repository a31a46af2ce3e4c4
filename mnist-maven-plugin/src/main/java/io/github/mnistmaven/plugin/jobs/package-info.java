/** What a worker does: train, evaluate, verify. Only here the plugin touches the engine. */
package io.github.mnistmaven.plugin.jobs;
