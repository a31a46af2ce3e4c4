package io.github.mnistmaven.study.internal.page;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Turns a {@link Page} into HTML. Text is escaped wherever the template does not say otherwise, which it does of SVG and the style alone. */
final class PageTemplate {

    private PageTemplate() {}

    static String html(Page page) {
        StringWriter html = new StringWriter();
        Mustache.compiler()
                .strictSections(true)
                .withFormatter(value -> value.toString().replace(" %", "\u00a0%"))
                .emptyStringIsFalse(true)
                .withLoader(name -> new StringReader(resource(name + ".mustache")))
                .compile(resource("page.mustache"))
                .execute(page, Map.of("style", resource("page.css")), html);
        return html.toString();
    }

    private static String resource(String name) {
        try (InputStream in = PageTemplate.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the template is part of this library", e);
        }
    }
}
