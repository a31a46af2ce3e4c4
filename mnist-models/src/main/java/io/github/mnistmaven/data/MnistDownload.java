package io.github.mnistmaven.data;

import io.github.mnistmaven.internal.download.DirectoryLock;
import io.github.mnistmaven.internal.download.Transfer;
import io.github.mnistmaven.internal.download.TransferFailure;
import io.github.mnistmaven.internal.download.Transport;
import io.github.mnistmaven.internal.files.AtomicFile;
import io.github.mnistmaven.internal.files.NamedOutput;
import io.github.mnistmaven.internal.files.UnwritableException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Downloads files of MNIST into a cache. What a server sends goes into a file with {@code .part} behind its name, from which a
 * download that was stopped resumes; only when its content is verified is it there under its own name.
 */
final class MnistDownload {

    private static final int BUFFER = 1 << 16;

    private final Path cache;
    private final Transport transport;
    private final Function<PublishedFile, PublishedFile.Content> contents;
    private final DownloadListener listener;

    /** In the order in which they are tried: one that worked before the others. */
    private final List<URI> baseUrls;

    /** Makes names unique where no lock keeps others out. */
    private final String suffix;

    MnistDownload(
            Path cache,
            DirectoryLock lock,
            List<URI> baseUrls,
            Transport transport,
            Function<PublishedFile, PublishedFile.Content> contents,
            DownloadListener listener) {
        this.cache = cache;
        this.baseUrls = new ArrayList<>(baseUrls);
        this.transport = transport;
        this.contents = contents;
        this.listener = listener;
        this.suffix = lock.isHeld() ? "" : "." + UUID.randomUUID();
    }

    /**
     * Fetches a file from the first place that has it.
     *
     * @return empty if it is there now; else what was wrong with each place
     * @throws UnwritableException if the cache cannot be written
     */
    Map<URI, IOException> fetch(PublishedFile file) throws IOException {
        Map<URI, IOException> failures = new LinkedHashMap<>();
        for (URI baseUrl : List.copyOf(baseUrls)) {
            URI url = baseUrl.resolve(file.fileName() + ".gz");
            try {
                fetch(file, url);
                Collections.swap(baseUrls, 0, baseUrls.indexOf(baseUrl));
                return Map.of();
            } catch (UnwritableException e) {
                throw e;
            } catch (IOException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                listener.onFailure(url, e.getMessage());
                failures.put(url, e);
            }
        }
        return failures;
    }

    private void fetch(PublishedFile file, URI url) throws IOException {
        Path part = cache.resolve(".%s.gz%s.part".formatted(file.fileName(), suffix));
        boolean resumed = receive(url, part, file);
        try {
            verify(part, file);
        } catch (DigitFormatException e) {
            Files.deleteIfExists(part);
            if (!resumed) {
                throw e;
            }
            // The first bytes were of another download, perhaps from another place.
            receive(url, part, file);
            verifyOrDelete(part, file);
        }
        Files.deleteIfExists(part);
    }

    private void verifyOrDelete(Path part, PublishedFile file) throws IOException {
        try {
            verify(part, file);
        } catch (DigitFormatException e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }

    /** Whether it resumed; if it fails, the bytes that can be gone on from stay. */
    private boolean receive(URI url, Path part, PublishedFile file) throws IOException {
        boolean complete = false;
        try (Transfer transfer = transport.open(url, Files.exists(part) ? Files.size(part) : 0)) {
            listener.onStart(url, transfer.start(), transfer.size());
            try (NamedOutput out = NamedOutput.open(part, transfer.start())) {
                receive(url, transfer, out, mostBytes(file));
            }
            complete = true;
            return transfer.start() > 0;
        } finally {
            if (!complete && !canBeResumed(part, file)) {
                Files.deleteIfExists(part);
            }
        }
    }

    private boolean canBeResumed(Path part, PublishedFile file) throws IOException {
        if (!suffix.isEmpty() || !Files.isRegularFile(part) || Files.size(part) > mostBytes(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(part)) {
            return GzipOrPlain.isGzip(in.readNBytes(2));
        }
    }

    /** Whatever a server compresses it with, or not at all, it is hardly larger than the content (RFC 1951, section 3.2.4). */
    private long mostBytes(PublishedFile file) {
        long content = contents.apply(file).bytes();
        return content + content / 1000 + 1000;
    }

    private void receive(URI url, Transfer transfer, NamedOutput out, long most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long received = transfer.start();
        for (int read = read(transfer, buffer, received); read >= 0; read = read(transfer, buffer, received)) {
            received += read;
            if (received > most) {
                throw new IOException("it is larger than the published file, more than %,d bytes".formatted(most));
            }
            out.write(buffer, 0, read);
            listener.onProgress(url, received, transfer.size());
        }
        if (transfer.size().isPresent() && received < transfer.size().getAsLong()) {
            throw new IOException(TransferFailure.within(new IOException(), received, transfer.size()));
        }
    }

    private static int read(Transfer transfer, byte[] buffer, long received) throws IOException {
        try {
            return transfer.body().read(buffer);
        } catch (IOException | RuntimeException e) {
            throw new IOException(TransferFailure.within(e, received, transfer.size()), e);
        }
    }

    private void verify(Path part, PublishedFile file) throws IOException {
        PublishedFile.Content expected = contents.apply(file);
        Path target = cache.resolve(file.fileName());
        AtomicFile.write(target, stored -> DigestedContent.copy(part, expected.bytes(), stored)
                .require(expected));
    }
}
