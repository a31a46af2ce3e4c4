package io.github.mnistmaven.provenance;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.mnistmaven.recipe.Capacity;
import io.github.mnistmaven.recipe.ValidationSplit;

/** Provenance as stored in files of version 1. */
public final class ProvenanceVersion1 {

    private ProvenanceVersion1() {}

    /**
     * Converts it to version 2. In version 1, schedule and augmentation had other names for some values and the last
     * digits were always held out. Files without a capacity are of single networks of the default width.
     *
     * @param provenance is changed
     * @return the same object
     */
    public static JsonObject upgraded(JsonObject provenance) {
        JsonObject recipe = provenance.getAsJsonObject("inputs").getAsJsonObject("recipe");
        JsonObject schedule = recipe.getAsJsonObject("schedule");
        schedule.add("warmupFraction", schedule.remove("rise"));
        schedule.add("finalLearningRateFactor", schedule.remove("last"));
        JsonObject augmentation = recipe.getAsJsonObject("augmentation");
        augmentation.add("elasticDeformation", augmentation.remove("bend"));
        recipe.add("validationSplit", new JsonPrimitive(ValidationSplit.LAST.name()));
        if (!recipe.has("capacity")) {
            JsonObject capacity = new JsonObject();
            capacity.addProperty("widthMultiplier", Capacity.DEFAULT.widthMultiplier());
            capacity.addProperty("ensembleSize", Capacity.DEFAULT.ensembleSize());
            recipe.add("capacity", capacity);
        }
        return provenance;
    }
}
