package io.github.mnistmaven.plugin.report;

/**
 * A figure, painted once for its file and for the page.
 *
 * @param fileName the name of its file
 * @param description what it shows, for those who do not see it
 * @param width in points
 * @param height in points
 * @param png its pixels
 */
record Painted(String fileName, String description, int width, int height, byte[] png) {

    static Painted of(Figure figure) {
        return new Painted(figure.fileName(), figure.description(), figure.width(), figure.height(), figure.png());
    }

    String dataUri() {
        return Png.dataUri(png);
    }
}
