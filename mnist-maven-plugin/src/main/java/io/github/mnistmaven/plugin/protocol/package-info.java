/** What travels between Maven and the worker: one request there, events back, and their JSON. Values only. */
package io.github.mnistmaven.plugin.protocol;
