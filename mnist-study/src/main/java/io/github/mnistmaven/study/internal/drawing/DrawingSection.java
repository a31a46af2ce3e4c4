package io.github.mnistmaven.study.internal.drawing;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.samskivert.mustache.Mustache;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.layers.SavedNetwork;
import io.github.mnistmaven.internal.runs.RunFile;
import io.github.mnistmaven.provenance.Inputs;
import io.github.mnistmaven.study.internal.text.NumberText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A section of a page of HTML in which readers draw a digit, with its style, script and weights: it loads nothing, and needs neither the
 * models nor an engine once it is made.
 */
public final class DrawingSection {

    /** The attribute {@code id} of the section, for links to it. */
    public static final String ID = "draw";

    /** Of all models of a page together: 11 MB of text. */
    private static final long MOST_PARAMETERS = 4_000_000;

    private final JsonArray drawn = new JsonArray();
    private final List<String> leftOut = new ArrayList<>();
    private boolean isNamed;
    private long parameters;

    private DrawingSection() {}

    /**
     * Makes the section.
     *
     * @param models those of the report
     * @return HTML; empty if none of the models can be drawn for, as none is saved where it should be or all are of architectures that the
     *     script does not know
     */
    public static Optional<String> html(List<DrawableModel> models) {
        Bounds.requirePresent("models", models);
        DrawingSection section = new DrawingSection();
        models.forEach(section::add);
        return section.drawn.isEmpty() ? Optional.empty() : Optional.of(section.html());
    }

    private void add(DrawableModel model) {
        Inputs inputs = model.provenance().inputs();
        if (!SavedNetwork.isKnown(inputs.architecture())) {
            leaveOut(model, "this page can compute the architectures of mnist-maven alone");
        } else if (parameters + inputs.parameters() > MOST_PARAMETERS) {
            leaveOut(
                    model,
                    "its %s parameters would make this page too large"
                            .formatted(NumberText.count(
                                    Math.toIntExact(Math.min(inputs.parameters(), Integer.MAX_VALUE)))));
        } else if (!Files.isRegularFile(model.directory().resolve(RunFile.FILE))) {
            leaveOut(model, "its saved model was not there when this page was written");
        } else {
            try {
                drawn.add(json(model));
                parameters += inputs.parameters();
                isNamed |= !inputs.data().classNames().equals(DigitSet.DIGIT_NAMES);
            } catch (IOException | IllegalArgumentException e) {
                leaveOut(model, "its saved model was damaged, or another one, when this page was written");
            }
        }
    }

    private void leaveOut(DrawableModel model, String why) {
        leftOut.add("%s is left out: %s.".formatted(model.name(), why));
    }

    private static JsonObject json(DrawableModel model) throws IOException {
        JsonArray classNames = new JsonArray();
        model.provenance().inputs().data().classNames().forEach(classNames::add);
        JsonObject json = new JsonObject();
        json.addProperty("name", model.name());
        json.addProperty("number", model.number());
        json.add("classNames", classNames);
        json.add("members", NetworkJson.of(SavedNetwork.read(model.directory(), model::isSavedAs)));
        return json;
    }

    private String html() {
        return Mustache.compiler()
                .compile(resource("drawing.html.mustache"))
                .execute(Map.of(
                        "style",
                        resource("drawing.css"),
                        "script",
                        resource("networks.js") + resource("normalization.js") + resource("canvas.js"),
                        "named",
                        isNamed,
                        "leftOut",
                        leftOut,
                        // Gson writes < as an escape, so that no name ends the script.
                        "models",
                        new Gson().toJson(drawn)));
    }

    private static String resource(String name) {
        try (InputStream in = DrawingSection.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the file is part of this library", e);
        }
    }
}
