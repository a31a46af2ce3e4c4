/**
 * How a network is to be taught and how large it is, as plain values: everything that decides a result but data,
 * architecture and seed.
 */
package io.github.mnistmaven.recipe;
