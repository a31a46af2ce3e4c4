package io.github.mnistmaven.study.gates;

/** Whether a rule is kept. */
public enum GateState {
    /** It is kept. */
    PASSED,

    /** It is broken. */
    FAILED,

    /** What was measured does not say: more seeds or more test digits are needed. */
    UNDECIDED
}
