package io.github.mnistmaven.plugin.runtime;

import io.github.mnistmaven.internal.files.OpenFiles;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many files Maven's process may have open at once. Near that limit, anything may fail: a class that is in a jar which cannot be
 * opened, a process that cannot be started. So it is found out before, where the system tells, as Linux does.
 */
public final class OpenFileLimit {

    /** More than it takes to start a process. */
    private static final int NEAR = 16;

    private static final Path PROCESS = Path.of("/proc/self");
    private static final Pattern LIMIT = Pattern.compile("(?m)^Max open files\\s+(\\d+)");

    private final Path process;
    private final OptionalInt most;

    private OpenFileLimit(Path process, OptionalInt most) {
        this.process = process;
        this.most = most;
    }

    /**
     * The limit of this process.
     *
     * @return it, or that it is not known
     */
    public static OpenFileLimit ofThisProcess() {
        return of(PROCESS);
    }

    static OpenFileLimit of(Path process) {
        try {
            Matcher limit = LIMIT.matcher(Files.readString(process.resolve("limits")));
            return new OpenFileLimit(
                    process, limit.find() ? OptionalInt.of(Integer.parseInt(limit.group(1))) : OptionalInt.empty());
        } catch (IOException | NumberFormatException e) {
            return new OpenFileLimit(process, OptionalInt.empty());
        }
    }

    /**
     * Whether it may be this limit that made a goal fail, and what to do.
     *
     * @param failure what the goal failed with
     * @return a sentence; nothing if Maven may open many more files, and the failure tells of none that could not be opened
     */
    public Optional<String> behind(Throwable failure) {
        if (most.isPresent()) {
            int open = open();
            if (open > most.getAsInt() - NEAR) {
                return Optional.of("Maven's process has %d of the %d files open that it may have at once: %s"
                        .formatted(open, most.getAsInt(), OpenFiles.RAISE));
            }
        }
        return OpenFiles.advice(failure)
                .map(advice -> "More files were needed than a process may have open at once: " + advice);
    }

    /** To count them, one more has to be opened. */
    private int open() {
        int open = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : files) {
                open++;
            }
            return open;
        } catch (DirectoryIteratorException e) {
            return OpenFiles.advice(e.getCause()).isPresent() ? most.getAsInt() : 0;
        } catch (IOException e) {
            return OpenFiles.advice(e).isPresent() ? most.getAsInt() : 0;
        }
    }

    /**
     * Adds what to do, if it may be this limit.
     *
     * @param message what the goal failed with, in words
     * @param failure what it failed with
     * @return the message, or with one sentence more
     */
    public String explain(String message, Throwable failure) {
        return behind(failure)
                .filter(limit -> !message.contains(OpenFiles.RAISE))
                .map(limit -> message + "\n" + limit)
                .orElse(message);
    }
}
