package io.github.mnistmaven.plugin.protocol;

import io.github.mnistmaven.training.Epoch;
import java.nio.file.Path;
import java.util.List;

/** What a worker tells Maven while it works. The last one is {@link Done} or {@link Failed}. */
public sealed interface Event {

    /**
     * Hands this event to the method that is made for it.
     *
     * @param listener whose method is called
     */
    void deliverTo(EventListener listener);

    /**
     * Whether it is the last one.
     *
     * @return true for {@link Done} and {@link Failed}
     */
    default boolean isFinal() {
        return this instanceof Done || this instanceof Failed;
    }

    /**
     * The digits were read or drawn.
     *
     * @param digits how many
     * @param use {@code training} or {@code test}
     * @param source where from, in words
     */
    record DigitsRead(int digits, String use, String source) implements Event {
        @Override
        public void deliverTo(EventListener listener) {
            listener.on(this);
        }
    }

    /**
     * A model is being trained.
     *
     * @param model its name
     * @param epoch from 1
     * @param epochs at most
     * @param step from 1, within the epoch
     * @param steps of the epoch
     */
    record Progress(String model, int epoch, int epochs, int step, int steps) implements Event {
        @Override
        public void deliverTo(EventListener listener) {
            listener.on(this);
        }
    }

    /**
     * An epoch was finished and measured.
     *
     * @param model its name
     * @param epochs at most
     * @param epoch what was measured
     */
    record EpochFinished(String model, int epochs, Epoch epoch) implements Event {
        @Override
        public void deliverTo(EventListener listener) {
            listener.on(this);
        }
    }

    /**
     * A training that was stopped is resumed.
     *
     * @param model its name
     * @param epoch after which it was stopped
     * @param epochs at most
     */
    record Resumed(String model, int epoch, int epochs) implements Event {
        @Override
        public void deliverTo(EventListener listener) {
            listener.on(this);
        }
    }

    /**
     * A model was trained and saved.
     *
     * @param model its name
     * @param epochs how many it took
     * @param best the epoch whose weights it has
     * @param seconds of all epochs
     */
    record Trained(String model, int epochs, Epoch best, double seconds) implements Event {
        @Override
        public void deliverTo(EventListener listener) {
            listener.on(this);
        }
    }

    /**
     * The models were evaluated and the results written.
     *
     * @param results the file
     */
    record Measured(Path results) implements Event {
        @Override
        public void deliverTo(EventListener listener) {
            listener.on(this);
        }
    }

    /**
     * Something to be told as it is.
     *
     * @param lines of text
     */
    record Noted(List<String> lines) implements Event {

        /** Takes a copy. */
        public Noted {
            lines = List.copyOf(lines);
        }

        @Override
        public void deliverTo(EventListener listener) {
            listener.on(this);
        }
    }

    /**
     * Something that users should know but that stops nothing.
     *
     * @param message a sentence for users
     */
    record Warned(String message) implements Event {
        @Override
        public void deliverTo(EventListener listener) {
            listener.on(this);
        }
    }

    /**
     * The job failed.
     *
     * @param message why, for users
     * @param byUser whether the user can put it right; else the worker's log has the stack trace
     */
    record Failed(String message, boolean byUser) implements Event {
        @Override
        public void deliverTo(EventListener listener) {
            listener.on(this);
        }
    }

    /** The job is done: the worker's final event. */
    record Done() implements Event {
        @Override
        public void deliverTo(EventListener listener) {
            listener.on(this);
        }
    }
}
