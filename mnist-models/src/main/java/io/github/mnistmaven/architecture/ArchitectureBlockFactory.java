package io.github.mnistmaven.architecture;

import ai.djl.Model;
import ai.djl.nn.Block;
import ai.djl.nn.BlockFactory;
import io.github.mnistmaven.recipe.Capacity;
import java.nio.file.Path;
import java.util.Map;

/**
 * Lets plain DJL load a trained model: its {@code serving.properties} names this class as {@code blockFactory}, the
 * architecture as {@code architecture}, and its {@link Capacity} as {@code networkWidth} and
 * {@code ensembleSize}.
 */
public final class ArchitectureBlockFactory implements BlockFactory {

    /** The property of {@code serving.properties} that names the architecture. */
    public static final String ARCHITECTURE = "architecture";

    /** The property that says how wide the network is; {@code width} is that of images there. */
    public static final String WIDTH = "networkWidth";

    /** The property that says how many networks there are. */
    public static final String ENSEMBLE_SIZE = "ensembleSize";

    private static final long serialVersionUID = 1L;

    @Override
    public Block newBlock(Model model, Path modelPath, Map<String, ?> arguments) {
        Architecture architecture = Architectures.named(required(ARCHITECTURE, modelPath, arguments));
        Capacity capacity =
                new Capacity(number(WIDTH, modelPath, arguments), number(ENSEMBLE_SIZE, modelPath, arguments));
        return Ensemble.of(architecture, capacity);
    }

    private static int number(String property, Path modelPath, Map<String, ?> arguments) {
        return Integer.parseInt(required(property, modelPath, arguments));
    }

    private static String required(String property, Path modelPath, Map<String, ?> arguments) {
        Object value = arguments.get(property);
        if (value == null) {
            throw new IllegalArgumentException("%s: serving.properties names no %s".formatted(modelPath, property));
        }
        return value.toString();
    }
}
