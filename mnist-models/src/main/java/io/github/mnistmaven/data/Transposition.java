package io.github.mnistmaven.data;

/** Turns images upright that are stored column by column, as those of EMNIST are. */
final class Transposition {

    private Transposition() {}

    /**
     * Exchanges the rows and columns of each image, in place.
     *
     * @param pixels of any number of images
     */
    static void apply(byte[] pixels) {
        for (int image = 0; image < pixels.length; image += DigitSet.PIXELS) {
            for (int row = 0; row < DigitSet.ROWS; row++) {
                for (int column = 0; column < row; column++) {
                    int one = image + row * DigitSet.COLUMNS + column;
                    int other = image + column * DigitSet.COLUMNS + row;
                    byte pixel = pixels[one];
                    pixels[one] = pixels[other];
                    pixels[other] = pixel;
                }
            }
        }
    }
}
