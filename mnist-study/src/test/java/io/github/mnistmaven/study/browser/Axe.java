package io.github.mnistmaven.study.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

/** axe-core, which knows most of what makes a page hard to use for people who see, hear or move otherwise. */
public final class Axe {

    private static final String LEVELS_A_AND_AA = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']";

    private Axe() {}

    /**
     * What violates WCAG 2.2 at level A or AA.
     *
     * @param tab with a page
     * @return a line each: the rule and the first element that breaks it
     */
    public static List<String> violations(Chromium.Tab tab) {
        tab.evaluate("typeof axe === 'undefined' ? (() => { %s })() : null".formatted(source()));
        JsonElement found =
                tab.evaluate("axe.run(document, {runOnly: {type: 'tag', values: %s}}).then(it => it.violations)"
                        .formatted(LEVELS_A_AND_AA));
        return StreamSupport.stream(found.getAsJsonArray().spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .map(Axe::line)
                .toList();
    }

    private static String line(JsonObject violation) {
        return "%s (%s): %s"
                .formatted(
                        violation.get("id").getAsString(),
                        violation.get("help").getAsString(),
                        violation.getAsJsonArray("nodes").get(0));
    }

    private static String source() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
