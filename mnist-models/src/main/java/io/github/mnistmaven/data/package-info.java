/**
 * What is learnt from: sets of handwritten digits, where they come from, and how they are varied. Plain Java; no engine
 * is loaded to read a file.
 */
package io.github.mnistmaven.data;
