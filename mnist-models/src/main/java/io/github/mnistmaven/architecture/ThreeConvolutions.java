package io.github.mnistmaven.architecture;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import io.github.mnistmaven.data.DigitSet;

/**
 * Three convolutions without padding, each normalized and rectified, and one linear layer: from 28 pixels to 12 by a stride
 * of 2, to 10, pooled to 5, to 3.
 *
 * <p>What costs most in a small network on a processor is moving values, not multiplying them. So the image is made small
 * at once by the stride, no border is padded, and pooling comes before batch norm and ReLU, not after them as is usual:
 * both then work on a quarter of the values.
 */
final class ThreeConvolutions {

    private ThreeConvolutions() {}

    /** With so many channels at first, twice and four times as many then. */
    static Block of(int channels) {
        return new SequentialBlock()
                .add(convolution(channels, 5, 2))
                .add(BatchNorm.builder().build())
                .add(Activation.reluBlock())
                .add(convolution(2 * channels, 3, 1))
                .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                .add(BatchNorm.builder().build())
                .add(Activation.reluBlock())
                .add(convolution(4 * channels, 3, 1))
                .add(BatchNorm.builder().build())
                .add(Activation.reluBlock())
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(DigitSet.CLASSES).build());
    }

    /** No bias, as the batch norm that follows has one. */
    private static Block convolution(int channels, int size, int stride) {
        return Conv2d.builder()
                .setKernelShape(new Shape(size, size))
                .optStride(new Shape(stride, stride))
                .setFilters(channels)
                .optBias(false)
                .build();
    }
}
