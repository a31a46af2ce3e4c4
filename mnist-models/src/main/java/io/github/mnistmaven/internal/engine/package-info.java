/**
 * The engine: starts it, and says what is missing where it cannot be started.
 */
package io.github.mnistmaven.internal.engine;
