package io.github.mnistmaven.study.statistics;

/** What a study says of two cells. */
public enum Decision {
    /** The first cell is more accurate, by more than the margin of practical equivalence. */
    FIRST_IS_MORE_ACCURATE,

    /** The second cell is more accurate, by more than the margin of practical equivalence. */
    SECOND_IS_MORE_ACCURATE,

    /** The accuracies differ by less than the margin of practical equivalence, or not at all. */
    PRACTICALLY_EQUIVALENT,

    /** The study does not say. */
    UNDECIDED
}
