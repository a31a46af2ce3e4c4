package io.github.mnistmaven.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files with random damage: they are read, or refused with a sentence that names the file. How many there are in all is said by
 * the system property {@code mnist.test.mutations}.
 */
class FuzzedDigitsTest {

    private static final DigitSet DIGITS = SampleDigits.of(4, 1);
    private static final int[] EXTREMES = {0, 1, -1, 0x7FFFFFFF, 0x80000000, 28, 0x0803, 0x0801, 0x0C02, 255, 65536};

    private static final int MUTATIONS = Integer.getInteger("mnist.test.mutations", 1000);

    @FunctionalInterface
    private interface Reader {
        DigitSet read(Path file) throws IOException;
    }

    static Stream<Arguments> formats(@TempDir Path directory) throws IOException {
        Path images = directory.resolve("images");
        Path labels = directory.resolve("labels");
        Path zippedImages = directory.resolve("images.gz");
        Path zippedLabels = directory.resolve("labels.gz");
        Idx.write(DIGITS, images, labels);
        Idx.write(DIGITS, zippedImages, zippedLabels);
        Path npz = SampleFiles.npz(directory.resolve("digits.npz"), DIGITS, DIGITS, 4);
        Path csv = SampleFiles.csv(directory.resolve("train.csv"), DIGITS, true, true);
        return Stream.of(
                Arguments.of("images", 0.25, Files.readAllBytes(images), reader(file -> Idx.read(file, labels))),
                Arguments.of("labels", 0.15, Files.readAllBytes(labels), reader(file -> Idx.read(images, file))),
                Arguments.of(
                        "images.gz", 0.20, Files.readAllBytes(zippedImages), reader(file -> Idx.read(file, labels))),
                Arguments.of(
                        "labels.gz", 0.10, Files.readAllBytes(zippedLabels), reader(file -> Idx.read(images, file))),
                Arguments.of(
                        "digits.npz",
                        0.15,
                        Files.readAllBytes(npz),
                        reader(file -> Npz.read(file, "x_train", "y_train"))),
                Arguments.of("train.csv", 0.15, Files.readAllBytes(csv), reader(read -> DigitCsv.read(read, false))));
    }

    private static Reader reader(Reader reader) {
        return reader;
    }

    @ParameterizedTest(name = "{0}")
    @Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @MethodSource("formats")
    void givenRandomDamage_whenRead_thenIsReadOrRefusedWithASentence(
            String name, double share, byte[] whole, Reader reader, @TempDir Path directory) throws Exception {
        Path file = directory.resolve(name);
        Random random = new Random(21);
        int times = (int) (share * MUTATIONS);
        int refused = 0;
        for (int i = 0; i < times; i++) {
            // given
            Files.write(file, damaged(whole, random));

            // when
            try {
                reader.read(file).size();
            } catch (DigitFormatException e) {
                // then
                refused++;
                requireClear(e.getMessage(), file);
            } catch (IOException | RuntimeException | Error e) {
                throw new AssertionError("mutation %d of %s".formatted(i, name), e);
            }
        }
        assertThat(refused).isGreaterThan(times / 20);
    }

    /** Without AssertJ, which is slow for so many. */
    private static void requireClear(String message, Path file) {
        boolean clear = message.contains(file.toString())
                && message.length() < 600
                && !message.matches("(?s).*(\\bnull\\b|Exception|java\\.).*");
        if (!clear) {
            throw new AssertionError("unclear: " + message);
        }
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            // Half of the damage is near the beginning, where headers are.
            int at = bytes.length == 0
                    ? 0
                    : random.nextInt(random.nextBoolean() ? Math.min(bytes.length, 48) : bytes.length);
            bytes = switch (random.nextInt(7)) {
                case 0 -> Arrays.copyOf(bytes, at);
                case 1 -> inserted(bytes, at, randomBytes(random));
                case 2 -> removed(bytes, at, 1 + random.nextInt(8));
                case 3 -> overwritten(bytes, at, randomBytes(random));
                case 4 -> overwritten(bytes, at - at % 4, extreme(random));
                case 5 -> inserted(bytes, bytes.length, randomBytes(random));
                default -> flipped(bytes, at, random);
            };
        }
        return bytes;
    }

    private static byte[] randomBytes(Random random) {
        byte[] bytes = new byte[1 + random.nextInt(16)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] extreme(Random random) {
        return ByteBuffer.allocate(4)
                .putInt(EXTREMES[random.nextInt(EXTREMES.length)])
                .array();
    }

    private static byte[] inserted(byte[] bytes, int at, byte[] some) {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        result.write(bytes, 0, at);
        result.writeBytes(some);
        result.write(bytes, at, bytes.length - at);
        return result.toByteArray();
    }

    private static byte[] removed(byte[] bytes, int at, int count) {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        result.write(bytes, 0, at);
        int after = Math.min(bytes.length, at + count);
        result.write(bytes, after, bytes.length - after);
        return result.toByteArray();
    }

    private static byte[] overwritten(byte[] bytes, int at, byte[] some) {
        System.arraycopy(some, 0, bytes, at, Math.min(some.length, bytes.length - at));
        return bytes;
    }

    private static byte[] flipped(byte[] bytes, int at, Random random) {
        if (bytes.length > 0) {
            bytes[at] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }
}
