package io.github.mnistmaven.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Digit sets in the forms in which other programs store them. */
final class SampleFiles {

    private SampleFiles() {}

    static byte[] pixels(DigitSet digits) {
        byte[] pixels = new byte[digits.size() * DigitSet.PIXELS];
        for (int i = 0; i < digits.size(); i++) {
            digits.copyImage(i, pixels, i * DigitSet.PIXELS);
        }
        return pixels;
    }

    /** As Keras has it, with labels of so many bytes each. */
    static Path npz(Path file, DigitSet training, DigitSet test, int labelBytes) throws IOException {
        Map<String, byte[]> arrays = new LinkedHashMap<>();
        arrays.put("x_test", npy("|u1", "(%d, 28, 28)".formatted(test.size()), pixels(test)));
        arrays.put("x_train", npy("|u1", "(%d, 28, 28)".formatted(training.size()), pixels(training)));
        arrays.put("y_train", labels(training, labelBytes));
        arrays.put("y_test", labels(test, labelBytes));
        return npz(file, arrays);
    }

    static byte[] labels(DigitSet digits, int bytes) {
        ByteBuffer labels = ByteBuffer.allocate(digits.size() * bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < digits.size(); i++) {
            labels.put(i * bytes, (byte) digits.label(i));
        }
        return npy("<%s%d".formatted(bytes == 1 ? "u" : "i", bytes), "(%d,)".formatted(digits.size()), labels.array());
    }

    static Path npz(Path file, Map<String, byte[]> arrays) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
                zip.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
                zip.write(array.getValue());
            }
        }
        return file;
    }

    static byte[] npy(String type, String shape, byte[] values) {
        String text = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }".formatted(type, shape);
        byte[] header = (text + " ".repeat(117 - text.length()) + "\n").getBytes(ISO_8859_1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("\u0093NUMPY\u0001\u0000".getBytes(ISO_8859_1));
        bytes.write(header.length);
        bytes.write(header.length >> 8);
        bytes.writeBytes(header);
        bytes.writeBytes(values);
        return bytes.toByteArray();
    }

    /** As on Kaggle. */
    static Path csv(Path file, DigitSet digits, boolean header, boolean labels) throws IOException {
        StringBuilder text = new StringBuilder();
        if (header) {
            text.append(labels ? "label," : "");
            for (int pixel = 0; pixel < DigitSet.PIXELS; pixel++) {
                text.append(pixel == 0 ? "" : ",").append("pixel").append(pixel);
            }
            text.append("\n");
        }
        for (int i = 0; i < digits.size(); i++) {
            text.append(labels ? digits.label(i) + "," : "");
            byte[] image = digits.image(i);
            for (int pixel = 0; pixel < DigitSet.PIXELS; pixel++) {
                text.append(pixel == 0 ? "" : ",").append(Byte.toUnsignedInt(image[pixel]));
            }
            text.append("\n");
        }
        return Files.writeString(file, text);
    }
}
