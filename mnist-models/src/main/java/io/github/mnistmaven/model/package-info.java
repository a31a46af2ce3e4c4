/**
 * The entry point of this library: {@link io.github.mnistmaven.model.TrainedModel} loads, classifies,
 * trains and saves.
 */
package io.github.mnistmaven.model;
