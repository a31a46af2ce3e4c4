/**
 * How a network is trained and how large it is, as plain values: everything that decides a result but data,
 * architecture and seed.
 */
package io.github.mnistmaven.recipe;
