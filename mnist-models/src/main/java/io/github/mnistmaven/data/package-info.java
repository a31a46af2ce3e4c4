/**
 * What is learnt from: sets of handwritten digits and where they come from. Plain Java; no engine
 * is loaded to read a file.
 */
package io.github.mnistmaven.data;
