package io.github.mnistmaven.internal.networks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;

/**
 * A random matrix {@code [rows, columns]}, rows at least columns, whose columns are orthonormal (Saxe et al., 2013,
 * arXiv:1312.6120): a recurrent layer that starts so neither amplifies nor shrinks its state from step to step.
 */
final class OrthogonalInitializer implements Initializer {

    @Override
    public NDArray initialize(NDManager manager, Shape shape, DataType dataType) {
        int rows = Math.toIntExact(shape.get(0));
        int columns = Math.toIntExact(shape.get(1));
        float[] normal;
        try (NDArray random = manager.randomNormal(shape)) {
            normal = random.toFloatArray();
        }
        double[][] basis = new double[columns][rows];
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows; row++) {
                basis[column][row] = normal[row * columns + column];
            }
            for (int before = 0; before < column; before++) {
                subtractProjection(basis[column], basis[before]);
            }
            normalize(basis[column]);
        }
        float[] result = new float[rows * columns];
        for (int i = 0; i < result.length; i++) {
            result[i] = (float) basis[i % columns][i / columns];
        }
        return manager.create(result, shape);
    }

    /** A step of the modified Gram-Schmidt process. */
    private static void subtractProjection(double[] vector, double[] unit) {
        double dot = dot(vector, unit);
        for (int i = 0; i < vector.length; i++) {
            vector[i] -= dot * unit[i];
        }
    }

    private static void normalize(double[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
