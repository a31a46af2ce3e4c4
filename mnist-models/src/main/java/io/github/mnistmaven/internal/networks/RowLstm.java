package io.github.mnistmaven.internal.networks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.github.mnistmaven.data.DigitSet;
import java.util.Arrays;

/**
 * An LSTM over the rows of an image, from the top, that skips blank rows and returns its last state, or that and two
 * means of its states: from {@code [N, 1, 28, 28]} to {@code [N, units]} or {@code [N, 3 * units]}.
 *
 * <p>Skipping is what Keras calls masking: a row whose pixels are all zero leaves the state as it is. Here the inked
 * rows of each image are moved to the front, and there are only as many time steps as the image with the most inked
 * rows needs, instead of 28: on MNIST 20, and up to 25 with every augmentation. To get that number, one value per
 * batch is read back from the engine. An image without ink gives zeros.
 *
 * <p>Initial weights are those of Keras: Glorot for the input, orthogonal for the recurrence, and a forget gate that
 * starts open (bias 1), so that the first rows are not forgotten early in training. The engine adds two
 * bias vectors where Keras has one; the second stays zero.
 */
public final class RowLstm extends AbstractBlock {

    private static final byte VERSION = 1;

    /** Which states are used. */
    public enum Readout {
        /** The state after the last inked row. */
        LAST_STATE,
        /**
         * Also the means over the upper and over the lower half of the inked rows: a short path for gradients to each
         * row.
         */
        LAST_STATE_AND_MEANS
    }

    private final int units;
    private final Readout readout;
    private final LSTM lstm;

    /**
     * An LSTM, its parameters not yet initialized.
     *
     * @param units of its state
     * @param readout which states it returns
     */
    public RowLstm(int units, Readout readout) {
        super(VERSION);
        this.units = units;
        this.readout = readout;
        LSTM rows = LSTM.builder().setStateSize(units).setNumLayers(1).build();
        this.lstm = addChildBlock("lstm", Initializers.glorot(rows));
        lstm.setInitializer(
                new OrthogonalInitializer(), parameter -> parameter.getName().endsWith("h2h_WEIGHT"));
        lstm.setInitializer(
                RowLstm::openForgetGate, parameter -> parameter.getName().endsWith("i2h_BIAS"));
        lstm.freezeParameters(true, parameter -> parameter.getName().endsWith("h2h_BIAS"));
    }

    /** The biases of the four gates one after the other: input, forget, cell, output. */
    private static NDArray openForgetGate(NDManager manager, Shape shape, DataType dataType) {
        int units = Math.toIntExact(shape.get(0)) / 4;
        float[] biases = new float[4 * units];
        Arrays.fill(biases, units, 2 * units, 1);
        return manager.create(biases, shape);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameterStore, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray images = inputs.singletonOrThrow();
        long n = images.getShape().get(0);
        NDArray rows = images.reshape(n, DigitSet.ROWS, DigitSet.COLUMNS);
        NDArray inked = rows.sum(new int[] {2}).gt(0);
        NDArray lengths = inked.toType(DataType.INT64, false).sum(new int[] {1});
        long steps = Math.max(1, lengths.max().getLong());

        NDArray states = lstm.forward(
                        parameterStore, new NDList(inkedRowsFirst(rows, inked, n, steps)), training, params)
                .head();
        NDArray read = shares(lengths, n, steps).matMul(states);
        return new NDList(read.reshape(n, outputs()));
    }

    /** The weight of each state in each output, as {@code [N, 1 or 3, steps]}: 0 for an image without ink. */
    private NDArray shares(NDArray lengths, long n, long steps) {
        NDArray step = lengths.getManager()
                .arange(Math.toIntExact(steps))
                .toType(DataType.INT64, false)
                .reshape(1, 1, steps);
        NDArray count = lengths.reshape(n, 1, 1);
        NDArray last = step.eq(count.sub(1)).toType(DataType.FLOAT32, false);
        if (readout == Readout.LAST_STATE) {
            return last;
        }
        NDArray upper = step.mul(2).lt(count);
        NDArray lower = step.lt(count).logicalAnd(upper.logicalNot());
        return last.concat(mean(upper), 1).concat(mean(lower), 1);
    }

    /** Equal weights for those that are true. */
    private static NDArray mean(NDArray which) {
        NDArray ones = which.toType(DataType.FLOAT32, false);
        return ones.div(ones.sum(new int[] {2}, true).maximum(1));
    }

    private long outputs() {
        return readout == Readout.LAST_STATE ? units : 3L * units;
    }

    private static NDArray inkedRowsFirst(NDArray rows, NDArray inked, long n, long steps) {
        // Distinct sort keys, as the engine's sort need not keep the order of equal ones.
        NDArray position = rows.getManager().arange(DigitSet.ROWS).reshape(1, DigitSet.ROWS);
        NDArray keys = inked.logicalNot()
                .toType(DataType.INT32, false)
                .mul(DigitSet.ROWS)
                .add(position);
        NDArray order = keys.argSort(1).get(":, :{}", steps).reshape(n, steps, 1);
        return rows.gather(order.broadcast(n, steps, DigitSet.COLUMNS), 1);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
        return new Shape[] {new Shape(inputShapes[0].get(0), outputs())};
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
        lstm.initialize(manager, dataType, new Shape(inputShapes[0].get(0), DigitSet.ROWS, DigitSet.COLUMNS));
    }
}
