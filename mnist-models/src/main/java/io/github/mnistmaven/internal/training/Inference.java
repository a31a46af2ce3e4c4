package io.github.mnistmaven.internal.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.engine.Autograd;
import io.github.mnistmaven.internal.engine.EngineThreads;
import io.github.mnistmaven.internal.engine.SoloThreads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

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
     * @param images N of them
     * @return {@code N * 10} natural logarithms of probabilities, image by image
     */
    public static float[] logProbabilities(Block block, NDManager manager, Images images) {
        List<Supplier<float[]>> batches = new ArrayList<>();
        for (int from = 0; from < images.size(); from += BATCH) {
            int start = from;
            int size = Math.min(BATCH, images.size() - from);
            batches.add(() -> Autograd.off(() -> logits(block, manager, images, start, size)));
        }
        float[] all = new float[images.size() * DigitSet.CLASSES];
        int offset = 0;
        for (float[] logits : inParallel(batches)) {
            System.arraycopy(logits, 0, all, offset, logits.length);
            offset += logits.length;
        }
        SoftmaxCrossEntropy.toLogProbabilities(all);
        return all;
    }

    private static List<float[]> inParallel(List<Supplier<float[]>> batches) {
        int threads = Math.min(EngineThreads.current(), batches.size());
        if (threads == 1) {
            return batches.stream().map(Supplier::get).toList();
        }
        try (SoloThreads solo = new SoloThreads(threads)) {
            return solo.all(batches);
        }
    }

    private static float[] logits(Block block, NDManager manager, Images images, int from, int size) {
        byte[] image = new byte[DigitSet.PIXELS];
        float[] pixels = new float[size * DigitSet.PIXELS];
        for (int i = 0; i < size; i++) {
            images.copy(from + i, image);
            scale(image, pixels, i * DigitSet.PIXELS);
        }
        try (NDManager step = manager.newSubManager()) {
            NDArray batch = step.create(pixels, new Shape(size, 1, DigitSet.ROWS, DigitSet.COLUMNS));
            NDArray logits = block.forward(new ParameterStore(step, false), new NDList(batch), false)
                    .singletonOrThrow();
            if (!isLogits(logits, size)) {
                throw new IllegalStateException("the network returns %s for a batch of %d; expected float32 [%d, %d]"
                        .formatted(describe(logits), size, size, DigitSet.CLASSES));
            }
            return logits.toFloatArray();
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
