package io.github.mnistmaven.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.awt.color.ColorSpace;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files with bytes changed, cut out, doubled or cut off, and TIFFs with other values of their tags: each is read, or refused with the one
 * exception that is documented, and takes no more memory than a picture of the largest size does.
 */
class FuzzedImageFileTest {

    private static final int MUTATIONS = 2000;

    /** What reading one small file twice may take in all, garbage included, in bytes: a GIF of 81 million grey pixels takes a tenth. */
    private static final long MOST_ALLOCATED = 600_000_000;

    private static final int IFD_ENTRY = 12;

    @TempDir
    private Path directory;

    private static BufferedImage small(int type) {
        return reduced(40, 60, type);
    }

    private static BufferedImage reduced(int width, int height, int type) {
        BufferedImage seven = DrawnSeven.on(225, 45);
        BufferedImage reduced = new BufferedImage(width, height, type);
        reduced.createGraphics().drawImage(seven, 0, 0, width, height, null);
        return reduced;
    }

    private static BufferedImage numbers(int type) {
        BufferedImage small = small(BufferedImage.TYPE_BYTE_GRAY);
        WritableRaster samples = Raster.createWritableRaster(new BandedSampleModel(type, 40, 60, 1), null);
        for (int i = 0; i < 2400; i++) {
            samples.setSample(i % 40, i / 40, 0, small.getRaster().getSample(i % 40, i / 40, 0));
        }
        ColorModel grey = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY), false, false, ColorModel.OPAQUE, type);
        return new BufferedImage(grey, samples, false, null);
    }

    private static Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String format : new String[] {"png", "jpg", "gif", "bmp", "tif"}) {
            files.put(format, bytes(small(BufferedImage.TYPE_INT_RGB), format));
            files.put("grey " + format, bytes(small(BufferedImage.TYPE_BYTE_GRAY), format));
        }
        // From 64 pixels on, noise is estimated, and edges are looked for farther from the ink.
        for (String format : new String[] {"png", "jpg", "tif"}) {
            files.put("larger " + format, bytes(reduced(100, 140, BufferedImage.TYPE_BYTE_GRAY), format));
        }
        files.put("png with alpha", bytes(small(BufferedImage.TYPE_INT_ARGB), "png"));
        files.put("png of 16 bits", bytes(small(BufferedImage.TYPE_USHORT_GRAY), "png"));
        files.put("png with a palette", bytes(small(BufferedImage.TYPE_BYTE_INDEXED), "png"));
        files.put("png of 1 bit", bytes(small(BufferedImage.TYPE_BYTE_BINARY), "png"));
        files.put("tif of 16 bits", bytes(small(BufferedImage.TYPE_USHORT_GRAY), "tif"));
        files.put("tif of floats", bytes(numbers(DataBuffer.TYPE_FLOAT), "tif"));
        files.put("tif of signed shorts", bytes(numbers(DataBuffer.TYPE_SHORT), "tif"));
        return files;
    }

    private static byte[] bytes(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).as(format).isTrue();
        return out.toByteArray();
    }

    @Test
    void givenFilesOfAllFormats_whenRead_thenAllShowTheDigit() throws IOException {
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            Path written = Files.write(directory.resolve("image"), file.getValue());

            assertThat(SingleDigit.read(written)).as(file.getKey()).hasSize(784);
        }
    }

    @Test
    void givenMutatedFiles_whenRead_thenNothingButTheDocumentedExceptionGetsOut() throws IOException {
        Map<String, byte[]> files = files();
        Random random = new Random(1);
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            String kind = files.keySet().toArray(String[]::new)[i % files.size()];
            byte[] file = files.get(kind);
            byte[] mutated =
                    kind.contains("tif") && random.nextBoolean() ? retagged(file, random) : mutated(file, random);
            long before = memory.getCurrentThreadAllocatedBytes();
            Path written = Files.write(directory.resolve("image"), mutated);
            try {
                DigitPicture picture = DigitPicture.read(written);
                orRefused(written, picture::lines);
                orRefused(written, picture::single);
                requireSame(picture, DigitPicture.read(new ByteArrayInputStream(mutated), "sent"), i);
            } catch (UnreadablePictureException e) {
                assertThat(e).hasMessageContaining(written.toString());
                assertThatThrownBy(() -> DigitPicture.read(new ByteArrayInputStream(mutated), "sent"))
                        .as("mutation %d of %s, sent", i, kind)
                        .isInstanceOf(UnreadablePictureException.class)
                        .hasMessageContaining("sent");
                refused++;
            } catch (IOException | RuntimeException | Error e) {
                fail("mutation %d of %s".formatted(i, kind), e);
            }
            assertThat(memory.getCurrentThreadAllocatedBytes() - before)
                    .as("mutation %d of %s", i, kind)
                    .isLessThan(MOST_ALLOCATED);
        }
        assertThat(refused).isBetween(MUTATIONS / 10, MUTATIONS);
    }

    /** Only an exception of the documented type, with a sentence of this project's, is a refusal. */
    private static void orRefused(Path file, Runnable reading) {
        try {
            reading.run();
        } catch (IllegalArgumentException e) {
            assertThat(e)
                    .isExactlyInstanceOf(UnreadablePictureException.class)
                    .hasMessageStartingWith(file + ": the image ");
        }
    }

    private static void requireSame(DigitPicture ofFile, DigitPicture ofStream, int mutation) {
        assertThat(ofStream.image().getRaster().getDataBuffer().getSize())
                .as("mutation %d", mutation)
                .isEqualTo(ofFile.image().getRaster().getDataBuffer().getSize());
        assertThat(ofStream.width()).isEqualTo(ofFile.width());
    }

    /** A TIFF in which one tag has another value, or another number of them. */
    private static byte[] retagged(byte[] tiff, Random random) {
        ByteBuffer changed = ByteBuffer.wrap(tiff.clone());
        changed.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = changed.getInt(4);
        int entry = directory + 2 + IFD_ENTRY * random.nextInt(changed.getShort(directory));
        int[] values = {0, 1, 2, 255, 65_535, 1_000_000, Integer.MAX_VALUE, 0x7FFFFFF0, -1, random.nextInt()};
        return changed.putInt(entry + (random.nextInt(4) == 0 ? 4 : 8), values[random.nextInt(values.length)])
                .array();
    }

    @ParameterizedTest
    @CsvSource({"279, 0x7FFFFFF0", "279, 0x7FFFFFFF", "279, 0xFFFFFFFF"})
    void givenASmallTiffWithAStripThatClaimsToBeHuge_whenRead_thenItIsRefusedBeforeItTakesMemory(int tag, String value)
            throws IOException {
        // given: a strip for each eight rows, with their lengths somewhere else in the file
        byte[] tiff = bytes(small(BufferedImage.TYPE_BYTE_GRAY), "tif");
        ByteBuffer changed = ByteBuffer.wrap(tiff);
        changed.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int entry = changed.getInt(4) + 2;
        while (changed.getShort(entry) != tag) {
            entry += IFD_ENTRY;
        }
        boolean isOne = changed.getInt(entry + 4) == 1;
        changed.putInt(
                isOne ? entry + 8 : changed.getInt(entry + 8),
                Long.decode(value).intValue());
        Path written = Files.write(directory.resolve("image"), tiff);

        // when, then
        assertThatThrownBy(() -> DigitPicture.read(written))
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessageContainingAll(written.toString(), "larger than the whole");
        assertThatThrownBy(() -> DigitPicture.read(new ByteArrayInputStream(tiff), "sent"))
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessageContainingAll("sent", "larger than the whole; copy or download it");
    }

    @Test
    void givenAJpegWithAColourProfileThatIsNone_whenRead_thenItsPixelsAreRead() throws IOException {
        // given: 20 zeros for a profile
        byte[] plain = bytes(small(BufferedImage.TYPE_INT_RGB), "jpg");
        byte[] name = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer tagged = ByteBuffer.allocate(plain.length + name.length + 26);
        tagged.put(plain, 0, 2).putShort((short) 0xFFE2).putShort((short) (name.length + 24));
        tagged.put(name).put((byte) 1).put((byte) 1).put(new byte[20]);
        tagged.put(plain, 2, plain.length - 2);
        Path written = Files.write(directory.resolve("image"), tagged.array());

        // when, then
        assertThat(SingleDigit.read(written)).hasSize(784);
    }

    @Test
    void givenALargeBitmap_whenReadWithLittleMemory_thenItIsNotHeldAsAWhole() throws Exception {
        // given: 9000x9000 black pixels, 243 MB that a file system need not store
        ByteBuffer header = ByteBuffer.allocate(54).order(ByteOrder.LITTLE_ENDIAN);
        int size = 3 * 9000 * 9000;
        header.put(new byte[] {'B', 'M'}).putInt(size + 54).putInt(0).putInt(54);
        header.putInt(40).putInt(9000).putInt(9000).putShort((short) 1).putShort((short) 24);
        header.putInt(0).putInt(size);
        Path bitmap = directory.resolve("large.bmp");
        try (RandomAccessFile file = new RandomAccessFile(bitmap.toFile(), "rw")) {
            file.write(header.array());
            file.setLength(size + 54L);
        }

        // when
        Process reading = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReadOne.class.getName(),
                        bitmap.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(reading.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // then
        assertThat(reading.waitFor()).as(printed).isZero();
        assertThat(printed).contains("9000x9000");
    }

    /** A program that reads a picture and prints its size. */
    static final class ReadOne {

        private ReadOne() {}

        public static void main(String[] arguments) throws IOException {
            DigitPicture picture = DigitPicture.read(Path.of(arguments[0]));
            System.out.println(picture.width() + "x" + picture.height());
        }
    }

    private static byte[] mutated(byte[] file, Random random) {
        byte[] mutated = file.clone();
        switch (random.nextInt(5)) {
            case 0 -> mutated = Arrays.copyOf(mutated, random.nextInt(mutated.length));
            case 1 -> mutated[random.nextInt(Math.min(200, mutated.length))] = (byte) random.nextInt();
            case 2 -> {
                for (int i = 0; i < 8; i++) {
                    mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
                }
            }
            case 3 -> {
                int at = random.nextInt(mutated.length);
                Arrays.fill(mutated, at, Math.min(mutated.length, at + random.nextInt(40)), (byte) random.nextInt());
            }
            default -> {
                int from = random.nextInt(mutated.length);
                int length = Math.min(mutated.length - from, random.nextInt(60));
                int to = random.nextInt(mutated.length - length + 1);
                System.arraycopy(file, from, mutated, to, length);
            }
        }
        return mutated;
    }
}
