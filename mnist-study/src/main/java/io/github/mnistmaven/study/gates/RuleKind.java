package io.github.mnistmaven.study.gates;

/** What a rule asks for. */
public enum RuleKind {
    /** That a metric is at least a limit. */
    MINIMUM,

    /** That a metric is at most a limit. */
    MAXIMUM,

    /** That one is more accurate than another. */
    MORE_ACCURATE,

    /** That one is not less accurate than in an earlier study. */
    NO_LOSS,

    /** That one trains at most so many times as long as another. */
    RELATIVE_TIME
}
