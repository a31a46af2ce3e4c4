package io.github.mnistmaven.plugin.fork;

import io.github.mnistmaven.internal.failures.AddressSpace;
import io.github.mnistmaven.internal.failures.Causes;
import io.github.mnistmaven.internal.files.OpenFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can be said of a worker that failed.
 *
 * @param exitCode of its process; above 128 it is 128 and the signal that killed it, on systems that have signals
 * @param command that started it
 * @param log what it printed
 * @param crash what its JVM wrote if native code crashed; need not be there
 */
record FailureReport(int exitCode, List<String> command, Path log, Path crash) {

    private static final int LAST_LINES = 8;

    /** With which a JVM ends that has no memory left, after it said so; any code may end it with the same. */
    private static final int OUT_OF_MEMORY = 3;

    /** With which a JVM ends that cannot start. */
    private static final int NOT_STARTED = 1;

    /** What it says then. */
    private static final List<String> NO_MEMORY = List.of(
            "Could not reserve enough space",
            "Could not allocate compressed class space",
            "insufficient memory for the Java Runtime Environment");

    /** It did not say why it exited. */
    String withoutFinalEvent() {
        return "the worker exited with code %d without reporting a result: %s.%n  command: %s%n  log: %s%s"
                .formatted(exitCode, cause(), String.join(" ", command), log, lastLines());
    }

    /** It said why, but that is not something the user can mend. */
    String withReason(String reason) {
        return "the worker failed: %s%n  log, with the stack trace: %s".formatted(reason, log);
    }

    private String cause() {
        if (logSays("OutOfMemoryError") && logSays("direct buffer memory")) {
            return "it ran out of memory outside of the Java heap. Give it more, such as -XX:MaxDirectMemorySize=1g (parameter <jvmArgs>, -Dmnist.jvmArgs=-XX:MaxDirectMemorySize=1g)";
        }
        if (logSays("unable to create native thread")) {
            return "it could not start a thread. Allow more processes (ulimit -u), or use fewer <threads>";
        }
        if (logSays("OutOfMemoryError") && logSays("Compressed class space")) {
            return "it ran out of room for classes. Give it more, such as -XX:CompressedClassSpaceSize=256m (parameter <jvmArgs>, -Dmnist.jvmArgs=-XX:CompressedClassSpaceSize=256m)";
        }
        if (exitCode == OUT_OF_MEMORY && logSays("java.lang.OutOfMemoryError")) {
            return "it ran out of Java heap. Give it more, such as -Xmx2g (parameter <jvmArgs>, -Dmnist.jvmArgs=-Xmx2g), or fewer digits (<trainSamples>)";
        }
        if (logLines().anyMatch(OpenFiles::isSaidIn)) {
            return "it needed more files than a process may have open at once: " + OpenFiles.RAISE;
        }
        if (exitCode == NOT_STARTED && NO_MEMORY.stream().anyMatch(this::logSays)) {
            return "its JVM could not get the memory that it asked for. Have it ask for less, such as by -Xmx512m (parameter <jvmArgs>, -Dmnist.jvmArgs=-Xmx512m)"
                    + AddressSpace.limit().map(limit -> ". " + limit).orElse("");
        }
        return switch (exitCode) {
            case 137 ->
                "it was killed (SIGKILL), often by the system's out-of-memory killer. Free memory, or use a smaller <batchSize>";
            case 134, 139 ->
                Files.exists(crash)
                        ? "it crashed in native code, see " + crash
                        : "it crashed in native code, see its log";
            default -> "see its log";
        };
    }

    private boolean logSays(String text) {
        return logLines().anyMatch(line -> line.contains(text));
    }

    private String lastLines() {
        List<String> lines = logLines()
                .filter(line -> !line.isBlank() && !line.startsWith("\tat "))
                .toList();
        return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).stream()
                .map(line -> "%n    ".formatted() + line)
                .collect(Collectors.joining());
    }

    private Stream<String> logLines() {
        try {
            // Whatever a native library printed, in whatever encoding, is not to hide why it printed it.
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            return Stream.of("(the log cannot be read: %s)".formatted(Causes.inWords(e)));
        }
    }
}
