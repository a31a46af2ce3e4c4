package io.github.mnistmaven.study.internal.drawing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.mnistmaven.internal.layers.SavedNetwork;
import io.github.mnistmaven.internal.runs.RunFile;
import io.github.mnistmaven.provenance.Inputs;
import io.github.mnistmaven.provenance.ModelFormatException;
import io.github.mnistmaven.study.internal.text.NumberText;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The networks that a page carries, and which models it has to leave out. */
final class CarriedNetworks {

    /** Of all models of a page together: 11 MB of text. */
    private static final long MOST_PARAMETERS = 4_000_000;

    private final JsonArray carried = new JsonArray();
    private final List<String> leftOut = new ArrayList<>();
    private long parameters;

    private CarriedNetworks() {}

    static CarriedNetworks of(List<DrawableModel> models) {
        CarriedNetworks networks = new CarriedNetworks();
        models.forEach(networks::add);
        return networks;
    }

    /** As {@code canvas.js} takes them. */
    JsonArray json() {
        return carried;
    }

    /** A sentence for each model that is left out. */
    List<String> leftOut() {
        return leftOut;
    }

    private void add(DrawableModel model) {
        Inputs inputs = model.provenance().inputs();
        if (!SavedNetwork.isKnown(inputs.architecture())) {
            leaveOut(model, "this page can only run the architectures of mnist-maven");
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
                carried.add(json(model));
                parameters += inputs.parameters();
            } catch (ModelFormatException e) {
                leaveOut(
                        model,
                        "its saved model was damaged, or not the one that was evaluated, when this page was written");
            } catch (IOException e) {
                leaveOut(model, "its saved model could not be read when this page was written");
            } catch (IllegalArgumentException e) {
                leaveOut(model, "one of its parameters is not a number between -65,504 and 65,504, as this page needs");
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
}
