package io.github.mnistmaven.internal.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import io.github.mnistmaven.data.DigitSet;
import java.util.Arrays;

/** Inference: predictions of a network, without training it. Safe for use by several threads at once. */
public final class Inference {

    private static final int BATCH = 500;
    private static final float FULL_INK = 255;

    private Inference() {}

    /**
     * The log-probabilities that a network predicts for each digit.
     *
     * @param block an initialized network that takes {@code [N, 1, 28, 28]} and gives logits {@code [N, 10]}
     * @param manager under which the engine's arrays live while this runs
     * @param digits the N digits
     * @return {@code N * 10} natural logarithms of probabilities, digit by digit
     */
    public static float[] logProbabilities(Block block, NDManager manager, DigitSet digits) {
        float[] all = new float[digits.size() * DigitSet.CLASSES];
        byte[] image = new byte[DigitSet.PIXELS];
        for (int from = 0; from < digits.size(); from += BATCH) {
            int size = Math.min(BATCH, digits.size() - from);
            float[] pixels = new float[size * DigitSet.PIXELS];
            for (int i = 0; i < size; i++) {
                digits.copyImage(from + i, image, 0);
                scale(image, pixels, i * DigitSet.PIXELS);
            }
            float[] some = GradientMode.off(() -> logProbabilities(block, manager, pixels, size));
            System.arraycopy(some, 0, all, from * DigitSet.CLASSES, some.length);
        }
        return all;
    }

    private static float[] logProbabilities(Block block, NDManager manager, float[] pixels, int size) {
        try (NDManager step = manager.newSubManager()) {
            NDArray images = step.create(pixels, new Shape(size, 1, DigitSet.ROWS, DigitSet.COLUMNS));
            NDArray logits = block.forward(new ParameterStore(step, false), new NDList(images), false)
                    .singletonOrThrow();
            if (!isLogits(logits, size)) {
                throw new IllegalStateException("the network gives %s for a batch of %d; expected are float32 [%d, %d]"
                        .formatted(describe(logits), size, size, DigitSet.CLASSES));
            }
            return logits.logSoftmax(1).toFloatArray();
        }
    }

    /** Whether a network gave for a batch what it is to give. */
    static boolean isLogits(NDArray output, int batch) {
        return output.getDataType() == DataType.FLOAT32 && output.getShape().equals(new Shape(batch, DigitSet.CLASSES));
    }

    /** Type and shape of an array, such as {@code float32 [2, 9]}. */
    static String describe(NDArray array) {
        return "%s %s"
                .formatted(array.getDataType(), Arrays.toString(array.getShape().getShape()));
    }

    /** Scales pixels to 0 to 1, the input range of every network here. */
    static void scale(byte[] image, float[] into, int offset) {
        for (int i = 0; i < image.length; i++) {
            into[offset + i] = (image[i] & 0xFF) / FULL_INK;
        }
    }
}
