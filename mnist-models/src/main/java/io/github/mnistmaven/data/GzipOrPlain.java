package io.github.mnistmaven.data;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Inflates what is gzip and passes on what is not: the first two bytes tell. */
final class GzipOrPlain {

    private static final int BUFFER = 1 << 16;

    private GzipOrPlain() {}

    static boolean isGzip(byte[] start) {
        return start.length >= 2 && start[0] == (byte) 0x1F && start[1] == (byte) 0x8B;
    }

    /**
     * Content that is inflated where it has to be.
     *
     * @param stored gzip or plain; closed with the result, or if there is none
     * @param subject what is read, for the message of a {@link DigitFormatException}
     * @param advice what its message ends with, such as {@code ; fetch it again}
     */
    static InputStream open(InputStream stored, String subject, String advice) throws IOException {
        try {
            PushbackInputStream in = new PushbackInputStream(stored, 2);
            byte[] start = in.readNBytes(2);
            in.unread(start);
            return isGzip(start) ? new Inflated(in, subject, advice) : in;
        } catch (IOException e) {
            stored.close();
            throw e;
        }
    }

    /** All members of a gzip file. The JDK's own class silently ignores what follows the last one. */
    private static final class Members extends GZIPInputStream {

        private static final int TRAILER = 8;

        Members(InputStream stored) throws IOException {
            super(stored, BUFFER);
        }

        /** At the end: whether there is more behind it. */
        boolean isFollowed() throws IOException {
            return inf.getRemaining() > TRAILER || in.available() > 0;
        }
    }

    /** Says in words what GZIPInputStream finds. */
    private static final class Inflated extends FilterInputStream {

        private final String subject;
        private final String advice;
        private final Members members;
        private long position;

        Inflated(InputStream stored, String subject, String advice) throws IOException {
            super(stored);
            this.subject = subject;
            this.advice = advice;
            try {
                members = new Members(stored);
                in = members;
            } catch (EOFException | ZipException e) {
                throw translated(e);
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                int read = in.read(into, offset, length);
                position += Math.max(read, 0);
                if (read < 0 && members.isFollowed()) {
                    throw new DigitFormatException(
                            "%s is too long: bytes follow the end of its gzip data%s".formatted(subject, advice));
                }
                return read;
            } catch (EOFException | ZipException e) {
                throw translated(e);
            }
        }

        private DigitFormatException translated(IOException e) {
            String what = e instanceof EOFException
                    ? "is cut short: its gzip data ends after %d bytes of content".formatted(position)
                    : "is corrupt gzip (%s, after %d bytes of content)".formatted(e.getMessage(), position);
            return new DigitFormatException("%s %s%s".formatted(subject, what, advice), e);
        }
    }
}
