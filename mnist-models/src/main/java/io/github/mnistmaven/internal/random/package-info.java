/**
 * The one source of random numbers of this project.
 */
package io.github.mnistmaven.internal.random;
