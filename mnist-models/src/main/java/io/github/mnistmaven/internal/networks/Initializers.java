package io.github.mnistmaven.internal.networks;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.XavierInitializer;

/** The initial weights of Keras, which the study used and which suit an LSTM. */
public final class Initializers {

    /** Glorot and Bengio, 2010: uniform within plus and minus the root of 6 / (inputs + outputs). */
    static final Initializer GLOROT_UNIFORM =
            new XavierInitializer(XavierInitializer.RandomType.UNIFORM, XavierInitializer.FactorType.AVG, 3);

    private Initializers() {}

    /**
     * Has all weights of a block initialized by Glorot's method. Biases are zero by DJL's own default, as in Keras.
     *
     * @param <B> the type of the block
     * @param block not yet initialized
     * @return the same block
     */
    public static <B extends Block> B glorot(B block) {
        block.setInitializer(GLOROT_UNIFORM, Parameter.Type.WEIGHT);
        return block;
    }
}
