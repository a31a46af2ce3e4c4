package io.github.mnistmaven.internal.runs;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.recipe.Capacity;
import io.github.mnistmaven.recipe.ValidationSplit;

/** Provenance as older versions of the file formats have it. */
public final class OlderProvenance {

    private OlderProvenance() {}

    /**
     * Converts provenance of version 2.3, in which the width of strokes was never varied.
     *
     * @param provenance is changed
     * @return the same object, as it is now
     */
    public static JsonObject fromVersion23(JsonObject provenance) {
        provenance
                .getAsJsonObject("inputs")
                .getAsJsonObject("recipe")
                .getAsJsonObject("augmentation")
                .addProperty("strokeWidth", 0.0);
        return provenance;
    }

    /**
     * Converts provenance of version 2.2, which had only a digest of what operations of the engine gave.
     *
     * @param provenance is changed
     * @return the same object, as it is now
     */
    public static JsonObject fromVersion22(JsonObject provenance) {
        provenance.getAsJsonObject("platform").add("arithmetic", new JsonObject());
        return fromVersion23(provenance);
    }

    /**
     * Converts provenance of version 2.1, in which there was one copy of each network, trained by Adam with its usual decay rates.
     *
     * @param provenance is changed
     * @return the same object, as it is now
     */
    public static JsonObject fromVersion21(JsonObject provenance) {
        JsonObject recipe = provenance.getAsJsonObject("inputs").getAsJsonObject("recipe");
        recipe.addProperty("adamBeta1", 0.9);
        recipe.addProperty("adamBeta2", 0.999);
        recipe.addProperty("replicas", 1);
        return fromVersion22(provenance);
    }

    /**
     * Converts provenance of version 2.0, which had no names of classes.
     *
     * @param provenance is changed
     * @return the same object, as it is now
     */
    public static JsonObject fromVersion20(JsonObject provenance) {
        JsonArray classNames = new JsonArray();
        DigitSet.DIGIT_NAMES.forEach(classNames::add);
        provenance.getAsJsonObject("inputs").getAsJsonObject("data").add("classNames", classNames);
        return fromVersion21(provenance);
    }

    /**
     * Converts provenance of version 1. In it, schedule and augmentation had other names for some values and the last digits were
     * always held out. Files without a capacity are of single networks of the default width.
     *
     * @param provenance is changed
     * @return the same object, as it is now
     */
    public static JsonObject fromVersion1(JsonObject provenance) {
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
        return fromVersion20(provenance);
    }
}
