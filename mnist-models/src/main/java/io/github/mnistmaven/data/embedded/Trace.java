package io.github.mnistmaven.data.embedded;

import java.util.List;

/**
 * What the pen leaves between being set down and being lifted.
 *
 * @param line where its middle passed
 * @param radii half its width at each point of the line
 */
record Trace(List<Point> line, double[] radii) {}
