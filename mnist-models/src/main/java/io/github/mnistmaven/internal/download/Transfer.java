package io.github.mnistmaven.internal.download;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/**
 * An answer that is being read.
 *
 * @param body the bytes from {@code start} on; a read fails if they stop coming or take too long
 * @param start which byte of the file is the first: 0 where the server does not send parts of a file
 * @param size of the whole file, if the server says so
 */
public record Transfer(InputStream body, long start, OptionalLong size) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        body.close();
    }
}
