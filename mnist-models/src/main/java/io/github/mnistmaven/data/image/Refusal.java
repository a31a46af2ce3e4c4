package io.github.mnistmaven.data.image;

import java.util.List;
import java.util.Optional;

/** Why a page is not read: what was seen on it, and what to do. */
final class Refusal {

    /** Fewer rows do not show which digit it is. */
    static final int LEAST_HEIGHT = 7;

    /** Shapes without a stroke's edges cover this share of the writing's area in a photograph of something else. */
    private static final double PATCHES = 0.15;

    /** The widest stroke for the glyph's longer side: a disc has a half. */
    private static final double SOLID = 0.36;

    /** More characters are rather text, or the grain of something. */
    private static final int MOST = 150;

    /** A standard deviation in grey levels. */
    private static final double NOISY = 5;

    private final Page page;

    private Refusal(Page page) {
        this.page = page;
    }

    /** Why no digits at all are read. */
    static Optional<String> ofAll(Page page) {
        return new Refusal(page).nothing().map(page::described);
    }

    /** Why not a single digit is. */
    static Optional<String> ofSingle(Page page) {
        Refusal refusal = new Refusal(page);
        return refusal.nothing().or(refusal::several).map(page::described);
    }

    private Optional<String> nothing() {
        Ink ink = page.ink();
        List<Glyph> glyphs = ink.glyphs();
        if (glyphs.isEmpty()) {
            return Optional.of(blank());
        }
        if (ink.isCrowded()) {
            return Optional.of(
                    "has more than %d separate marks, like a page of text or a rough surface; crop it to the digits"
                            .formatted(Ink.MOST_SHAPES));
        }
        if (glyphs.size() > MOST) {
            return Optional.of("has %d separate marks, like a page of text or a rough surface; crop it to the digits"
                    .formatted(glyphs.size()));
        }
        int area = glyphs.stream().mapToInt(Glyph::area).sum();
        if (ink.patches() > PATCHES * area) {
            return Optional.of(
                    "shows shapes with soft or irregular edges, like a photograph of something else, a stain or a shadow; take a picture of only the digit and its paper");
        }
        Glyph largest = glyphs.get(0);
        int height =
                page.scale() * Math.max(largest.box().height(), largest.box().width());
        if (height < LEAST_HEIGHT) {
            return Optional.of("shows a mark of only %d pixels; a digit needs at least %d: take the picture from closer"
                    .formatted(height, LEAST_HEIGHT));
        }
        int side = Math.max(largest.box().width(), largest.box().height());
        if (largest.strokeWidth() > SOLID * side) {
            return Optional.of("shows a solid shape of %dx%d pixels, not strokes; crop it to a digit"
                    .formatted(page.box(largest).width(), page.box(largest).height()));
        }
        return Optional.empty();
    }

    private String blank() {
        Ink ink = page.ink();
        if (ink.patches() > 0) {
            return "shows no digit, only shapes with soft or irregular edges, like a shadow or a stain; write with a dark pen, and take the picture in even light";
        }
        return "shows no digit: apart from %s, nothing differs from its background by %.0f or more of 255 grey levels, %s; write with a darker pen, take the picture from closer, or in better light"
                .formatted(
                        ink.isLined() ? "lines, frames or strips along an edge, which are ignored" : "specks",
                        ink.map().threshold(),
                        page.noise().standardDeviation() > NOISY
                                ? "which its noise makes necessary"
                                : "the least contrast of ink");
    }

    private Optional<String> several() {
        List<Glyph> glyphs = page.glyphs();
        if (glyphs.size() > 1) {
            return Optional.of(
                    "shows %d separate characters, the two largest of %s, and of %s; crop it to one digit, or read all of them with TrainedModel.read or mnist:read"
                            .formatted(glyphs.size(), at(glyphs.get(0)), at(glyphs.get(1))));
        }
        if (glyphs.get(0).isTooWide()) {
            return Optional.of(
                    "shows one mark of %s, too wide for a digit, like two digits that touch; write them apart"
                            .formatted(at(glyphs.get(0))));
        }
        return Optional.empty();
    }

    private String at(Glyph glyph) {
        Box box = page.box(glyph);
        return "%dx%d pixels at column %d, row %d".formatted(box.width(), box.height(), box.left(), box.top());
    }
}
