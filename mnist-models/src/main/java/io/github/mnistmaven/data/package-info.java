/**
 * Data sets of handwritten digits and their sources. Plain Java; no engine
 * is loaded to read a file.
 */
package io.github.mnistmaven.data;
