/**
 * The engine's native code: for which platforms it exists, and by what artifacts it comes. Plain Java, which loads nothing.
 */
package io.github.mnistmaven.internal.natives;
