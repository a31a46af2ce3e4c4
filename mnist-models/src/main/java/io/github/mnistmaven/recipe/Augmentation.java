package io.github.mnistmaven.recipe;

/**
 * How strongly training images are augmented, anew each time one is seen: by one random affine transformation about the
 * centre of the image, by a thicker or thinner stroke, and by an elastic deformation (after Simard, Steinkraus and Platt, "Best Practices for Convolutional
 * Neural Networks Applied to Visual Document Analysis", 2003), with bilinear interpolation. Each value is the bound of a
 * uniform distribution around "unchanged".
 *
 * <pre>{@code
 * Augmentation slight = Augmentation.NONE.withRotation(10).withShift(1);
 * }</pre>
 *
 * <p>Start from {@link #NONE} and the {@code with} methods rather than from the constructor, which gets a parameter more with
 * each kind of augmentation.
 *
 * @param rotation by up to this many degrees, either way; 0 to 180
 * @param scale by up to this fraction, up or down: 0.1 is 0.9 to 1.1; 0 to 0.9
 * @param shear by up to this many pixels a row, either way; 0 to 2
 * @param shift by up to this many pixels in each direction; 0 to 14
 * @param elasticDeformation the control points of a cubic B-spline, one every seven pixels, are each moved by up to this
 *     many pixels in each direction; a pixel is moved by the mean of those around it, weighted by the spline, and thus less
 *     far; 0 to 7
 * @param strokeWidth strokes become thicker or thinner by up to this many pixels: the image is mixed with its grey-level dilation or erosion by a cross of
 *     five pixels, which moves both edges of a stroke by one pixel; 0 to 2
 */
public record Augmentation(
        double rotation, double scale, double shear, double shift, double elasticDeformation, double strokeWidth) {

    /** No augmentation: images are taken as they are. */
    public static final Augmentation NONE = new Augmentation(0, 0, 0, 0, 0, 0);

    /**
     * Checks the bounds.
     *
     * @param rotation by up to this many degrees, either way; 0 to 180
     * @param scale by up to this fraction, up or down: 0.1 is 0.9 to 1.1; 0 to 0.9
     * @param shear by up to this many pixels a row, either way; 0 to 2
     * @param shift by up to this many pixels in each direction; 0 to 14
     * @param elasticDeformation the control points of a cubic B-spline, one every seven pixels, are each moved by up to this many
     *     pixels in each direction; a pixel is moved by the mean of those around it, weighted by the spline, and thus less far; 0
     *     to 7
     * @param strokeWidth strokes become thicker or thinner by up to this many pixels: the image is mixed with its grey-level dilation or
     *     erosion by a cross of five pixels, which moves both edges of a stroke by one pixel; 0 to 2
     */
    public Augmentation {
        requireWithin("rotation", rotation, 180);
        requireWithin("scale", scale, 0.9);
        requireWithin("shear", shear, 2);
        requireWithin("shift", shift, 14);
        requireWithin("elasticDeformation", elasticDeformation, 7);
        requireWithin("strokeWidth", strokeWidth, 2);
    }

    /**
     * An augmentation that leaves the width of strokes as it is.
     *
     * @param rotation by up to this many degrees, either way; 0 to 180
     * @param scale by up to this fraction, up or down: 0.1 is 0.9 to 1.1; 0 to 0.9
     * @param shear by up to this many pixels a row, either way; 0 to 2
     * @param shift by up to this many pixels in each direction; 0 to 14
     * @param elasticDeformation control points are moved by up to this many pixels in each direction; 0 to 7
     * @throws IllegalArgumentException if a value is out of its range
     */
    public Augmentation(double rotation, double scale, double shear, double shift, double elasticDeformation) {
        this(rotation, scale, shear, shift, elasticDeformation, 0);
    }

    /**
     * This augmentation with another bound of the rotation.
     *
     * @param value degrees, 0 to 180
     * @return the changed augmentation
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Augmentation withRotation(double value) {
        return new Augmentation(value, scale, shear, shift, elasticDeformation, strokeWidth);
    }

    /**
     * This augmentation with another bound of the scaling.
     *
     * @param value a fraction, 0 to 0.9
     * @return the changed augmentation
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Augmentation withScale(double value) {
        return new Augmentation(rotation, value, shear, shift, elasticDeformation, strokeWidth);
    }

    /**
     * This augmentation with another bound of the shearing.
     *
     * @param value pixels a row, 0 to 2
     * @return the changed augmentation
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Augmentation withShear(double value) {
        return new Augmentation(rotation, scale, value, shift, elasticDeformation, strokeWidth);
    }

    /**
     * This augmentation with another bound of the shift.
     *
     * @param value pixels, 0 to 14
     * @return the changed augmentation
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Augmentation withShift(double value) {
        return new Augmentation(rotation, scale, shear, value, elasticDeformation, strokeWidth);
    }

    /**
     * This augmentation with another bound of the elastic deformation.
     *
     * @param value pixels, 0 to 7
     * @return the changed augmentation
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Augmentation withElasticDeformation(double value) {
        return new Augmentation(rotation, scale, shear, shift, value, strokeWidth);
    }

    /**
     * This augmentation with another bound of the change of stroke width.
     *
     * @param value pixels, 0 to 2
     * @return the changed augmentation
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Augmentation withStrokeWidth(double value) {
        return new Augmentation(rotation, scale, shear, shift, elasticDeformation, value);
    }

    /**
     * Whether images are taken as they are.
     *
     * @return true if nothing is augmented
     */
    public boolean isNone() {
        return equals(NONE);
    }

    private static void requireWithin(String name, double value, double max) {
        if (!(value >= 0 && value <= max)) {
            throw new IllegalArgumentException(
                    "augmentation %s is %s; it lies between 0 and %s".formatted(name, value, max));
        }
    }
}
