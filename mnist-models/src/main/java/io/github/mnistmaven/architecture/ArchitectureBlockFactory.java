package io.github.mnistmaven.architecture;

import ai.djl.Model;
import ai.djl.nn.Block;
import ai.djl.nn.BlockFactory;
import java.nio.file.Path;
import java.util.Map;

/**
 * Lets plain DJL load a trained model: its {@code serving.properties} names this class as {@code blockFactory} and the
 * architecture as {@code architecture}.
 */
public final class ArchitectureBlockFactory implements BlockFactory {

    /** The property of {@code serving.properties} that names the architecture. */
    public static final String ARCHITECTURE = "architecture";

    private static final long serialVersionUID = 1L;

    @Override
    public Block newBlock(Model model, Path modelPath, Map<String, ?> arguments) {
        Object name = arguments.get(ARCHITECTURE);
        if (name == null) {
            throw new IllegalArgumentException("%s: serving.properties names no %s".formatted(modelPath, ARCHITECTURE));
        }
        return Architectures.named(name.toString()).newBlock();
    }
}
