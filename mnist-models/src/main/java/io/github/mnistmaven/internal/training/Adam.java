package io.github.mnistmaven.internal.training;

import io.github.mnistmaven.recipe.Recipe;

/**
 * Adam (Kingma and Ba, 2014, arXiv:1412.6980), in plain Java: unlike the engine's, its square root is the same on every processor,
 * and a single loop over all parameters costs less than several calls of the engine for each.
 */
final class Adam {

    private final float beta1;
    private final float beta2;
    private final float epsilon;
    private final float[] first;
    private final float[] second;
    private long step;

    /**
     * An optimizer that has taken no step yet.
     *
     * @param recipe both betas and epsilon
     * @param size the number of weights
     */
    Adam(Recipe recipe, int size) {
        this.beta1 = (float) recipe.adamBeta1();
        this.beta2 = (float) recipe.adamBeta2();
        this.epsilon = (float) recipe.adamEpsilon();
        this.first = new float[size];
        this.second = new float[size];
    }

    /** Updates each weight by its gradient. */
    void step(float[] weights, float[] gradient, double learningRate) {
        step++;
        float rate =
                (float) (learningRate * Math.sqrt(1 - StrictMath.pow(beta2, step)) / (1 - StrictMath.pow(beta1, step)));
        for (int i = 0; i < weights.length; i++) {
            float g = gradient[i];
            float m = beta1 * first[i] + (1 - beta1) * g;
            float v = beta2 * second[i] + (1 - beta2) * g * g;
            first[i] = m;
            second[i] = v;
            weights[i] -= rate * m / ((float) Math.sqrt(v) + epsilon);
        }
    }

    /** The estimate of the mean of each gradient; live. */
    float[] firstMoments() {
        return first;
    }

    /** The estimate of the mean of each gradient's square; live. */
    float[] secondMoments() {
        return second;
    }

    /** Continues as after this many steps. */
    void resumeAfter(long steps) {
        step = steps;
    }
}
