package io.github.mnistmaven.plugin.console;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;

/** One line at the bottom of an interactive terminal that is written over again and again; elsewhere, nothing. */
public final class LiveLine {

    private final Optional<PrintWriter> terminal;
    private int width;

    private LiveLine(Optional<PrintWriter> terminal) {
        this.terminal = terminal;
    }

    /**
     * The line of the terminal that Maven runs in, if it does.
     *
     * @param wanted whether the build wants to be watched: not in batch mode
     * @return the line
     */
    public static LiveLine ofTerminal(boolean wanted) {
        boolean watched = wanted && System.getenv("CI") == null;
        return new LiveLine(
                watched
                        ? Optional.ofNullable(System.console())
                                .filter(LiveLine::isTerminal)
                                .map(Console::writer)
                        : Optional.empty());
    }

    /** Java 22 and later have a console even where nobody sees it; they can be asked. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** A line that is written elsewhere. */
    static LiveLine to(PrintWriter writer) {
        return new LiveLine(Optional.of(writer));
    }

    /** Shows a text in place of what was there. */
    void show(String text) {
        terminal.ifPresent(writer -> {
            int blanks = Math.max(0, width - text.length());
            writer.print("\r" + text + " ".repeat(blanks));
            writer.flush();
            width = text.length();
        });
    }

    /** Makes room for a line of the log. */
    void clear() {
        if (width > 0) {
            show("");
            terminal.ifPresent(writer -> {
                writer.print("\r");
                writer.flush();
            });
        }
    }
}
