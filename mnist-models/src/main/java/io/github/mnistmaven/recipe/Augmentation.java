package io.github.mnistmaven.recipe;

import java.util.StringJoiner;

/**
 * How strongly training images are augmented, anew each time one is seen: by one random affine transformation about the
 * centre of the image, by a thicker or thinner stroke, and by an elastic deformation (after Simard, Steinkraus and Platt, "Best Practices for Convolutional
 * Neural Networks Applied to Visual Document Analysis", 2003), with bilinear interpolation. Each value is the bound of a
 * uniform distribution around "unchanged": with a rotation of 10, each image is turned by an angle drawn from -10 to 10 degrees.
 *
 * <p>It begins with {@link #NONE}, and each method returns a changed copy:
 *
 * <pre>{@code
 * Augmentation slight = Augmentation.NONE.withRotation(10).withShift(1);
 * Recipe recipe = Recipe.DEFAULT.withAugmentation(slight);
 * }</pre>
 *
 * <p>Held-out digits and test digits are never augmented. An augmentation is immutable, so any number of threads may share it.
 */
public final class Augmentation {

    /** No augmentation: images are taken as they are. */
    public static final Augmentation NONE = new Augmentation(new Values(0, 0, 0, 0, 0, 0));

    private final Values values;

    private Augmentation(Values values) {
        this.values = values;
    }

    private record Values(
            double rotation, double scale, double shear, double shift, double elasticDeformation, double strokeWidth) {

        Values {
            requireWithin("rotation", rotation, 180);
            requireWithin("scale", scale, 0.9);
            requireWithin("shear", shear, 2);
            requireWithin("shift", shift, 14);
            requireWithin("elasticDeformation", elasticDeformation, 7);
            requireWithin("strokeWidth", strokeWidth, 2);
        }

        private static void requireWithin(String name, double value, double max) {
            if (!(value >= 0 && value <= max)) {
                throw new IllegalArgumentException(
                        "augmentation %s is %s; it must be between 0 and %s".formatted(name, value, max));
            }
        }
    }

    /**
     * The bound of the rotation.
     *
     * @return degrees, either way; 0 to 180
     */
    public double rotation() {
        return values.rotation;
    }

    /**
     * The bound of the scaling.
     *
     * @return a fraction, up or down: 0.1 is 0.9 to 1.1; 0 to 0.9
     */
    public double scale() {
        return values.scale;
    }

    /**
     * The bound of the shearing.
     *
     * @return pixels a row, either way; 0 to 2
     */
    public double shear() {
        return values.shear;
    }

    /**
     * The bound of the shift.
     *
     * @return pixels in each direction; 0 to 14
     */
    public double shift() {
        return values.shift;
    }

    /**
     * The bound of the elastic deformation. The control points of a cubic B-spline, one every seven pixels, are each moved by up to this many
     * pixels in each direction; a pixel is moved by the mean of those around it, weighted by the spline, and thus less far.
     *
     * @return pixels; 0 to 7
     */
    public double elasticDeformation() {
        return values.elasticDeformation;
    }

    /**
     * The bound of the change of stroke width. The image is mixed with its grey-level dilation or erosion by a cross of five pixels, which moves
     * both edges of a stroke by one pixel.
     *
     * @return pixels by which strokes become thicker or thinner; 0 to 2
     */
    public double strokeWidth() {
        return values.strokeWidth;
    }

    /**
     * Another bound of the rotation.
     *
     * @param value degrees, 0 to 180
     * @return a changed copy
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Augmentation withRotation(double value) {
        return new Augmentation(new Values(value, scale(), shear(), shift(), elasticDeformation(), strokeWidth()));
    }

    /**
     * Another bound of the scaling.
     *
     * @param value a fraction, 0 to 0.9
     * @return a changed copy
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Augmentation withScale(double value) {
        return new Augmentation(new Values(rotation(), value, shear(), shift(), elasticDeformation(), strokeWidth()));
    }

    /**
     * Another bound of the shearing.
     *
     * @param value pixels a row, 0 to 2
     * @return a changed copy
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Augmentation withShear(double value) {
        return new Augmentation(new Values(rotation(), scale(), value, shift(), elasticDeformation(), strokeWidth()));
    }

    /**
     * Another bound of the shift.
     *
     * @param value pixels, 0 to 14
     * @return a changed copy
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Augmentation withShift(double value) {
        return new Augmentation(new Values(rotation(), scale(), shear(), value, elasticDeformation(), strokeWidth()));
    }

    /**
     * Another bound of the elastic deformation.
     *
     * @param value pixels, 0 to 7
     * @return a changed copy
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Augmentation withElasticDeformation(double value) {
        return new Augmentation(new Values(rotation(), scale(), shear(), shift(), value, strokeWidth()));
    }

    /**
     * Another bound of the change of stroke width.
     *
     * @param value pixels, 0 to 2
     * @return a changed copy
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Augmentation withStrokeWidth(double value) {
        return new Augmentation(new Values(rotation(), scale(), shear(), shift(), elasticDeformation(), value));
    }

    /**
     * Whether images are taken as they are.
     *
     * @return true if nothing is augmented
     */
    public boolean isNone() {
        return equals(NONE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Augmentation augmentation && values.equals(augmentation.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /**
     * The augmentation as people read it.
     *
     * @return each bound above 0 with its name, such as {@code rotation 10.0, shift 1.0}, or {@code none}
     */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ").setEmptyValue("none");
        add(text, "rotation", rotation());
        add(text, "scale", scale());
        add(text, "shear", shear());
        add(text, "shift", shift());
        add(text, "elasticDeformation", elasticDeformation());
        add(text, "strokeWidth", strokeWidth());
        return text.toString();
    }

    private static void add(StringJoiner text, String name, double value) {
        if (value > 0) {
            text.add(name + " " + value);
        }
    }
}
