package io.github.mnistmaven.internal.download;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Aborts a read that receives nothing for too long, or that goes on for too long. The time-outs of {@code HttpClient} end with the
 * headers: a server that falls silent in the middle of a body, or sends a byte now and then, would otherwise be waited for for
 * ever.
 */
final class StallGuard extends FilterInputStream {

    private final Limits limits;
    private final long deadline;

    /**
     * Guards a stream whose {@code close} ends a read in another thread.
     *
     * @param deadline of {@code System.nanoTime}
     */
    StallGuard(InputStream in, Limits limits, long deadline) {
        super(in);
        this.limits = limits;
        this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Duration rest = Duration.ofNanos(deadline - System.nanoTime());
        boolean late = rest.compareTo(limits.stall()) < 0;
        CompletableFuture<Void> arrival = new CompletableFuture<>();
        arrival.whenComplete((nothing, timeout) -> {
            if (timeout != null) {
                closeForReader();
            }
        });
        arrival.orTimeout((late ? rest : limits.stall()).toMillis(), TimeUnit.MILLISECONDS);
        int read = 0;
        try {
            read = in.read(into, offset, length);
        } finally {
            if (!arrival.complete(null)) {
                throw new HttpTimeoutException(
                        late
                                ? "it took longer than " + Limits.words(limits.total())
                                : "nothing came for " + Limits.words(limits.stall()));
            }
        }
        return read;
    }

    private void closeForReader() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
