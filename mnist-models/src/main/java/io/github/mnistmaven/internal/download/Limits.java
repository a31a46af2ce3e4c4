package io.github.mnistmaven.internal.download;

import java.time.Duration;

/**
 * How long a server is waited for.
 *
 * @param stall for a connection, for an answer, and for each piece of it
 * @param total from the request to the last byte
 */
public record Limits(Duration stall, Duration total) {

    /** The largest file of MNIST takes this long at 17 kB/s. */
    public static final Limits DEFAULT = new Limits(Duration.ofSeconds(30), Duration.ofMinutes(10));

    /**
     * In words.
     *
     * @param duration of whole seconds
     * @return such as {@code 30 s} or {@code 10 min}
     */
    static String words(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds >= 60 && seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }
}
