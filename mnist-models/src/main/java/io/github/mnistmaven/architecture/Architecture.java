package io.github.mnistmaven.architecture;

import ai.djl.nn.Block;
import io.github.mnistmaven.recipe.Preset;
import io.github.mnistmaven.recipe.Recipe;

/**
 * A named network that classifies digits. This one is complete:
 *
 * <pre>{@code
 * import ai.djl.nn.Block;
 * import ai.djl.nn.Blocks;
 * import ai.djl.nn.SequentialBlock;
 * import ai.djl.nn.core.Linear;
 * import io.github.mnistmaven.architecture.Architecture;
 *
 * public final class LinearNet implements Architecture {
 *
 *     public String name() {
 *         return "linear-net";
 *     }
 *
 *     public Block newBlock() {
 *         return new SequentialBlock()
 *                 .add(Blocks.batchFlattenBlock())
 *                 .add(Linear.builder().setUnits(10).build());
 *     }
 * }
 * }</pre>
 *
 * <p>One of your own is trained by {@code Trainer.of(new MyNet())} and loaded by {@code TrainedModel.load(directory, new MyNet())}. To
 * be found by its name, it has a public constructor without parameters, its class is named in
 * {@code META-INF/services/io.github.mnistmaven.architecture.Architecture}, and its jar is on the class path (of the Maven plugin: in
 * its {@code <dependencies>}).
 *
 * <p>Its constructor, {@link #name}, {@link #defaultRecipe} and {@link #recipe} must not use the engine, which is only sure to be
 * started when {@code newBlock} is called.
 *
 * <p><b>Threads.</b> {@code newBlock} is called on the thread that trains, loads or saves. In training, {@code forward} runs on that thread
 * too; if the {@linkplain Recipe#replicas recipe has several replicas}, each has a block of its own, which is used by one thread at a time, but
 * not always the same. In inference, any number of threads call {@code forward} of one block at once, so a block must not write to its own
 * fields there.
 *
 * <p>Before it is trained, its network is tried out on a small batch. Whatever its code throws, or does otherwise than is said here,
 * becomes an {@link ArchitectureException}.
 */
public interface Architecture {

    /**
     * The name of the architecture, which is also that of the directory of its trained model. Always the same.
     *
     * @return lower-case letters, digits and single hyphens, such as {@code cnn-reference}; at most 100 characters
     */
    String name();

    /**
     * Builds the network at its default width: new layers at each call, the same ones each time, their parameters not yet initialized.
     *
     * <p>All that the network learns has to be in parameters, of type float32: only these are saved. In inference it uses no random
     * numbers.
     *
     * @return a block that takes one array of shape {@code [N, 1, 28, 28]}, type float32, values 0 (background) to 1
     *     (ink), and gives one of logits of shape {@code [N, 10]}, type float32
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
                    "architecture '%s' cannot be built with the widthMultiplier %d, as it does not override newBlock(int); override it, or leave the recipe's widthMultiplier at 1"
                            .formatted(name(), widthMultiplier));
        }
        return newBlock();
    }

    /**
     * How the network is trained by default.
     *
     * @return its recipe; {@link Recipe#DEFAULT} unless overridden
     */
    default Recipe defaultRecipe() {
        return Recipe.DEFAULT;
    }

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
