/**
 * What makes bits portable: the numerics of a process, the variables that choose them, and the processor.
 */
package io.github.mnistmaven.internal.numerics;
