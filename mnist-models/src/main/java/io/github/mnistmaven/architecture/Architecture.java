package io.github.mnistmaven.architecture;

import ai.djl.nn.Block;
import io.github.mnistmaven.recipe.Preset;
import io.github.mnistmaven.recipe.Recipe;

/**
 * A named network that classifies digits.
 *
 * <p>To add one of your own, implement this interface with a public constructor without parameters, name the class in
 * {@code META-INF/services/io.github.mnistmaven.architecture.Architecture}, and put the jar on the class path (of the
 * Maven plugin: in its {@code <dependencies>}).
 */
public interface Architecture {

    /** The name, as DJL knows it, of the engine that all networks here are built for. */
    String ENGINE = "PyTorch";

    /**
     * The name of the architecture, which is also that of the directory of its trained model.
     *
     * @return lower-case letters, digits and single hyphens, such as {@code cnn-reference}
     */
    String name();

    /**
     * Builds the network at its default width, its parameters not yet initialized.
     *
     * @return a block that takes one array of shape {@code [N, 1, 28, 28]}, type float32, values 0 (background) to 1
     *     (ink), and gives one of logits of shape {@code [N, 10]}
     */
    Block newBlock();

    /**
     * Builds a wider network.
     *
     * @param widthMultiplier how many times as many channels or units its layers have; at least 1
     * @return as {@link #newBlock()}
     * @throws IllegalArgumentException if that width is not supported; by default only 1 is
     */
    default Block newBlock(int widthMultiplier) {
        if (widthMultiplier != 1) {
            throw new IllegalArgumentException(
                    "%s has one width, not %d times as many channels or units; override newBlock(int), or leave the widthMultiplier of its recipe at 1"
                            .formatted(name(), widthMultiplier));
        }
        return newBlock();
    }

    /**
     * How the network is trained by default.
     *
     * @return its recipe
     */
    Recipe defaultRecipe();

    /**
     * How the network is trained for a preset.
     *
     * @param preset how much time it may take; {@link Preset#STANDARD} is the default recipe
     * @return by default the same recipe for every preset
     */
    default Recipe recipe(Preset preset) {
        return defaultRecipe();
    }
}
