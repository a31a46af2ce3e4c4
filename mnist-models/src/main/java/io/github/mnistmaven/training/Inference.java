package io.github.mnistmaven.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import io.github.mnistmaven.data.DigitSet;

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
            NDList logits = block.forward(new ParameterStore(step, false), new NDList(images), false);
            return logits.singletonOrThrow().logSoftmax(1).toFloatArray();
        }
    }

    /** Scales pixels to 0 to 1, the input range of every network here. */
    static void scale(byte[] image, float[] into, int offset) {
        for (int i = 0; i < image.length; i++) {
            into[offset + i] = (image[i] & 0xFF) / FULL_INK;
        }
    }
}
