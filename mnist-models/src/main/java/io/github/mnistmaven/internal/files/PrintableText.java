package io.github.mnistmaven.internal.files;

/**
 * Makes untrusted text safe for a terminal or a log: it must not move the cursor, change colours or forge lines.
 */
public final class PrintableText {

    private static final int MAX_QUOTED = 80;

    private PrintableText() {}

    /**
     * Whether a text has only visible characters: no control or format characters, which may also change the direction
     * of writing.
     *
     * @param text the text
     * @return true if it can be printed as it is
     */
    public static boolean isPrintable(String text) {
        return text.codePoints().noneMatch(PrintableText::isHidden);
    }

    /**
     * The text with each invisible character replaced by its code, such as {@code \}{@code u001b}. Line feeds
     * and tabs stay.
     *
     * @param text the text
     * @return printable lines
     */
    public static String of(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (character != '\n' && character != '\t' && isHidden(character)) {
                printable.append("\\u%04x".formatted(character));
            } else {
                printable.appendCodePoint(character);
            }
        });
        return printable.toString();
    }

    /**
     * The beginning of a text, on one line, to be quoted in a message.
     *
     * @param text the text
     * @return at most 80 characters of it
     */
    public static String abbreviated(String text) {
        String start = text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED - 3) + "...";
        return of(start).replace("\n", "\\n").replace("\t", "\\t");
    }

    private static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
