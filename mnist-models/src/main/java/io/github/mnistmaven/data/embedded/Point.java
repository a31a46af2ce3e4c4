package io.github.mnistmaven.data.embedded;

/** A place: {@code x} to the right, {@code y} downwards. */
record Point(double x, double y) {}
