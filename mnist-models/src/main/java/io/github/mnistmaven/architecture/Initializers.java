package io.github.mnistmaven.architecture;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.XavierInitializer;

/** The initial weights of Keras, which the study used and an LSTM does well with. */
final class Initializers {

    /** Glorot and Bengio, 2010: uniform within plus and minus the root of 6 / (inputs + outputs). */
    static final Initializer GLOROT_UNIFORM =
            new XavierInitializer(XavierInitializer.RandomType.UNIFORM, XavierInitializer.FactorType.AVG, 3);

    private Initializers() {}

    /** All weights of a block by Glorot. Biases are zero by DJL's own default, as in Keras. */
    static <B extends Block> B glorot(B block) {
        block.setInitializer(GLOROT_UNIFORM, Parameter.Type.WEIGHT);
        return block;
    }
}
