package io.github.mnistmaven.study.internal.drawing;

import com.google.gson.Gson;
import com.samskivert.mustache.Mustache;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Bounds;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A section of a page of HTML in which readers draw a digit, with its style, script and weights: it loads nothing, and needs neither the
 * models nor an engine once it is made.
 *
 * @param title its heading
 * @param isHidden whether it, and the link to it, are hidden until its script shows them; without a script nobody can draw
 * @param html all of it
 */
public record DrawingSection(String title, boolean isHidden, String html) {

    /** The attribute {@code id} of the section, for links to it. */
    public static final String ID = "draw";

    /**
     * Checks that all are there.
     *
     * @param title its heading
     * @param isHidden whether it, and the link to it, are hidden until its script shows them; without a script nobody can draw
     * @param html all of it
     */
    public DrawingSection {
        Bounds.requirePresent("title", title);
        Bounds.requirePresent("html", html);
    }

    /**
     * Makes the section. If every model has to be left out, it says why, and has nothing to draw on.
     *
     * @param models those of the report
     * @return the section
     */
    public static DrawingSection of(List<DrawableModel> models) {
        Bounds.requirePresent("models", models);
        CarriedNetworks networks = CarriedNetworks.of(models);
        boolean canDraw = !networks.json().isEmpty();
        boolean isNamed = models.stream().anyMatch(DrawingSection::hasNamedClasses);
        String title = isNamed ? "Draw an image" : "Draw a digit";
        String html = Mustache.compiler()
                .compile(resource("drawing.html.mustache"))
                .execute(Map.of(
                        "title",
                        title,
                        "style",
                        resource("drawing.css"),
                        "script",
                        resource("networks.js") + resource("normalization.js") + resource("canvas.js"),
                        "canDraw",
                        canDraw,
                        "named",
                        isNamed,
                        "leftOut",
                        networks.leftOut(),
                        // Gson writes < as an escape, so that no name ends the script.
                        "models",
                        new Gson().toJson(networks.json())));
        return new DrawingSection(title, canDraw, html);
    }

    private static boolean hasNamedClasses(DrawableModel model) {
        return !model.provenance().inputs().data().classNames().equals(DigitSet.DIGIT_NAMES);
    }

    private static String resource(String name) {
        try (InputStream in = DrawingSection.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the file is part of this library", e);
        }
    }
}
