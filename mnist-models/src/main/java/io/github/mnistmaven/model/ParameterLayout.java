package io.github.mnistmaven.model;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;
import io.github.mnistmaven.internal.engine.PyTorch;
import io.github.mnistmaven.internal.training.ArchitectureCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.io.file.PathUtils;

/**
 * Which bytes of a file of parameters are values, and which are fixed by the network: names, shapes and lengths. DJL
 * believes whatever a file says of the latter, and one that says it wrong can make the process run out of memory or crash.
 * So a file is compared with two that DJL writes of a network of the same structure, with all bits of its values 0 and
 * with all 1: where these two agree, the file has to agree with them.
 */
final class ParameterLayout {

    private static final float ALL_ONES = Float.intBitsToFloat(-1);

    private ParameterLayout() {}

    /**
     * Whether a file has the layout of a network.
     *
     * @param file of parameters
     * @param name of the model
     * @param code that built the network
     * @param block the network, not initialized yet; it is of no further use
     */
    static boolean matches(Path file, String name, ArchitectureCode code, Block block) throws IOException {
        Path directory = Files.createTempDirectory("mnist-layout");
        try (Model model = PyTorch.newModel(name)) {
            code.initializeWithZeros(block, model.getNDManager());
            model.setBlock(block);
            byte[] zeros = saved(model, directory);
            if (Files.size(file) != zeros.length) {
                return false;
            }
            for (Pair<String, Parameter> parameter : block.getParameters()) {
                fill(parameter.getValue().getArray());
            }
            return agree(Files.readAllBytes(file), zeros, saved(model, directory));
        } finally {
            PathUtils.deleteDirectory(directory);
        }
    }

    private static byte[] saved(Model model, Path directory) throws IOException {
        // The number in the file name, which is otherwise taken from what the directory holds.
        model.setProperty("Epoch", "0");
        model.save(directory, model.getName());
        return Files.readAllBytes(directory.resolve(model.getName() + "-0000.params"));
    }

    private static void fill(NDArray array) {
        float[] ones = new float[Math.toIntExact(array.size())];
        Arrays.fill(ones, ALL_ONES);
        array.set(ones);
    }

    private static boolean agree(byte[] file, byte[] zeros, byte[] ones) {
        for (int i = 0; i < file.length; i++) {
            if (zeros[i] == ones[i] && file[i] != zeros[i]) {
                return false;
            }
        }
        return true;
    }
}
