package io.github.mnistmaven.benchmark.wild;

/** What is right for a kind of picture. */
enum Expected {

    /** That its digit is read. */
    DIGIT,

    /** That no digit is read. */
    REFUSED,

    /** That no single digit is read, and that all digits are when all are asked for. */
    SEVERAL
}
