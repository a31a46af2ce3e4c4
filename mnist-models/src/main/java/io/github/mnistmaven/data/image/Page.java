package io.github.mnistmaven.data.image;

import java.util.Comparator;
import java.util.List;

/**
 * An image with the ink on it found.
 *
 * @param image as it was
 * @param scale how many of the kept pixels one pixel of the ink map is wide
 * @param noise of the reduced image
 * @param ink dark or light, whichever the writing is
 */
record Page(ReducedImage image, int scale, Noise noise, Ink ink) {

    /** Strokes are found well in this many pixels; larger images are reduced by a whole factor. */
    private static final double WORKING_PIXELS = 1_000_000;

    /** A glyph with less of the largest one's area does not decide where the writing is. */
    private static final double MINOR = 0.1;

    /** The least share of a glyph's area that its largest shape has if the others are dirt or flags. */
    private static final double MAIN = 0.8;

    /** The edge support of dark ink from which on it is not doubted that it is ink; see {@link Shapes#edgeSupport}. */
    private static final double CERTAIN = 0.93;

    /** Light ink would stand out from the background by this share of the dark ink's contrast. */
    private static final double DIFFERENT = 0.3;

    /** A difference in edge support that decides. */
    private static final double CLEARLY = 0.06;

    /** The edge support of strokes, however dry the pen was. */
    private static final double WHOLE = 0.83;

    /** Where edges do not decide, light ink has so many times the contrast of what is dark. */
    private static final double STRONGER = 1.3;

    static Page of(ReducedImage image) {
        GreyImage kept = image.kept();
        double pixels = (double) kept.width() * kept.height();
        int scale = Math.max(1, (int) Math.ceil(Math.sqrt(pixels / WORKING_PIXELS)));
        Plane levels = Plane.reduced(kept, scale);
        Noise noise = Noise.of(levels);
        int times = noise.smoothings();
        Plane smoothed = levels.smoothed(times);
        double left = noise.smoothed(times).standardDeviation();
        Ink dark = Ink.of(InkMap.ofDarkInk(smoothed, left));
        if (isLightest(smoothed, dark)) {
            return new Page(image, scale, noise, dark);
        }
        Ink light = Ink.of(InkMap.ofLightInk(smoothed, left));
        return new Page(image, scale, noise, writing(dark, light));
    }

    /** Whether most of the picture is as light as anything in it: then there can be no light ink. */
    private static boolean isLightest(Plane levels, Ink dark) {
        if (dark.glyphs().isEmpty()) {
            return false;
        }
        Glyph glyph = dark.glyphs().get(0);
        if (glyph.edgeSupport() < CERTAIN) {
            return false;
        }
        float lightest = Float.NEGATIVE_INFINITY;
        for (float level : levels.values()) {
            lightest = Math.max(lightest, level);
        }
        return lightest - levels.median() < DIFFERENT * glyph.contrast();
    }

    /** Which of the two is the writing; the other one is what the gaps in it look like. */
    private static Ink writing(Ink dark, Ink light) {
        if (dark.glyphs().isEmpty() || light.glyphs().isEmpty()) {
            return light.glyphs().isEmpty() ? dark : light;
        }
        // Such a gap has a whole edge only where it is enclosed.
        if (isInside(light, dark) && dark.glyphs().get(0).edgeSupport() >= WHOLE) {
            return dark;
        }
        if (isInside(dark, light) && light.glyphs().get(0).edgeSupport() >= WHOLE) {
            return light;
        }
        double better =
                dark.glyphs().get(0).edgeSupport() - light.glyphs().get(0).edgeSupport();
        if (Math.abs(better) > CLEARLY) {
            return better > 0 ? dark : light;
        }
        return light.glyphs().get(0).contrast()
                        > STRONGER * dark.glyphs().get(0).contrast()
                ? light
                : dark;
    }

    /** What is in the gaps of the writing looks like writing in the other colour. */
    private static boolean isInside(Ink inner, Ink outer) {
        int margin = Math.max(
                1,
                Math.min(outer.map().contrast().width(), outer.map().contrast().height()) / 100);
        return extent(outer).grown(margin).contains(extent(inner))
                && !extent(inner).grown(margin).contains(extent(outer));
    }

    private static Box extent(Ink ink) {
        int least = (int) (MINOR * ink.glyphs().get(0).area());
        return ink.glyphs().stream()
                .filter(glyph -> glyph.area() >= least)
                .map(Glyph::box)
                .reduce(Box::joined)
                .orElseThrow();
    }

    List<Glyph> glyphs() {
        return ink.glyphs();
    }

    FoundDigit found(Glyph glyph) {
        Plane cut = InkOfGlyph.of(ink, glyph);
        return new FoundDigit(box(glyph), glyph.isWide() || isOfTwo(glyph, cut), Renderings.of(cut));
    }

    /** Whether a glyph is more likely two digits that touch. One of several large parts was put together on purpose. */
    private boolean isOfTwo(Glyph glyph, Plane cut) {
        if (glyph.shapes().size() == 1) {
            return ThinnestCut.isOfTwo(cut);
        }
        Shape largest = glyph.shapes().stream()
                .max(Comparator.comparingInt(Shape::area))
                .orElseThrow();
        return largest.area() >= MAIN * glyph.area()
                && ThinnestCut.isOfTwo(InkOfGlyph.of(ink, Glyph.of(List.of(largest))));
    }

    String described(String seen) {
        return "the image of %dx%d pixels %s".formatted(image.width(), image.height(), seen);
    }

    /** The part of the whole image that a glyph takes up. */
    Box box(Glyph glyph) {
        return image.inWhole(glyph.box().times(scale));
    }
}
