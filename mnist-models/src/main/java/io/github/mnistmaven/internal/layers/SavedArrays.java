package io.github.mnistmaven.internal.layers;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The arrays of a file of parameters that DJL wrote, one after the other, read without DJL. What is between them describes layers and is
 * skipped. The file may be damaged or forged: every length in it is checked.
 */
final class SavedArrays {

    /** What each array begins with: "NDAR" behind its length, as {@code DataOutput.writeUTF} writes it, and the version of the format. */
    private static final byte[] MAGIC = {0, 4, 'N', 'D', 'A', 'R', 0, 0, 0, 3};

    private final ByteBuffer file;

    SavedArrays(byte[] file) {
        this.file = ByteBuffer.wrap(file);
    }

    /**
     * The values of the next array.
     *
     * @param name that it has to have
     * @param shape that it has to have
     * @throws IllegalArgumentException if the next one has another name, shape or type, or there is none
     */
    float[] next(String name, int... shape) {
        try {
            skipToArray();
            file.order(ByteOrder.BIG_ENDIAN);
            String foundName = file.get() == 0 ? "" : text();
            String foundFormat = text();
            String foundType = text();
            long[] foundShape = shape();
            if (!foundName.equals(name)
                    || !foundFormat.equals("DENSE")
                    || !foundType.equals("FLOAT32")
                    || !Arrays.equals(
                            foundShape, IntStream.of(shape).asLongStream().toArray())) {
                throw new IllegalArgumentException(
                        "expected the parameter '%s' of type DENSE FLOAT32 and shape %s; found '%s' of type %s %s and shape %s"
                                .formatted(
                                        name,
                                        Arrays.toString(shape),
                                        foundName,
                                        foundFormat,
                                        foundType,
                                        Arrays.toString(foundShape)));
            }
            return values(Math.toIntExact(Arrays.stream(foundShape).reduce(1, Math::multiplyExact)));
        } catch (BufferUnderflowException | ArithmeticException e) {
            throw new IllegalArgumentException("the parameter '%s' is missing or cut short".formatted(name), e);
        }
    }

    private void skipToArray() {
        while (file.remaining() >= MAGIC.length) {
            if (ByteBuffer.wrap(MAGIC).equals(file.slice(file.position(), MAGIC.length))) {
                file.position(file.position() + MAGIC.length);
                return;
            }
            file.get();
        }
        throw new BufferUnderflowException();
    }

    private String text() {
        byte[] bytes = new byte[Short.toUnsignedInt(file.getShort())];
        file.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Followed by a character for what each dimension means, which says nothing here. */
    private long[] shape() {
        int dimensions = file.getInt();
        if (dimensions < 0 || dimensions > 8) {
            throw new BufferUnderflowException();
        }
        long[] shape = new long[dimensions];
        for (int i = 0; i < dimensions; i++) {
            shape[i] = file.getLong();
        }
        for (int i = file.getInt(); i > 0; i--) {
            file.getChar();
        }
        return shape;
    }

    private float[] values(int count) {
        ByteOrder order = file.get() == '<' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        if (file.getInt() != Math.multiplyExact(count, Float.BYTES) || file.remaining() < count * Float.BYTES) {
            throw new BufferUnderflowException();
        }
        float[] values = new float[count];
        file.order(order).asFloatBuffer().get(values);
        file.position(file.position() + count * Float.BYTES);
        return values;
    }
}
