package io.github.mnistmaven.data.embedded;

import io.github.mnistmaven.internal.random.SplitMix64;

/**
 * How a writer differs from other writers. Lengths are in hundredths of a digit's height.
 *
 * @param slant how far the top leans to the right, in heights
 * @param turn radians by which the whole digit is rotated
 * @param width how wide digits are, next to the examples
 * @param taper how much wider the top is than the bottom
 * @param waist how far the middle is moved up (below 0) or down
 * @param rounding how many steps of the curve are rounded off at corners
 * @param looseness the deviation of each control point from where the form has it
 * @param reach the deviation of a stroke's ends: drawn too far, or ended too early
 * @param bend the size of the elastic distortion
 * @param tremor the size of the shaking across the stroke
 * @param pen the width of the stroke
 * @param pressure how much that width changes along the stroke, as a share
 * @param ends the width at the two ends of a stroke, as a share
 */
record Hand(
        double slant,
        double turn,
        double width,
        double taper,
        double waist,
        int rounding,
        double looseness,
        double reach,
        double bend,
        double tremor,
        double pen,
        double pressure,
        double ends) {

    /**
     * Someone's hand. Slant, width and pen are fitted to the slant, width and ink of MNIST's training images; the rest
     * by eye and by what a network misclassifies.
     */
    static Hand anyones(SplitMix64 random) {
        return new Hand(
                0.18 + random.normal(0.27),
                random.normal(0.09),
                1.05 * random.logNormal(0.2),
                random.normal(0.17),
                random.normal(0.13),
                random.below(7),
                random.uniform(1.5, 5.5),
                random.uniform(1, 6),
                random.uniform(0.5, 3.5),
                random.uniform(0, 0.6),
                14.2 * random.logNormal(0.31),
                random.uniform(0, 0.22),
                random.uniform(0.55, 1.1));
    }
}
