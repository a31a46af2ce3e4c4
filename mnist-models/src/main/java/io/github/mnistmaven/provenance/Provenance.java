package io.github.mnistmaven.provenance;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.recipe.Recipe;

/**
 * What went into a model, and where it was trained. The same inputs on the same platform give the same bits.
 *
 * <pre>{@code
 * Provenance provenance = model.provenance();
 * provenance.architecture();   // which network
 * provenance.recipe();         // how it was trained
 * provenance.seed();           // what all random choices derived from
 * provenance.source();         // where its digits came from
 * provenance.platform().threads();
 * System.out.println(provenance);   // all of it, line by line
 * }</pre>
 *
 * <p>With this and the digits, a model can be trained again:
 *
 * <pre>{@code
 * TrainedModel again = Trainer.of(model.provenance().architecture())
 *         .recipe(model.provenance().recipe())
 *         .seed(model.provenance().seed())
 *         .train(digits);
 * }</pre>
 *
 * <p>All of it is immutable, so any number of threads may share it.
 *
 * @param inputs all that the result is meant to depend on
 * @param platform what else its bits may depend on
 */
public record Provenance(Inputs inputs, Platform platform) {

    /**
     * Checks that both are there.
     *
     * @param inputs all that the result is meant to depend on
     * @param platform what else its bits may depend on
     */
    public Provenance {
        Bounds.requirePresent("inputs", inputs);
        Bounds.requirePresent("platform", platform);
    }

    /**
     * The name of the network that was trained.
     *
     * @return such as {@code cnn}
     */
    public String architecture() {
        return inputs.architecture();
    }

    /**
     * How it was trained.
     *
     * @return all of the recipe
     */
    public Recipe recipe() {
        return inputs.recipe();
    }

    /**
     * What all random choices derived from.
     *
     * @return any number
     */
    public long seed() {
        return inputs.seed();
    }

    /**
     * Where the digits that it was trained on came from.
     *
     * @return a description, such as {@code embedded} or {@code mnist}
     */
    public String source() {
        return inputs.data().source();
    }

    /**
     * Whether a run with the other provenance is expected to give the same bits.
     *
     * @param other what went into another run, or would
     * @return true if the inputs are equivalent and the platforms are compatible; the number of threads does not count where the recipe has several replicas, each of which computes with one
     */
    public boolean isBitCompatibleWith(Provenance other) {
        Bounds.requirePresent("other", other);
        Platform elsewhere =
                inputs.recipe().replicas() == 1 ? other.platform : other.platform.withThreads(platform.threads());
        return inputs.isEquivalentTo(other.inputs) && platform.isBitCompatibleWith(elsewhere);
    }

    /**
     * The provenance as people read it.
     *
     * @return a line for each of architecture, recipe, seed, digits, software and platform
     */
    @Override
    public String toString() {
        return inputs + "\nplatform: " + platform;
    }
}
