package io.github.mnistmaven.study.internal.drawing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/** Numbers as text: little-endian, in Base64. */
final class NumberEncoding {

    /** The largest number in half precision. */
    private static final float MOST = 65_504;

    /** 2 to the power of -14: below it, half precision has fewer than eleven significant bits. */
    private static final float LEAST_NORMAL = 0x1p-14f;

    private NumberEncoding() {}

    /** In single precision. */
    static String singles(float[] values) {
        ByteBuffer bytes = buffer(values.length * Float.BYTES);
        for (float value : values) {
            requireWithin(value);
            bytes.putFloat(value);
        }
        return text(bytes);
    }

    /** In half precision, IEEE 754 binary16. */
    static String halves(float[] values) {
        ByteBuffer bytes = buffer(values.length * Short.BYTES);
        for (float value : values) {
            requireWithin(value);
            bytes.putShort(half(value));
        }
        return text(bytes);
    }

    private static void requireWithin(float value) {
        if (!(Math.abs(value) <= MOST)) {
            throw new IllegalArgumentException("%s is not a number of at most %s".formatted(value, MOST));
        }
    }

    /** Rounds to the nearest, and to the even one of two. */
    static short half(float value) {
        int bits = Float.floatToIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        float size = Math.abs(value);
        if (size < LEAST_NORMAL) {
            // In steps of 2 to the power of -24. What rounds up to the least normal number has its bits.
            return (short) (sign | (int) Math.rint(size * 0x1p24));
        }
        int magnitude = bits & 0x7FFF_FFFF;
        int rounded = magnitude + 0xFFF + (magnitude >>> 13 & 1);
        return (short) (sign | (rounded >>> 13) - (127 - 15 << 10));
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String text(ByteBuffer bytes) {
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
