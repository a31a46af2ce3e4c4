package io.github.mnistmaven.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Aborts a read that receives nothing for too long. The time-outs of {@code HttpClient} end with the headers; a server
 * that
 * falls silent in the middle of a body would otherwise be waited for for ever.
 */
final class StallGuard extends FilterInputStream {

    private final Duration patience;

    /** Guards a stream whose {@code close} ends a read in another thread. */
    StallGuard(InputStream in, Duration patience) {
        super(in);
        this.patience = patience;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        CompletableFuture<Void> arrival = new CompletableFuture<>();
        arrival.whenComplete((nothing, timeout) -> {
            if (timeout != null) {
                closeForReader();
            }
        });
        arrival.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        int read = 0;
        try {
            read = in.read(into, offset, length);
        } finally {
            if (!arrival.complete(null)) {
                throw new HttpTimeoutException("nothing came for %d s".formatted(patience.toSeconds()));
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
