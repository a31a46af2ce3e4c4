package io.github.mnistmaven.data.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrientationTest {

    private static final int WIDTH = 24;
    private static final int HEIGHT = 16;

    @TempDir
    private Path directory;

    /** A dark patch in the upper left of the upright picture, and a grey one in its upper right. */
    private static int level(int x, int y) {
        if (y >= 8) {
            return 250;
        }
        return x < 8 ? 10 : x >= WIDTH - 8 ? 120 : 250;
    }

    /** As the standard describes it: what the 0th row and the 0th column of the stored image are in the upright one. */
    private static BufferedImage stored(int orientation) {
        boolean turned = orientation > 4;
        BufferedImage stored =
                new BufferedImage(turned ? HEIGHT : WIDTH, turned ? WIDTH : HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        for (int row = 0; row < stored.getHeight(); row++) {
            for (int column = 0; column < stored.getWidth(); column++) {
                int x =
                        switch (orientation) {
                            case 1, 4 -> column; // the 0th column is the left side
                            case 2, 3 -> WIDTH - 1 - column; // the right side
                            case 5, 8 -> row; // the 0th row is the left side
                            default -> WIDTH - 1 - row; // the right side
                        };
                int y =
                        switch (orientation) {
                            case 1, 2 -> row; // the 0th row is the top
                            case 3, 4 -> HEIGHT - 1 - row; // the bottom
                            case 5, 6 -> column; // the 0th column is the top
                            default -> HEIGHT - 1 - column; // the bottom
                        };
                stored.getRaster().setSample(column, row, 0, level(x, y));
            }
        }
        return stored;
    }

    private static byte[] exif(int orientation, ByteOrder order) {
        ByteBuffer exif = ByteBuffer.allocate(38).order(order);
        exif.put(order == ByteOrder.BIG_ENDIAN ? new byte[] {'M', 'M'} : new byte[] {'I', 'I'});
        exif.putShort((short) 42).putInt(8).putShort((short) 2);
        exif.putShort((short) 0x0100).putShort((short) 4).putInt(1).putInt(99);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        return exif.putInt(0).array();
    }

    private static byte[] bytes(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    private static byte[] jpeg(BufferedImage image, byte[] exif) throws IOException {
        byte[] plain = bytes(image, "jpg");
        ByteBuffer tagged = ByteBuffer.allocate(plain.length + exif.length + 10);
        tagged.put(plain, 0, 2).putShort((short) 0xFFE1).putShort((short) (exif.length + 8));
        tagged.put(new byte[] {'E', 'x', 'i', 'f', 0, 0}).put(exif);
        return tagged.put(plain, 2, plain.length - 2).array();
    }

    /** The chunk goes behind the header, which ends at byte 33. */
    private static byte[] png(BufferedImage image, byte[] exif) throws IOException {
        byte[] plain = bytes(image, "png");
        byte[] type = {'e', 'X', 'I', 'f'};
        CRC32 crc = new CRC32();
        crc.update(type);
        crc.update(exif);
        ByteBuffer tagged = ByteBuffer.allocate(plain.length + exif.length + 12);
        tagged.put(plain, 0, 33).putInt(exif.length).put(type).put(exif).putInt((int) crc.getValue());
        return tagged.put(plain, 33, plain.length - 33).array();
    }

    private GreyImage read(byte[] content) throws IOException {
        return ImageFile.read(Files.write(directory.resolve("image"), content)).kept();
    }

    private static void assertUpright(GreyImage image) {
        assertThat(image.width()).isEqualTo(WIDTH);
        assertThat(image.height()).isEqualTo(HEIGHT);
        assertThat(image.level(3 * WIDTH + 3)).isLessThan(50);
        assertThat(image.level(3 * WIDTH + WIDTH - 4)).isBetween(80, 160);
        assertThat(image.level(12 * WIDTH + 4)).isGreaterThan(200);
        assertThat(image.level(12 * WIDTH + WIDTH - 4)).isGreaterThan(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void givenAnyOrientationOfAJpegOrPng_whenRead_thenItIsUpright(int orientation) throws IOException {
        BufferedImage stored = stored(orientation);

        assertUpright(read(jpeg(stored, exif(orientation, ByteOrder.BIG_ENDIAN))));
        assertUpright(read(jpeg(stored, exif(orientation, ByteOrder.LITTLE_ENDIAN))));
        assertUpright(read(png(stored, exif(orientation, ByteOrder.BIG_ENDIAN))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "gif", "bmp", "tif"})
    void givenNoOrientation_whenRead_thenTheImageIsAsStored(String format) throws IOException {
        assertUpright(read(bytes(stored(1), format)));
    }

    @ParameterizedTest
    @CsvSource({"0", "9", "-1", "256"})
    void givenAnOrientationThatThereIsNot_whenRead_thenTheImageIsAsStored(int orientation) throws IOException {
        assertUpright(read(jpeg(stored(1), exif(orientation, ByteOrder.BIG_ENDIAN))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 9, 12, 21, 24, 29})
    void givenCutExifData_whenRead_thenTheImageIsAsStored(int length) throws IOException {
        byte[] exif = Arrays.copyOf(exif(6, ByteOrder.BIG_ENDIAN), length);

        assertUpright(read(jpeg(stored(1), exif)));
        assertUpright(read(png(stored(1), exif)));
    }

    @Test
    void givenAnOrientationOutsideOfTheExifData_whenRead_thenTheImageIsAsStored() throws IOException {
        // given: the directory is in a comment behind the EXIF data, whose marker and length are four bytes
        byte[] whole = exif(6, ByteOrder.BIG_ENDIAN);
        byte[] start = ByteBuffer.wrap(Arrays.copyOf(whole, 8)).putInt(4, 12).array();
        byte[] file = jpeg(stored(1), start);
        int end = 2 + 10 + start.length;
        byte[] directory = Arrays.copyOfRange(whole, 8, whole.length);
        ByteBuffer spread = ByteBuffer.allocate(file.length + directory.length + 4);
        spread.put(file, 0, end).putShort((short) 0xFFFE).putShort((short) (directory.length + 2));
        spread.put(directory).put(file, end, file.length - end);

        // when, then
        assertUpright(read(spread.array()));
    }
}
