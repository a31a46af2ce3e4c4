package io.github.mnistmaven.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;
import ai.djl.util.PairList;
import io.github.mnistmaven.internal.training.ArchitectureCode;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;

/**
 * Which bytes of a file of parameters are values, and which are fixed by the network: names, shapes and lengths. DJL
 * believes whatever a file says of the latter, and one that says it wrong can make the process run out of memory or crash.
 * So a file is compared with two that DJL would write of a network of the same structure, with all bits of its values 0 and
 * with all 1: where these two agree, the file has to agree with them.
 */
final class ParameterLayout {

    private static final float ALL_ONES = Float.intBitsToFloat(-1);

    /** What DJL's files of parameters begin with, and the only version of them that there is. */
    private static final String MAGIC = "DJL@";

    private static final int VERSION = 1;

    private ParameterLayout() {}

    /**
     * Whether a file has the layout of a network.
     *
     * @param file the bytes of a file of parameters
     * @param name of the model, which DJL writes at the beginning
     * @param code that built the network
     * @param block the network, not initialized yet; it is of no further use
     * @param manager of its arrays
     */
    static boolean matches(byte[] file, String name, ArchitectureCode code, Block block, NDManager manager) {
        code.initializeWithZeros(block, manager);
        byte[] zeros = saved(name, block);
        if (file.length != zeros.length) {
            return false;
        }
        for (Pair<String, Parameter> parameter : block.getParameters()) {
            fill(parameter.getValue().getArray());
        }
        return agree(file, zeros, saved(name, block));
    }

    /** As {@code Model.save} writes it, which writes to files alone. */
    private static byte[] saved(String name, Block block) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeBytes(MAGIC);
            out.writeInt(VERSION);
            out.writeUTF(name);
            out.writeUTF(DataType.FLOAT32.name());
            PairList<String, Shape> inputs = block.describeInput();
            out.writeInt(inputs.size());
            for (Pair<String, Shape> input : inputs) {
                out.writeUTF(Objects.requireNonNullElse(input.getKey(), ""));
                out.write(input.getValue().getEncoded());
            }
            // One property, as this library saves.
            out.writeInt(1);
            out.writeUTF("Epoch");
            out.writeUTF("0");
            block.saveParameters(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written to", e);
        }
        return bytes.toByteArray();
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
