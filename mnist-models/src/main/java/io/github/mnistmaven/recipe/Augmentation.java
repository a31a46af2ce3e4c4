package io.github.mnistmaven.recipe;

/**
 * How far a training image is varied at random each time it is seen: by one affine transformation about the middle of
 * the image and by bending it (after the elastic distortions of Simard, Steinkraus and Platt, "Best Practices for
 * Convolutional Neural Networks", 2003), with bilinear interpolation. Each value is the bound of a uniform distribution
 * around "unchanged".
 *
 * @param rotation turned by up to this many degrees, either way
 * @param scale made larger or smaller by up to this share: 0.1 is 0.9 to 1.1
 * @param shear slanted by up to this many pixels a row, either way
 * @param shift moved by up to this many pixels, in each direction
 * @param bend the control points of a cubic B-spline, one every seven pixels, are each moved by up to this many pixels, in
 *     each direction; a pixel is moved by the mean of those around it, weighted by the spline, and thus less far
 */
public record Augmentation(double rotation, double scale, double shear, double shift, double bend) {

    /** Images are taken as they are. */
    public static final Augmentation NONE = new Augmentation(0, 0, 0, 0, 0);

    /** Checks the bounds. */
    public Augmentation {
        requireWithin("rotation", rotation, 180);
        requireWithin("scale", scale, 0.9);
        requireWithin("shear", shear, 2);
        requireWithin("shift", shift, 14);
        requireWithin("bend", bend, 7);
    }

    /**
     * Whether images are taken as they are.
     *
     * @return true if nothing is varied
     */
    public boolean isNone() {
        return equals(NONE);
    }

    private static void requireWithin(String name, double value, double most) {
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException(
                    "augmentation %s is %s; it lies between 0 and %s".formatted(name, value, most));
        }
    }
}
