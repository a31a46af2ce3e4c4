package io.github.mnistmaven.model;

import io.github.mnistmaven.data.image.Box;
import java.util.Objects;

/**
 * A digit of a {@link Reading}.
 *
 * @param box where it is, in pixels of the whole picture, upright: after any rotation that the camera noted
 * @param classification what it is
 * @param joined whether it is more likely two digits that touch, by its width or as it hangs together by little
 */
public record ReadDigit(Box box, Classification classification, boolean joined) {

    /**
     * Checks that nothing is missing.
     *
     * @param box where it is, in pixels of the whole picture, upright: after any rotation that the camera noted
     * @param classification what it is
     * @param joined whether it is more likely two digits that touch, by its width or as it hangs together by little
     */
    public ReadDigit {
        Objects.requireNonNull(box, "box is null");
        Objects.requireNonNull(classification, "classification is null");
    }

    /**
     * Whether to rely on it.
     *
     * @return true if its {@linkplain Classification#isSure classification is sure} and it is not joined
     */
    public boolean isSure() {
        return classification.isSure() && !joined;
    }

    /**
     * The digit as people read it.
     *
     * @return such as {@code 7 (99.83 %)}; with a question mark behind it if it is not sure
     */
    @Override
    public String toString() {
        return classification + (isSure() ? "" : "?");
    }
}
