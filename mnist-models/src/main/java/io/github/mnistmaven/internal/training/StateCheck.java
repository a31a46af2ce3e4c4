package io.github.mnistmaven.internal.training;

import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import io.github.mnistmaven.architecture.ArchitectureException;
import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import io.github.mnistmaven.internal.networks.ForeignCode;

/**
 * Whether all that a network has learned is in its parameters, as only these are saved. What it keeps elsewhere, such as in fields,
 * is lost in silence; so a network is compared with what is loaded again of it.
 */
public final class StateCheck {

    private static final Images DIGITS =
            Images.of(new EmbeddedDigits().sizes(1, 16).test());

    /** Of a probability. Equal parameters give equal bits, unless an operation adds up in an order that varies. */
    private static final double TOLERANCE = 1e-5;

    private StateCheck() {}

    /**
     * Requires that two networks predict the same.
     *
     * @param code that both were built by
     * @param network initialized or trained
     * @param reloaded with the parameters of the first, as they were saved
     * @param manager under which the engine's arrays live while this runs
     * @throws ArchitectureException if they do not
     */
    public static void requireSame(ArchitectureCode code, Block network, Block reloaded, NDManager manager) {
        float[] before = code.predict(network, manager, DIGITS);
        float[] again = code.predict(network, manager, DIGITS);
        if (!isSame(before, again)) {
            throw code.failure(
                    "its network gives different predictions for the same %d digits each time. Outside of training, it must neither use random numbers nor change its state"
                            .formatted(DIGITS.size()));
        }
        float[] after = ForeignCode.call(
                () -> Inference.logProbabilities(reloaded, manager, DIGITS),
                thrown -> code.failure(
                        "its network works, but throws %s once it is saved and loaded again. %s"
                                .formatted(ForeignCode.describe(thrown), lost()),
                        thrown));
        if (!isSame(before, after)) {
            throw code.failure("its network gives different predictions once it is saved and loaded again. " + lost());
        }
    }

    private static String lost() {
        return "Only parameters are saved, and newBlock() builds the rest again: what the network keeps elsewhere (fields, arrays, random numbers) is lost. Keep it in a Parameter, with optRequiresGrad(false) if it is not to be trained";
    }

    private static boolean isSame(float[] some, float[] others) {
        for (int i = 0; i < some.length; i++) {
            boolean close = Math.abs(Math.exp(some[i]) - Math.exp(others[i])) <= TOLERANCE;
            if (!close && Float.compare(some[i], others[i]) != 0) {
                return false;
            }
        }
        return true;
    }
}
