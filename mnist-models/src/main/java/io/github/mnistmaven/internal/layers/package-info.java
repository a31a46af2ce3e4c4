/** Trained networks as plain layers and numbers, for whoever computes them without the engine. */
package io.github.mnistmaven.internal.layers;
