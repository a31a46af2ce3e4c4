package io.github.mnistmaven.internal.serving;

import ai.djl.Model;
import ai.djl.nn.Block;
import ai.djl.nn.BlockFactory;
import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.internal.networks.Ensemble;
import io.github.mnistmaven.recipe.Capacity;
import java.nio.file.Path;
import java.util.Map;

/**
 * Lets plain DJL load a trained model: its {@code serving.properties} names this class as {@code blockFactory}, the
 * architecture as {@code architecture}, and its {@link Capacity} as {@code widthMultiplier} and {@code ensembleSize}.
 * The block is for inference: in training an ensemble returns several arrays.
 *
 * <p>As its name stands in files, this class stays where it is.
 */
public final class ArchitectureBlockFactory implements BlockFactory {

    /** The property of {@code serving.properties} that names the architecture. */
    public static final String ARCHITECTURE = "architecture";

    /** The property that says how wide the network is. */
    public static final String WIDTH_MULTIPLIER = "widthMultiplier";

    /** The property that says how many networks there are. */
    public static final String ENSEMBLE_SIZE = "ensembleSize";

    private static final long serialVersionUID = 1L;

    /** For DJL, which makes one of the name that is in the file. */
    public ArchitectureBlockFactory() {}

    @Override
    public Block newBlock(Model model, Path modelPath, Map<String, ?> arguments) {
        Architecture architecture = Architectures.named(required(ARCHITECTURE, modelPath, arguments));
        Capacity capacity = Capacity.DEFAULT
                .withWidthMultiplier(positive(WIDTH_MULTIPLIER, modelPath, arguments))
                .withEnsembleSize(positive(ENSEMBLE_SIZE, modelPath, arguments));
        return Ensemble.of(architecture::newBlock, capacity);
    }

    private static int positive(String property, Path modelPath, Map<String, ?> arguments) {
        String value = required(property, modelPath, arguments);
        if (!value.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException(
                    "%s: '%s' in serving.properties is '%s'; it must be a whole number of at least 1; train the model again"
                            .formatted(modelPath, property, value));
        }
        return Integer.parseInt(value);
    }

    private static String required(String property, Path modelPath, Map<String, ?> arguments) {
        Object value = arguments.get(property);
        if (value == null) {
            throw new IllegalArgumentException(
                    "%s: serving.properties has no '%s'; train the model again".formatted(modelPath, property));
        }
        return value.toString();
    }
}
