package io.github.mnistmaven.data.image;

/** Cuts a glyph out of an ink map, with the soft edges of its strokes. */
final class InkOfGlyph {

    /** Shares of the glyph's contrast at which ink begins, and from which on it is full. */
    private static final double NONE = 0.12;

    private static final double FULL = 0.85;

    private InkOfGlyph() {}

    /** The ink of each pixel, 0 to 1, with a margin around the glyph's box. */
    static Plane of(Ink ink, Glyph glyph) {
        int reach = Math.max(1, (int) Math.round(glyph.strokeWidth() / 3));
        Box box = glyph.box();
        Plane cut = new Plane(box.width() + 2 * reach, box.height() + 2 * reach);
        Plane contrast = ink.map().contrast();
        boolean[] near = near(ink, glyph, cut, reach);
        double full = FULL * glyph.contrast();
        double none = Math.min(
                full / 2, Math.max(NONE * glyph.contrast(), 0.5 * ink.map().threshold()));
        for (int y = 0; y < cut.height(); y++) {
            int row = box.top() - reach + y;
            for (int x = 0; x < cut.width(); x++) {
                int column = box.left() - reach + x;
                if (near[y * cut.width() + x]
                        && row >= 0
                        && column >= 0
                        && row < contrast.height()
                        && column < contrast.width()) {
                    double value = contrast.at(column, row);
                    cut.values()[y * cut.width() + x] =
                            (float) Math.min(1, Math.max(0, (value - none) / (full - none)));
                }
            }
        }
        return cut;
    }

    /** Whether each pixel is in the glyph or within its soft edge. */
    private static boolean[] near(Ink ink, Glyph glyph, Plane cut, int reach) {
        int width = ink.map().contrast().width();
        Box box = glyph.box();
        Plane inside = new Plane(cut.width(), cut.height());
        for (int y = 0; y < box.height(); y++) {
            for (int x = 0; x < box.width(); x++) {
                int label = ink.shapes().label((box.top() + y) * width + box.left() + x);
                if (label != 0 && glyph.has(label)) {
                    inside.values()[(y + reach) * cut.width() + x + reach] = 1;
                }
            }
        }
        float[] all = inside.dilated(reach).values();
        boolean[] near = new boolean[all.length];
        for (int i = 0; i < all.length; i++) {
            near[i] = all[i] > 0;
        }
        return near;
    }
}
