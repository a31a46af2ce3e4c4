package io.github.mnistmaven.data.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The ink of an image, taken apart into what was written: lines, frames and dirt are left out, and shapes that belong to one character
 * are put together.
 *
 * @param map of the image
 * @param shapes all that was found
 * @param glyphs what was written, the largest first
 * @param patches pixels of shapes whose edges fade, so that they are no strokes
 * @param isCrowded whether there are so many shapes that it is no writing
 * @param isLined whether lines, frames or strips along an edge were left out
 */
record Ink(InkMap map, Shapes shapes, List<Glyph> glyphs, int patches, boolean isCrowded, boolean isLined) {

    /** Of the contrast of a shape's darker half, what a pixel has to have to belong to it; a faint ring or a soft shadow has less. */
    private static final double EDGE = 0.4;

    /** The same where strokes are hardly wider than a pixel. */
    private static final double SOFT_EDGE = 0.2;

    private static final int SMALL = 64;

    /** A piece of a frame is so many times as long as it is thick, more than the thinnest 1 is. */
    private static final int PIECE = 12;

    /** Parts of one character are at most this far apart, as a share of the height of the taller one. */
    private static final double GAP_BELOW = 0.25;

    private static final double GAP_BESIDE = 0.12;

    /** Where the pen was too dry to leave a line, as a share of both heights. */
    private static final double CRACK = 0.06;

    /** The share of its width that a part has below or above the other. */
    private static final double INTERLOCKED = 0.4;

    private static final double HALF = 0.5;

    /** A 1 is at least so many times as high as it is wide. */
    private static final int UPRIGHT = 2;

    /** The lower of two parts that are one character is less than this share of the higher one. */
    private static final double PART = 0.75;

    /** Ink of less than this share of the tallest glyph's height is no character of its own. */
    private static final double DIRT = 0.4;

    /** What is smaller than this share of the tallest shape is not even a part of one. */
    private static final double DUST = 0.08;

    /** What has less of the strongest glyph's contrast was not written with the same pen. */
    private static final double FAINT = 0.4;

    /** The least share of a stroke's edge that has to be one in the image. */
    private static final double LEAST_EDGE = 0.8;

    /** What is no deeper than this share of the image's shorter side, and lies at its edge, belongs to what is beside the paper. */
    private static final double EDGE_STRIP = 0.04;

    /** Text and rough surfaces have more, and are not read. */
    static final int MOST_SHAPES = 1000;

    static Ink of(InkMap map) {
        Plane contrast = map.contrast();
        boolean[] mask = new boolean[contrast.values().length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = contrast.values()[i] >= map.threshold();
        }
        boolean isLined = eraseLines(contrast, mask);
        double share = Math.min(contrast.width(), contrast.height()) < SMALL ? SOFT_EDGE : EDGE;
        Shapes coarse = Shapes.of(contrast, mask);
        double[] edges = new double[coarse.all().size() + 1];
        for (Shape shape : coarse.all()) {
            edges[shape.label()] = share * shape.contrast();
        }
        for (int i = 0; i < mask.length; i++) {
            mask[i] = mask[i] && contrast.values()[i] >= edges[coarse.label(i)];
        }
        Shapes shapes = Shapes.of(contrast, mask);
        return of(shapes, map, isLined);
    }

    /** What looked like a line is left where it is all there is, and ends inside of the image: a 1. Returns whether any were erased. */
    private static boolean eraseLines(Plane contrast, boolean[] mask) {
        boolean[] columns = transposed(mask, contrast.width(), contrast.height());
        boolean areLying = RuledLines.remove(contrast.width(), contrast.height(), columns);
        boolean[] cleaned = areLying ? transposed(columns, contrast.height(), contrast.width()) : mask.clone();
        boolean areUpright = RuledLines.remove(contrast.height(), contrast.width(), cleaned);
        if (!areLying && !areUpright) {
            return false;
        }
        Shapes before = Shapes.of(contrast, mask);
        eraseFrames(contrast, before, cleaned);
        if (isOne(before, Shapes.of(contrast, cleaned), contrast.height())) {
            return false;
        }
        System.arraycopy(cleaned, 0, mask, 0, mask.length);
        return true;
    }

    /** A margin line reaches from edge to edge; a 1 does not, and loses no more than a flag with what was taken for a line. */
    private static boolean isOne(Shapes before, Shapes cleaned, int height) {
        List<Shape> marks = before.all().stream().filter(Ink::isMark).toList();
        if (marks.size() != 1 || before.isFrame(marks.get(0))) {
            return false;
        }
        Box box = marks.get(0).box();
        return box.height() > UPRIGHT * box.width()
                && box.height() < height
                && cleaned.all().stream().allMatch(rest -> rest.box().height() < HALF * box.height());
    }

    private static boolean isMark(Shape shape) {
        return Math.max(shape.box().width(), shape.box().height()) >= Refusal.LEAST_HEIGHT;
    }

    /** What is left of the boxes of a form once their long lines are gone: straight pieces that hung together with them. */
    private static void eraseFrames(Plane contrast, Shapes before, boolean[] cleaned) {
        boolean[] isFrame = new boolean[before.all().size() + 1];
        for (Shape shape : before.all()) {
            isFrame[shape.label()] = before.isFrame(shape);
        }
        Shapes after = Shapes.of(contrast, cleaned);
        for (int i = 0; i < cleaned.length; i++) {
            if (isFrame[before.label(i)] && cleaned[i]) {
                Box box = after.labelled(after.label(i)).box();
                cleaned[i] = Math.max(box.width(), box.height()) < PIECE * Math.min(box.width(), box.height());
            }
        }
    }

    private static boolean[] transposed(boolean[] mask, int width, int height) {
        boolean[] turned = new boolean[mask.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned[x * height + y] = mask[y * width + x];
            }
        }
        return turned;
    }

    private static Ink of(Shapes shapes, InkMap map, boolean areErased) {
        Plane contrast = map.contrast();
        List<Shape> written = new ArrayList<>();
        int tallest = 0;
        boolean isLined = areErased;
        List<Shape> patches = new ArrayList<>();
        for (Shape shape : shapes.all()) {
            boolean large = Math.max(shape.box().width(), shape.box().height()) >= 4;
            if (large && (shapes.isFrame(shape) || isLine(shape) || isAlongEdge(shape.box(), contrast))) {
                isLined = true;
            } else if (large) {
                Shape measured = shape.withEdgeSupport(shapes.edgeSupport(shape, map));
                if (measured.edgeSupport() >= LEAST_EDGE) {
                    written.add(measured);
                    tallest = Math.max(tallest, shape.box().height());
                } else {
                    patches.add(measured);
                }
            }
        }
        double dust = DUST * tallest;
        written.removeIf(shape -> Math.max(shape.box().width(), shape.box().height()) < dust);
        written.sort(
                Comparator.comparingInt((Shape shape) -> shape.box().height()).reversed());
        List<Glyph> glyphs = new ArrayList<>();
        for (Shape shape : written.subList(0, Math.min(MOST_SHAPES, written.size()))) {
            add(shape, glyphs);
        }
        double least = DIRT
                * glyphs.stream().mapToInt(glyph -> glyph.box().height()).max().orElse(0);
        double faintest =
                FAINT * glyphs.stream().mapToDouble(Glyph::contrast).max().orElse(0);
        glyphs.removeIf(glyph -> glyph.box().height() < least || glyph.contrast() < faintest);
        glyphs.sort(Comparator.comparingInt(Glyph::area).reversed());
        // A stain or a shadow may be anywhere on the paper; what is as dark as the writing belongs to a picture of
        // something else.
        int dark = patches.stream()
                .filter(patch -> patch.contrast() >= faintest && patch.box().height() >= least)
                .mapToInt(Shape::area)
                .sum();
        return new Ink(map, shapes, glyphs, dark, written.size() > MOST_SHAPES, isLined);
    }

    /** An underline or a dash, not a character. */
    private static boolean isLine(Shape shape) {
        return shape.box().width() > 4 * shape.box().height();
    }

    private static boolean isAlongEdge(Box box, Plane image) {
        double strip = EDGE_STRIP * Math.min(image.width(), image.height());
        boolean upright =
                box.height() > 2 * box.width() && (box.right() <= strip || box.left() >= image.width() - strip);
        boolean lying =
                box.width() > 2 * box.height() && (box.bottom() <= strip || box.top() >= image.height() - strip);
        return upright || lying;
    }

    /** Puts a shape to the glyph that it belongs to, or makes it one of its own. */
    private static void add(Shape shape, List<Glyph> glyphs) {
        for (int i = 0; i < glyphs.size(); i++) {
            if (belongs(shape.box(), glyphs.get(i).box())) {
                List<Shape> joined = new ArrayList<>(glyphs.get(i).shapes());
                joined.add(shape);
                glyphs.set(i, Glyph.of(joined));
                return;
            }
        }
        glyphs.add(Glyph.of(List.of(shape)));
    }

    private static boolean belongs(Box part, Box glyph) {
        int columns = part.commonColumns(glyph);
        int rows = part.commonRows(glyph);
        int narrower = Math.min(part.width(), glyph.width());
        int lower = Math.min(part.height(), glyph.height());
        boolean isPart = part.height() <= PART * glyph.height();
        // Stacked, or with hardly a gap: two lines of writing are farther apart.
        boolean interlocked = columns >= INTERLOCKED * narrower
                && rows >= -CRACK * (part.height() + glyph.height())
                && rows <= HALF * lower;
        boolean above = columns >= INTERLOCKED * narrower && rows >= -GAP_BELOW * glyph.height() && isPart;
        boolean beside = columns >= -GAP_BESIDE * glyph.height() && rows >= HALF * part.height() && isPart;
        return interlocked || above || beside;
    }
}
