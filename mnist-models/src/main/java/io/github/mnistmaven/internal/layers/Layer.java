package io.github.mnistmaven.internal.layers;

/**
 * One layer of a trained network, as it computes a single image in inference. Values lie in memory with the channels last: those of an
 * image as {@code [rows, columns, channels]}.
 */
public sealed interface Layer {

    /**
     * A convolution (a cross-correlation, as everywhere in deep learning).
     *
     * @param kernel rows and columns of each filter
     * @param stride how many pixels from one result to the next
     * @param padding how many rows and columns of zeros are around the image
     * @param inputs channels of the image
     * @param filters channels of the result
     * @param weights {@code [kernel, kernel, inputs, filters]}
     * @param biases {@code [filters]}
     */
    record Convolution(int kernel, int stride, int padding, int inputs, int filters, float[] weights, float[] biases)
            implements Layer {}

    /**
     * The maximum of each square, without overlap; a rest at the right and lower edge is left out.
     *
     * @param size rows and columns of a square
     */
    record MaxPool(int size) implements Layer {}

    /**
     * Scales and shifts each channel: what a batch norm does in inference.
     *
     * @param scales {@code [channels]}
     * @param shifts {@code [channels]}, added afterwards
     */
    record Affine(float[] scales, float[] shifts) implements Layer {}

    /** Replaces what is negative by 0. */
    record Relu() implements Layer {}

    /**
     * A linear layer of all values.
     *
     * @param inputs how many values it takes
     * @param units how many it gives
     * @param weights {@code [inputs, units]}
     * @param biases {@code [units]}
     */
    record Dense(int inputs, int units, float[] weights, float[] biases) implements Layer {}

    /**
     * An LSTM over the rows of an image, from the top, that skips blank ones. Its gates are, in this order, the input gate, the forget
     * gate, the candidate and the output gate.
     *
     * @param inputs pixels of a row
     * @param units of its state
     * @param halves whether it gives the last state followed by the means of the states over the upper and the lower half of the rows that
     *     are not blank, or the last state alone
     * @param inputWeights {@code [inputs, 4 * units]}
     * @param stateWeights {@code [units, 4 * units]}
     * @param biases {@code [4 * units]}
     */
    record RowLstm(int inputs, int units, boolean halves, float[] inputWeights, float[] stateWeights, float[] biases)
            implements Layer {}
}
