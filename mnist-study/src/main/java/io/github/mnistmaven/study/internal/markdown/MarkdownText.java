package io.github.mnistmaven.study.internal.markdown;

import io.github.mnistmaven.internal.files.PrintableText;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Text within Markdown. What would mean something to Markdown, to HTML or to the sites that show it becomes a character
 * reference, which is nothing but that character to all three.
 */
final class MarkdownText {

    /** In characters; a name that is longer would push the numbers beside it off the page. */
    private static final int LONGEST_NAME = 80;

    /** Within backticks, nothing else means anything to a table or to HTML. */
    private static final Pattern PLAIN = Pattern.compile("[^`|<>&\\\\]+");

    private static final String MEANINGFUL = "\\`*_{}[]<>|&~@#$^!\"";

    private MarkdownText() {}

    /** Words of this library, in a paragraph or a cell. */
    static String text(String text) {
        return escaped(oneLine(text), character -> MEANINGFUL.indexOf(character) >= 0)
                // An address would become a link, within which references are not read as such.
                .replace("://", "&#58;//")
                .replace("www.", "www&#46;");
    }

    /**
     * A name, as code: within code, sites look neither for links nor for users to notify. Backticks where they will do; otherwise each punctuation mark of
     * ASCII is a reference.
     */
    static String name(String name) {
        String shown = shortened(PrintableText.of(oneLine(name)));
        if (shown.isEmpty()) {
            return "";
        }
        return PLAIN.matcher(shown).matches()
                ? "`" + shown + "`"
                : "<code>" + escaped(shown, MarkdownText::isPunctuation) + "</code>";
    }

    /** The value of an attribute of HTML, between double quotes. */
    static String attribute(String text) {
        return escaped(PrintableText.of(oneLine(text)), character -> MEANINGFUL.indexOf(character) >= 0);
    }

    private static boolean isPunctuation(int character) {
        return character > ' ' && character < 127 && !Character.isLetterOrDigit(character);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_NAME
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_NAME - 1)) + "\u2026";
    }

    private static String escaped(String text, IntPredicate isMeaningful) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (isMeaningful.test(character)) {
                escaped.append(reference(character));
            } else {
                escaped.appendCodePoint(character);
            }
        });
        return escaped.toString();
    }

    private static String reference(int character) {
        return switch (character) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            default -> "&#%s;".formatted(character);
        };
    }
}
