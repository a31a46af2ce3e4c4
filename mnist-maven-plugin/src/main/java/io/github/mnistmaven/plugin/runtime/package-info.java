/** What a worker runs on: the JDK, its class path and the native library of this machine, all resolved by Maven. */
package io.github.mnistmaven.plugin.runtime;
