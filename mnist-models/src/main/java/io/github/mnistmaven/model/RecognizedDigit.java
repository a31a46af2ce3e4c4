package io.github.mnistmaven.model;

import io.github.mnistmaven.data.image.Box;
import io.github.mnistmaven.internal.files.Bounds;

/**
 * A digit of a {@link Reading}: where it is, and what a model says it is.
 *
 * <pre>{@code
 * for (RecognizedDigit digit : model.read(Path.of("form.jpg")).digits()) {
 *     System.out.println(digit.box().left() + ": " + digit);   // 112: 7 (99.83 %)
 * }
 * }</pre>
 *
 * @param box where it is, in pixels of the whole picture, upright: after any rotation that the camera noted
 * @param classification what it is, and how sure the model is of that
 */
public record RecognizedDigit(Box box, Classification classification) {

    /**
     * Checks that nothing is missing.
     *
     * @param box where it is, in pixels of the whole picture, upright: after any rotation that the camera noted
     * @param classification what it is, and how sure the model is of that
     */
    public RecognizedDigit {
        Bounds.requirePresent("box", box);
        Bounds.requirePresent("classification", classification);
    }

    /**
     * Whether it is more likely two digits that touch than one.
     *
     * @return as {@link Classification#isJoined}
     */
    public boolean isJoined() {
        return classification.isJoined();
    }

    /**
     * Whether to rely on it.
     *
     * @return as {@link Classification#isSure}
     */
    public boolean isSure() {
        return classification.isSure();
    }

    /**
     * The digit as people read it.
     *
     * @return such as {@code 7 (99.83 %)}; with a question mark behind it if it is not sure
     */
    @Override
    public String toString() {
        return classification.toString();
    }
}
