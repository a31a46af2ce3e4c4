package io.github.mnistmaven.internal.files;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Mutates JSON by its structure: a field is set to an extreme or to another type, is missing, there twice or renamed, a list
 * is empty or very long. Sometimes the text is cut or a character is changed.
 */
public final class JsonMutations {

    private static final int LONG = 2_000;

    private final Random random;

    public JsonMutations(long seed) {
        this.random = new Random(seed);
    }

    /** The text with one to three mutations. */
    public String mutated(String text) {
        String result = text;
        for (int i = random.nextInt(3); i >= 0; i--) {
            result = random.nextInt(8) == 0 ? mutatedText(result) : mutatedStructure(result);
        }
        return result;
    }

    private String mutatedText(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int at = random.nextInt(text.length());
        return random.nextBoolean()
                ? text.substring(0, at)
                : text.substring(0, at) + (char) random.nextInt(300) + text.substring(at + 1);
    }

    private String mutatedStructure(String text) {
        JsonElement root;
        try {
            root = JsonParser.parseString(text);
        } catch (RuntimeException e) {
            return mutatedText(text);
        }
        List<JsonElement> containers = new ArrayList<>();
        collect(root, containers);
        if (containers.isEmpty()) {
            return text;
        }
        JsonElement container = containers.get(random.nextInt(containers.size()));
        if (container.isJsonArray()) {
            mutate(container.getAsJsonArray());
            return root.toString();
        }
        return mutate(root, container.getAsJsonObject());
    }

    private static void collect(JsonElement element, List<JsonElement> containers) {
        if (element.isJsonObject()) {
            containers.add(element);
            element.getAsJsonObject().asMap().values().forEach(child -> collect(child, containers));
        } else if (element.isJsonArray()) {
            containers.add(element);
            element.getAsJsonArray().forEach(child -> collect(child, containers));
        }
    }

    private void mutate(JsonArray array) {
        switch (array.isEmpty() ? 0 : random.nextInt(5)) {
            case 0 -> array.add(value());
            case 1 -> array.remove(random.nextInt(array.size()));
            case 2 -> array.set(random.nextInt(array.size()), value());
            case 3 -> array.asList().clear();
            default -> {
                JsonElement first = array.get(0);
                for (int i = 0; i < LONG; i++) {
                    array.add(first);
                }
            }
        }
    }

    private String mutate(JsonElement root, JsonObject object) {
        List<String> names = new ArrayList<>(object.keySet());
        if (names.isEmpty()) {
            object.add("unknown", value());
            return root.toString();
        }
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(8)) {
            case 0 -> object.remove(name);
            case 1 -> object.add(name + "X", object.remove(name));
            case 2 -> {
                // A tree cannot hold a field twice, a text can.
                object.addProperty("@twice@", 0);
                return root.toString().replace("\"@twice@\"", "\"" + name + "\"");
            }
            case 3 -> object.add(name, object.get(names.get(random.nextInt(names.size()))));
            default -> object.add(name, value());
        }
        return root.toString();
    }

    private JsonElement value() {
        return switch (random.nextInt(22)) {
            case 0 -> JsonNull.INSTANCE;
            case 1 -> new JsonPrimitive(true);
            case 2 -> new JsonPrimitive(0);
            case 3 -> new JsonPrimitive(-1);
            case 4 -> new JsonPrimitive(Integer.MAX_VALUE);
            case 5 -> new JsonPrimitive(Integer.MIN_VALUE);
            case 6 -> new JsonPrimitive(Long.MAX_VALUE);
            case 7 -> new JsonPrimitive(new BigDecimal("1e308"));
            case 8 -> new JsonPrimitive(new BigDecimal("-1e300"));
            case 9 -> new JsonPrimitive(new BigDecimal("1e999999999"));
            case 10 -> new JsonPrimitive(0.5);
            case 11 -> new JsonPrimitive(1_000_000);
            case 12 -> new JsonPrimitive("");
            case 13 -> new JsonPrimitive("../../etc/passwd");
            case 14 -> new JsonPrimitive("x".repeat(LONG));
            case 15 -> new JsonPrimitive("\u001b[2J\u0000\u202e");
            case 16 -> new JsonPrimitive("=cmd|' /C calc'!A0");
            case 17 -> new JsonPrimitive("lstm");
            case 18 -> new JsonPrimitive("NaN");
            case 19 -> new JsonArray();
            case 20 -> new JsonObject();
            default -> nested();
        };
    }

    private static JsonElement nested() {
        JsonElement nested = new JsonArray();
        for (int i = 0; i < 200; i++) {
            JsonArray outer = new JsonArray();
            outer.add(nested);
            nested = outer;
        }
        return nested;
    }
}
