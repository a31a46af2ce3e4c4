package io.github.mnistmaven.internal.training;

import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import io.github.mnistmaven.internal.engine.EngineThreads;
import io.github.mnistmaven.internal.engine.SoloThreads;
import io.github.mnistmaven.internal.training.SoftmaxCrossEntropy.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Data parallelism: copies of a network that have the same weights and share each batch. Their gradients are added up, in a fixed order. A
 * single one uses all threads of the engine; several use one each, so that the bits do not depend on how many threads there are. What they average for a batch norm
 * each averages over its own parts ("ghost batch normalization", Hoffer et al., 2017, arXiv:1705.08741), until {@link #unite}.
 */
final class Replicas implements AutoCloseable {

    private final List<Replica> all = new ArrayList<>();
    private final NDManager manager;
    private final SoloThreads threads;

    /**
     * Copies a network.
     *
     * @param run of the network
     * @param first the network, initialized; one of the replicas
     * @param parent of what is copied
     */
    Replicas(Run run, Block first, NDManager parent) {
        int number = run.recipe().replicas();
        ArchitectureCode code = new ArchitectureCode(run.architecture());
        this.manager = parent.newSubManager();
        all.add(new Replica(code, run.recipe().capacity(), first, manager));
        for (int i = 1; i < number; i++) {
            Block copy = code.newBlock(run.recipe().capacity());
            code.initializeWithZeros(copy, manager);
            all.add(new Replica(code, run.recipe().capacity(), copy, manager));
        }
        write(first().weights().read(), first().averages().read());
        this.threads = number == 1 ? null : new SoloThreads(Math.min(number, EngineThreads.current()));
    }

    /** The one whose network is the result. */
    Replica first() {
        return all.get(0);
    }

    /**
     * Computes the gradient of the mean loss of a batch.
     *
     * @param weights that all of them get first
     * @param batch one part for each
     * @param where in the training that is, for messages
     * @param gradient receives it
     * @return sums over the examples, and over the members of an ensemble
     */
    Score step(float[] weights, Batches.Step batch, String where, float[] gradient) {
        List<Supplier<Score>> parts = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Replica replica = all.get(i);
            Supplier<Batch> part = batch.parts().get(i);
            parts.add(() -> replica.step(weights, part.get(), batch.size(), where));
        }
        Score sum = (threads == null ? List.of(parts.get(0).get()) : threads.all(parts))
                .stream().reduce(Score.ZERO, Score::plus);
        System.arraycopy(first().gradient(), 0, gradient, 0, gradient.length);
        for (Replica other : all.subList(1, all.size())) {
            add(other.gradient(), gradient);
        }
        return sum;
    }

    private static void add(float[] some, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += some[i];
        }
    }

    /** Gives all of them new weights and averages. */
    void write(float[] weights, float[] averages) {
        all.forEach(replica -> {
            replica.weights().write(weights);
            replica.averages().write(averages);
        });
    }

    /**
     * Gives all of them new weights, and the mean of their averages.
     *
     * @return that mean
     */
    float[] unite(float[] weights) {
        float[] mean = first().averages().read();
        float[] of = mean.clone();
        for (Replica other : all.subList(1, all.size())) {
            float[] averages = other.averages().read();
            for (int i = 0; i < mean.length; i++) {
                // As a difference, so that what is equal stays as it is, to the bit.
                mean[i] += (averages[i] - of[i]) / all.size();
            }
        }
        write(weights, mean);
        return mean;
    }

    @Override
    public void close() {
        if (threads != null) {
            threads.close();
        }
        manager.close();
    }
}
