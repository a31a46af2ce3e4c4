/**
 * What networks are built from: layers, initial weights, ensembles, and how two networks are told apart.
 */
package io.github.mnistmaven.internal.networks;
