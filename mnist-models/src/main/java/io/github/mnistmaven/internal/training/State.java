package io.github.mnistmaven.internal.training;

import io.github.mnistmaven.recipe.Recipe;
import java.util.List;

/** All that a run needs to go on after an epoch: weights, averages and optimizer, and the best weights and averages so far. */
final class State {

    private final float[] weights;
    private final float[] averages;
    private final float[] bestWeights;
    private final float[] bestAverages;
    private final Adam adam;

    /** The state of a network that was not trained yet. */
    State(Recipe recipe, Replica network) {
        this.weights = network.weights().read();
        this.averages = network.averages().read();
        this.bestWeights = weights.clone();
        this.bestAverages = averages.clone();
        this.adam = new Adam(recipe, weights.length);
    }

    float[] weights() {
        return weights;
    }

    float[] averages() {
        return averages;
    }

    float[] bestWeights() {
        return bestWeights;
    }

    float[] bestAverages() {
        return bestAverages;
    }

    Adam adam() {
        return adam;
    }

    void setAverages(float[] values) {
        System.arraycopy(values, 0, averages, 0, averages.length);
    }

    /** Keeps the weights and averages of now as the best ones. */
    void captureBest() {
        System.arraycopy(weights, 0, bestWeights, 0, weights.length);
        System.arraycopy(averages, 0, bestAverages, 0, averages.length);
    }

    /** All of it, live. */
    List<float[]> arrays() {
        return List.of(weights, averages, bestWeights, bestAverages, adam.firstMoments(), adam.secondMoments());
    }
}
