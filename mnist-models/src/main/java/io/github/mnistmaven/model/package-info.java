/**
 * The door for those who only want to read digits: {@link io.github.mnistmaven.model.TrainedModel} loads, classifies,
 * trains and saves.
 */
package io.github.mnistmaven.model;
