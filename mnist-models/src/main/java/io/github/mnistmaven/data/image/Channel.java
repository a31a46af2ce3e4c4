package io.github.mnistmaven.data.image;

import java.awt.image.BufferedImage;

/** What of a colour counts as its grey level. */
enum Channel {

    /** Luma as ITU-R BT.601 weighs it. Grey stays exactly as it is. */
    LUMINANCE(299, 587, 114),
    RED(1000, 0, 0),
    GREEN(0, 1000, 0),
    BLUE(0, 0, 1000);

    /** Another channel than luminance has to show the ink this many times as well. */
    private static final double ADVANTAGE = 1.4;

    /** About so many rows and columns are looked at. */
    private static final int SAMPLES = 150;

    /** Ink covers the edges of about so many of them. */
    private static final double EDGES = 0.003;

    private final int red;
    private final int green;
    private final int blue;

    Channel(int red, int green, int blue) {
        this.red = red;
        this.green = green;
        this.blue = blue;
    }

    int level(int argb) {
        return (red * (argb >> 16 & 0xFF) + green * (argb >> 8 & 0xFF) + blue * (argb & 0xFF) + 500) / 1000;
    }

    /**
     * The one in which the edges of ink have most contrast: a red pen on green paper may have none in its luminance. Edges, as
     * light changes slowly where a shadow falls on the paper.
     */
    static Channel of(BufferedImage image) {
        Channel[] channels = values();
        int[][] counts = new int[channels.length][GreyImage.WHITE + 1];
        int total = 0;
        int step = Math.max(1, image.getWidth() / SAMPLES);
        ArgbRows rows = ArgbRows.of(image);
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y += Math.max(1, image.getHeight() / SAMPLES)) {
            rows.read(y, row);
            for (int i = 0; i < channels.length; i++) {
                int before = channels[i].level(row[0]);
                for (int x = step; x < row.length; x += step) {
                    int level = channels[i].level(row[x]);
                    counts[i][Math.abs(level - before)]++;
                    before = level;
                }
            }
            total += (row.length - 1) / step;
        }
        Channel best = LUMINANCE;
        double most = ADVANTAGE * edgeContrast(counts[LUMINANCE.ordinal()], total);
        for (Channel channel : channels) {
            double contrast = edgeContrast(counts[channel.ordinal()], total);
            if (channel != LUMINANCE && contrast > most) {
                best = channel;
                most = contrast;
            }
        }
        return best;
    }

    /** The difference between neighbours that the sharpest edges have. */
    private static int edgeContrast(int[] counts, int total) {
        int contrast = GreyImage.WHITE;
        double above = counts[contrast];
        while (contrast > 0 && above < EDGES * total) {
            contrast--;
            above += counts[contrast];
        }
        return contrast;
    }
}
