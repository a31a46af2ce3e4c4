package io.github.mnistmaven.study.gates;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Brings {@code gates.json} of an older version up to date. */
final class OlderGateReport {

    private OlderGateReport() {}

    /**
     * Version 1.0 had of each rule only its text, its state and the sentence, and an undecided one never failed the build. The text tells the kind and the metric; cells and numbers are left empty.
     */
    static JsonObject fromVersion10(JsonObject file) {
        file.addProperty("undecidedFails", false);
        for (JsonElement element : file.getAsJsonArray("results")) {
            JsonObject result = element.getAsJsonObject();
            String rule = result.get("rule").getAsString();
            result.addProperty("kind", kind(rule).name());
            result.addProperty("metric", metric(rule).id());
            result.add("cells", new JsonArray());
            result.add("numbers", new JsonObject());
        }
        return file;
    }

    private static RuleKind kind(String rule) {
        if (rule.contains(" more accurate than ")) {
            return RuleKind.MORE_ACCURATE;
        }
        if (rule.contains(" less accurate than ")) {
            return RuleKind.NO_LOSS;
        }
        if (rule.contains(" times that of ")) {
            return RuleKind.RELATIVE_TIME;
        }
        return rule.contains(" at most ") ? RuleKind.MAXIMUM : RuleKind.MINIMUM;
    }

    /** Rules about differences are about accuracy without saying so. */
    private static GatedMetric metric(String rule) {
        return GatedMetric.of(rule.split(" ", 2)[0]).orElse(GatedMetric.ACCURACY);
    }
}
