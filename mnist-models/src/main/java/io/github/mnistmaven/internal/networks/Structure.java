package io.github.mnistmaven.internal.networks;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.Pair;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.engine.PyTorch;
import io.github.mnistmaven.internal.files.Sha256;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How a network is built: the class, name and settings of each layer, and the name, shape and kind of each parameter.
 * Layers that differ in none of these count as equal, such as two lambdas of one class that were given no name: the JVM generates their
 * names, and other ones each time. The fields of a layer that are transient are not taken for settings.
 *
 * @param sha256 of a description of all that, in lower-case hexadecimal
 * @param parameters the number of trained parameters and batch-norm averages
 * @param description a line for each layer and for each parameter
 */
public record Structure(String sha256, long parameters, String description) {

    /** Fields that a block sets from its input, not from how it was built. */
    private static final Set<String> INPUT_FIELDS = Set.of("inputShapes", "inputNames", "outputDataTypes");

    /** What the JVM calls the class of a lambda or of a method reference, after the name of the class that it stands in. */
    private static final Pattern LAMBDA = Pattern.compile("(\\$\\$Lambda)[$/0-9a-fx]*");

    /**
     * The structure of a network.
     *
     * @param block a network that is not initialized yet; it cannot be used afterwards
     * @return its structure
     */
    public static Structure of(Block block) {
        try (NDManager manager = PyTorch.newManager()) {
            // Random initial values would disturb the random generator of a run that may be in progress.
            block.setInitializer(Initializer.ZEROS, parameter -> true);
            block.initialize(manager, DataType.FLOAT32, new Shape(1, 1, DigitSet.ROWS, DigitSet.COLUMNS));
            return ofInitialized(block);
        }
    }

    private static Structure ofInitialized(Block block) {
        StringBuilder description = new StringBuilder();
        describe(block, "", description);
        long parameters = 0;
        for (Pair<String, Parameter> pair : block.getParameters()) {
            Parameter parameter = pair.getValue();
            parameters += parameter.getShape().size();
            description.append(
                    "%s %s trained %s%n".formatted(pair.getKey(), parameter.getShape(), parameter.requiresGradient()));
        }
        String text = description.toString().replace("\r\n", "\n");
        return new Structure(Sha256.of(text), parameters, text);
    }

    private static void describe(Block block, String indent, StringBuilder description) {
        description
                .append(indent)
                .append(withoutNumbers(block.getClass().getName()))
                .append(settings(block))
                .append('\n');
        block.getChildren().values().forEach(child -> describe(child, indent + "  ", description));
    }

    /** By reflection, as blocks keep most of their settings, such as the rate of a dropout, to themselves. */
    private static Map<String, String> settings(Block block) {
        Map<String, String> settings = new TreeMap<>();
        for (Class<?> type = block.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (isSetting(field) && field.trySetAccessible()) {
                    settings.put(type.getSimpleName() + "." + field.getName(), value(field, block));
                }
            }
        }
        return settings;
    }

    private static String withoutNumbers(String name) {
        return LAMBDA.matcher(name).replaceAll("$1");
    }

    private static boolean isSetting(Field field) {
        Class<?> type = field.getType();
        return !Modifier.isStatic(field.getModifiers())
                && !Modifier.isTransient(field.getModifiers())
                && !INPUT_FIELDS.contains(field.getName())
                && (type.isPrimitive() || type.isEnum() || type == String.class || type == Shape.class);
    }

    private static String value(Field field, Block block) {
        try {
            return withoutNumbers(String.valueOf(field.get(block)));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " was made accessible", e);
        }
    }
}
