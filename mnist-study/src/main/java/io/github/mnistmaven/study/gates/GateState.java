package io.github.mnistmaven.study.gates;

/** Whether a rule is kept. */
public enum GateState {
    /** It is kept. */
    PASSED,

    /** It is broken. */
    FAILED,

    /** What was measured does not say: more seeds or more test digits are needed. */
    UNDECIDED;

    /**
     * The state in words.
     *
     * @return {@code kept}, {@code broken} or {@code undecided}
     */
    public String words() {
        return switch (this) {
            case PASSED -> "kept";
            case FAILED -> "broken";
            case UNDECIDED -> "undecided";
        };
    }
}
