package io.github.mnistmaven.plugin.fork;

import io.github.mnistmaven.plugin.protocol.Event;
import io.github.mnistmaven.plugin.protocol.EventListener;
import io.github.mnistmaven.plugin.protocol.Wire;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Hands on what a worker reports, and remembers how it ended. */
final class Relay {

    private final EventListener listener;
    private Optional<Event> finalEvent = Optional.empty();

    Relay(EventListener listener) {
        this.listener = listener;
    }

    /** Returns when the worker has closed its output. What is no event goes to its log. */
    void run(Process process, Path logFile) throws IOException {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                PrintStream log =
                        new PrintStream(Files.newOutputStream(logFile, StandardOpenOption.APPEND), true, "UTF-8")) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Optional<Event> event = Wire.event(line);
                if (event.isPresent()) {
                    event.get().deliverTo(listener);
                    finalEvent = event.filter(Event::isFinal);
                } else if (!line.isBlank()) {
                    log.println(line);
                }
            }
        }
    }

    /** Its last event, if that was a final one. */
    Optional<Event> finalEvent() {
        return finalEvent;
    }
}
