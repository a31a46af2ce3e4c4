package io.github.mnistmaven.study.internal.figures;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Looks at painted figures as a reader would: where is which colour. */
final class Pictures {

    private Pictures() {}

    static BufferedImage decode(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    /** The pixels of exactly this colour between two columns. */
    static IntStream columnsOf(Color colour, BufferedImage image, int from, int to) {
        return IntStream.range(from, to).flatMap(x -> IntStream.range(0, image.getHeight())
                .filter(y -> image.getRGB(x, y) == colour.getRGB())
                .map(y -> x));
    }

    static long count(Color colour, BufferedImage image) {
        return columnsOf(colour, image, 0, image.getWidth()).count();
    }
}
