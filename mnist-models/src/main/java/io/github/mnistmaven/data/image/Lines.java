package io.github.mnistmaven.data.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts glyphs in the order in which they are read: lines from top to bottom, each from left to right. */
final class Lines {

    private Lines() {}

    static List<List<Glyph>> of(List<Glyph> glyphs) {
        List<List<Glyph>> lines = new ArrayList<>();
        // The tallest first, as they say best where a line is.
        List<Glyph> tallest = new ArrayList<>(glyphs);
        tallest.sort(
                Comparator.comparingInt((Glyph glyph) -> glyph.box().height()).reversed());
        for (Glyph glyph : tallest) {
            line(glyph, lines).add(glyph);
        }
        for (List<Glyph> line : lines) {
            line.sort(Comparator.comparingInt(glyph -> glyph.box().left()));
        }
        lines.sort(Comparator.comparingDouble(
                line -> line.stream().mapToDouble(Lines::middle).average().orElseThrow()));
        return lines;
    }

    /** The line whose nearest glyph shares most of its rows with this one, or a new one: writing may rise or fall along a line. */
    private static List<Glyph> line(Glyph glyph, List<List<Glyph>> lines) {
        for (List<Glyph> line : lines) {
            Glyph nearest = line.stream()
                    .min(Comparator.comparingInt(other -> -other.box().commonColumns(glyph.box())))
                    .orElseThrow();
            int lower = Math.min(nearest.box().height(), glyph.box().height());
            if (nearest.box().commonRows(glyph.box()) > lower / 2) {
                return line;
            }
        }
        List<Glyph> line = new ArrayList<>();
        lines.add(line);
        return line;
    }

    private static double middle(Glyph glyph) {
        return glyph.box().top() + glyph.box().height() / 2.0;
    }
}
