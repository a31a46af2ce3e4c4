package io.github.mnistmaven.internal.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import io.github.mnistmaven.internal.engine.Autograd;
import io.github.mnistmaven.internal.training.SoftmaxCrossEntropy.Score;
import io.github.mnistmaven.recipe.Capacity;
import io.github.mnistmaven.training.TrainingException;

/** One copy of the network that is trained: it computes the gradients of its part of each batch. */
final class Replica {

    private final ArchitectureCode code;
    private final int members;
    private final Block block;
    private final NDManager manager;
    private final FlatParameters weights;
    private final FlatParameters averages;
    private final float[] gradient;

    Replica(ArchitectureCode code, Capacity capacity, Block block, NDManager manager) {
        this.code = code;
        this.members = capacity.ensembleSize();
        this.block = block;
        this.manager = manager;
        this.weights = FlatParameters.trained(block);
        this.averages = FlatParameters.untrained(block);
        this.gradient = new float[weights.size()];
    }

    /** What it learns. */
    FlatParameters weights() {
        return weights;
    }

    /** What it keeps besides: the averages of batch norms, and what is frozen. */
    FlatParameters averages() {
        return averages;
    }

    /** What the last step computed; live. */
    float[] gradient() {
        return gradient;
    }

    /**
     * Computes the gradient of the mean loss of a batch, as far as a part of it goes. In an ensemble, each member is trained for itself.
     *
     * @param values of the weights, from now on
     * @param part of the batch
     * @param batchSize of the whole
     * @param where in the training that is, for messages
     * @return sums over the examples of the part, and over the members
     */
    Score step(float[] values, Batch part, int batchSize, String where) {
        return Autograd.off(() -> {
            weights.write(values);
            Score score = Score.ZERO;
            try (NDManager step = manager.newSubManager()) {
                float[] derivatives = new float[part.targets().length];
                for (NDArray logits : Autograd.on(() -> forward(part.images(step), step, where))) {
                    score = score.plus(SoftmaxCrossEntropy.evaluate(
                            logits.toFloatArray(), part.targets(), batchSize, derivatives));
                    Autograd.backward(logits, step.create(derivatives, logits.getShape()));
                }
            }
            weights.takeGradients(gradient);
            return score;
        });
    }

    private NDList forward(NDArray images, NDManager step, String where) {
        NDList logits = code.run(where, () -> block.forward(new ParameterStore(step, false), new NDList(images), true));
        if (logits.size() != members) {
            throw new TrainingException("%s: the network returns %d arrays for a batch; it must return %d, of logits"
                    .formatted(code.architecture().name(), logits.size(), members));
        }
        return logits;
    }
}
