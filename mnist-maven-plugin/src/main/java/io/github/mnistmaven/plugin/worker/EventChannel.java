package io.github.mnistmaven.plugin.worker;

import io.github.mnistmaven.plugin.protocol.Event;
import io.github.mnistmaven.plugin.protocol.Wire;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The worker's line to Maven: its standard output. After the final event it carries no more. */
final class EventChannel {

    private final OutputStream out;
    private boolean ended;

    EventChannel(OutputStream out) {
        this.out = out;
    }

    /** Takes the standard output for events; what Java code prints there from now on goes to standard error. */
    static EventChannel takeStandardOutput() {
        EventChannel channel = new EventChannel(new FileOutputStream(FileDescriptor.out));
        System.setOut(System.err);
        return channel;
    }

    /** In one write, so that what native libraries print comes before or after an event, not into it. */
    synchronized void send(Event event) {
        if (ended) {
            return;
        }
        ended = event.isFinal();
        try {
            out.write(Wire.line(event).getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Maven no longer listens", e);
        }
    }
}
