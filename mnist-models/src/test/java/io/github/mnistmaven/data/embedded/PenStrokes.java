package io.github.mnistmaven.data.embedded;

import io.github.mnistmaven.internal.random.SplitMix64;
import java.util.List;

/** The strokes of the embedded generator, before ink is made of them: for tests that draw with a pen of their own. */
public final class PenStrokes {

    private PenStrokes() {}

    /**
     * How someone writes a digit.
     *
     * @param digit 0 to 9
     * @param hand who; each number another one
     * @return strokes, each of points {x, y} in a box of 1 by 1, its longer side filled
     */
    public static List<List<double[]>> of(int digit, long hand) {
        SplitMix64 random = SplitMix64.of(hand, digit);
        Form form = Forms.of(digit, random);
        List<Trace> traces = new Writing(Hand.anyones(random), Forms.size(digit), random).write(form);
        return Frame.fitted(traces).stream()
                .map(trace -> trace.line().stream()
                        .map(point -> new double[] {point.x() / Frame.BOX, point.y() / Frame.BOX})
                        .toList())
                .toList();
    }
}
