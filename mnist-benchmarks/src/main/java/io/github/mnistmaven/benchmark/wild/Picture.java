package io.github.mnistmaven.benchmark.wild;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * An image file.
 *
 * @param extension such as {@code png}
 * @param content the file's bytes
 */
record Picture(String extension, byte[] content) {

    private static final float USUAL_QUALITY = 0.9f;

    static Picture png(BufferedImage image) {
        return written(image, "png");
    }

    static Picture written(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException("Java cannot write this image as " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Picture(format, out.toByteArray());
    }

    static Picture jpeg(BufferedImage image) {
        return jpeg(image, USUAL_QUALITY);
    }

    /** A JPEG of a quality from 0 to 1. */
    static Picture jpeg(BufferedImage image, float quality) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return new Picture("jpg", out.toByteArray());
    }

    /** Adds the EXIF tag Orientation, 1 to 8, to a JPEG; see Exif 2.32, sections 4.5.4 and 4.6.4. */
    Picture withOrientation(int orientation) {
        ByteBuffer segment = ByteBuffer.allocate(36);
        segment.putShort((short) 0xFFE1).putShort((short) 34).put(new byte[] {'E', 'x', 'i', 'f', 0, 0});
        segment.put(new byte[] {'M', 'M'}).putShort((short) 42).putInt(8);
        segment.putShort((short) 1);
        segment.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        segment.putShort((short) 0).putInt(0);
        ByteBuffer tagged = ByteBuffer.allocate(content.length + segment.capacity());
        tagged.put(content, 0, 2).put(segment.array()).put(content, 2, content.length - 2);
        return new Picture(extension, tagged.array());
    }

    /** The first part of the file. */
    Picture cut(double share) {
        return new Picture(extension, Arrays.copyOf(content, (int) (share * content.length)));
    }
}
