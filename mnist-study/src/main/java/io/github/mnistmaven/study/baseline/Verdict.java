package io.github.mnistmaven.study.baseline;

import java.util.Locale;

/** What a model is, next to the one of the same name in the baseline. */
public enum Verdict {
    /** The same inputs led to the same bits. */
    IDENTICAL,
    /** The same inputs led on another platform to predictions that do not differ by more than is tolerated. */
    EQUIVALENT,
    /** The inputs are others. */
    CHANGED_INPUTS,
    /** The same inputs led on another platform, or with the same bits, to predictions that differ by more than is tolerated. */
    DRIFTED,
    /** The same inputs led to other bits where the same were promised: on the same platform, or with portable numerics. */
    NOT_DETERMINISTIC;

    /**
     * The verdict in words.
     *
     * @return such as {@code changed inputs}
     */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
