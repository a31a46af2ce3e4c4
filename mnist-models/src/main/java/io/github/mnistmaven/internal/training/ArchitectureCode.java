package io.github.mnistmaven.internal.training;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.ArchitectureException;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.PrintableText;
import io.github.mnistmaven.internal.networks.Ensemble;
import io.github.mnistmaven.internal.networks.ForeignCode;
import io.github.mnistmaven.internal.networks.GivenName;
import io.github.mnistmaven.internal.networks.Structure;
import io.github.mnistmaven.recipe.Capacity;
import io.github.mnistmaven.recipe.Preset;
import io.github.mnistmaven.recipe.Recipe;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The code of an architecture, which may be a user's: whatever it throws becomes an {@link ArchitectureException} that names it.
 *
 * @param architecture with a proper name, see {@link #usable}
 */
public record ArchitectureCode(Architecture architecture) {

    private static final Shape ONE_IMAGE = new Shape(1, 1, DigitSet.ROWS, DigitSet.COLUMNS);

    private static final String FRESH =
            "newBlock() must return a new network at each call, with parameters that are not yet initialized";

    /**
     * The code of an architecture that may be any. Whether its network is any good is found when it is trained.
     *
     * @param architecture required to have a proper name
     * @return its code
     * @throws ArchitectureException if it has none; the message names its class
     */
    public static ArchitectureCode usable(Architecture architecture) {
        Bounds.requirePresent("architecture", architecture);
        GivenName.of(architecture.getClass(), architecture::name, ArchitectureException::new);
        return new ArchitectureCode(architecture);
    }

    /**
     * How its network is trained by default.
     *
     * @return its default recipe
     * @throws ArchitectureException if it gives none
     */
    public Recipe defaultRecipe() {
        return recipe("defaultRecipe()", architecture::defaultRecipe);
    }

    /**
     * How its network is trained for a preset.
     *
     * @param preset how much time it may take
     * @return its recipe for that
     * @throws ArchitectureException if it gives none
     */
    public Recipe recipe(Preset preset) {
        return recipe("recipe(%s)".formatted(preset), () -> architecture.recipe(preset));
    }

    private Recipe recipe(String method, Supplier<Recipe> code) {
        Recipe recipe = call(method, code);
        if (recipe == null) {
            throw failure("%s returns null; return a recipe, or leave the method out to train with Recipe.DEFAULT"
                    .formatted(method));
        }
        return recipe;
    }

    /**
     * Builds what is trained.
     *
     * @param capacity how wide, and how many networks
     * @return a network or an ensemble, its parameters not yet initialized
     * @throws ArchitectureException if the architecture gives none of that width; its cause is what the code threw, if it did
     */
    public Block newBlock(Capacity capacity) {
        return Ensemble.of(this::newNetwork, capacity);
    }

    private Block newNetwork(int widthMultiplier) {
        String method = widthMultiplier == 1 ? "newBlock()" : "newBlock(%d)".formatted(widthMultiplier);
        Block block = call(method, () -> architecture.newBlock(widthMultiplier));
        if (block == null) {
            throw failure("%s returns null; %s".formatted(method, FRESH));
        }
        if (call("its network", () -> block.getParameters().values().stream().anyMatch(Parameter::isInitialized))) {
            throw failure("%s returns a network that is already initialized, or that it returned before; %s"
                    .formatted(method, FRESH));
        }
        return block;
    }

    /**
     * The structure of its network.
     *
     * @param capacity how wide, and how many networks
     * @return the structure
     * @throws ArchitectureException if it cannot be built or initialized
     */
    public Structure structure(Capacity capacity) {
        Block block = newBlock(capacity);
        return call("initializing its network", () -> Structure.of(block));
    }

    /**
     * The structure of its network, as what it can be told by from others.
     *
     * @param capacity how wide, and how many networks
     * @return the structure
     * @throws ArchitectureException if it cannot be built or initialized, or is another one each time
     */
    public Structure identifiableStructure(Capacity capacity) {
        Structure structure = structure(capacity);
        requireSame(structure, structure(capacity));
        return structure;
    }

    /** Otherwise no result of it could ever be found to be the same. */
    private void requireSame(Structure structure, Structure another) {
        if (!structure.equals(another)) {
            List<String> lines = structure.description().lines().toList();
            List<String> others = another.description().lines().toList();
            int first = IntStream.range(0, lines.size())
                    .filter(i -> i >= others.size() || !lines.get(i).equals(others.get(i)))
                    .findFirst()
                    .orElse(0);
            throw failure(
                    "the structure of its network cannot be identified, as newBlock() returns a different one at each call: first '%s', then '%s'. If a field in it is not a setting of the layer, declare it transient"
                            .formatted(
                                    abbreviated(lines.get(first)),
                                    abbreviated(first < others.size() ? others.get(first) : "")));
        }
    }

    private static String abbreviated(String line) {
        return PrintableText.abbreviated(line.strip());
    }

    /**
     * Gives a network its initial parameters, by the random generator of the engine; those that it has already stay.
     *
     * @param block a network
     * @param manager of the parameters
     * @throws ArchitectureException if it cannot be initialized
     */
    public void initialize(Block block, NDManager manager) {
        call("initializing its network for images [N, 1, %d, %d]".formatted(DigitSet.ROWS, DigitSet.COLUMNS), () -> {
            block.initialize(manager, DataType.FLOAT32, ONE_IMAGE);
            return block;
        });
    }

    /**
     * Gives a network parameters of the right shapes, without any random numbers: these would disturb a run that may be in progress.
     *
     * @param block a network that is not initialized yet
     * @param manager of the parameters
     * @throws ArchitectureException if it cannot be initialized
     */
    public void initializeWithZeros(Block block, NDManager manager) {
        block.setInitializer(Initializer.ZEROS, parameter -> true);
        initialize(block, manager);
    }

    /**
     * What its network predicts.
     *
     * @param block an initialized network, or an ensemble of them
     * @param manager under which the engine's arrays live while this runs
     * @param images N of them
     * @return {@code N * 10} natural logarithms of probabilities, image by image
     * @throws ArchitectureException if the network fails
     * @throws EngineException if it is the engine that does
     */
    public float[] predict(Block block, NDManager manager, Images images) {
        return run(
                "classifying %d digits".formatted(images.size()),
                () -> Inference.logProbabilities(block, manager, images));
    }

    /**
     * Runs its network, which has worked before: it passed the {@linkplain NetworkCheck check} before it was trained. So what the engine
     * throws now is taken for the engine's own failure.
     *
     * @param <T> what it gives
     * @param where that is, as the message begins
     * @param pass of the network
     * @return what it gave
     * @throws ArchitectureException if it fails
     * @throws EngineException if it is the engine that does
     */
    <T> T run(String where, Supplier<T> pass) {
        return ForeignCode.call(
                pass,
                thrown -> thrown instanceof EngineException engine
                        ? engine
                        : failure("%s, its network throws %s".formatted(where, ForeignCode.describe(thrown)), thrown));
    }

    /** Calls some of it; what is called is the subject of "throws" in the message. */
    private <T> T call(String what, Supplier<T> code) {
        return ForeignCode.call(
                code, thrown -> failure("%s throws %s".formatted(what, ForeignCode.describe(thrown)), thrown));
    }

    /**
     * Says what is wrong with it.
     *
     * @param what happened, and what is expected
     * @return to be thrown
     */
    public ArchitectureException failure(String what) {
        return failure(what, null);
    }

    /**
     * Says what is wrong with it, and what it was noticed by.
     *
     * @param what happened, and what is expected
     * @param cause what it threw; null if nothing
     * @return to be thrown
     */
    public ArchitectureException failure(String what, Throwable cause) {
        return new ArchitectureException("architecture %s: %s".formatted(this, what), cause);
    }

    /**
     * Which architecture.
     *
     * @return such as {@code 'my-net' (com.example.MyNet)}
     */
    @Override
    public String toString() {
        return "'%s' (%s)"
                .formatted(architecture.name(), architecture.getClass().getName());
    }
}
