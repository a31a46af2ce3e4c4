package io.github.mnistmaven.data;

import io.github.mnistmaven.internal.files.AtomicFile;
import io.github.mnistmaven.internal.files.Sha256;
import io.github.mnistmaven.internal.files.UnwritableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The published MNIST: 60,000 training and 10,000 test digits. Its four files are fetched once, into a cache, where
 * they are stored uncompressed (55 MB), and checked by the SHA-256 of their content whenever they are used; one that
 * has changed
 * is fetched again.
 *
 * <p>All four are fetched whichever set is read, so that a model trained offline later can also be evaluated offline.
 * Any number of processes may share a cache: a file is there whole and checked, or not there.
 *
 * <p>Each base URL is tried in turn. It may be {@code http}, {@code https} (through the proxy of the system's
 * settings) or
 * {@code file}, and names a directory with {@code train-images-idx3-ubyte.gz}, {@code train-labels-idx1-ubyte.gz},
 * {@code t10k-images-idx3-ubyte.gz} and {@code t10k-labels-idx1-ubyte.gz}.
 */
public final class PublishedMnist implements DigitSource {

    /** Where the files are fetched from by default. */
    public static final List<URI> BASE_URLS = List.of(
            URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"),
            URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"));

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path cache;
    private final List<URI> baseUrls;
    private final boolean offline;
    private final Duration patience;
    private final Function<PublishedFile, String> sha256;

    /** The published digits, cached in {@link #defaultCache} and fetched from {@link #BASE_URLS}. */
    public PublishedMnist() {
        this(defaultCache(), BASE_URLS, false);
    }

    /**
     * A source of the published digits; nothing is read or fetched yet.
     *
     * @param cache the directory of the cache; made where it is missing
     * @param baseUrls where to fetch from, in the order in which to try them, at least one
     * @param offline whether to use only what is in the cache
     * @throws IllegalArgumentException if there is no base URL, or one of another scheme
     */
    public PublishedMnist(Path cache, List<URI> baseUrls, boolean offline) {
        this(cache, baseUrls, offline, PATIENCE, PublishedFile::sha256);
    }

    /** With hashes and a timeout that suit a test. */
    PublishedMnist(
            Path cache,
            List<URI> baseUrls,
            boolean offline,
            Duration patience,
            Function<PublishedFile, String> sha256) {
        this.cache = Objects.requireNonNull(cache, "cache is null");
        Objects.requireNonNull(baseUrls, "baseUrls is null");
        this.baseUrls = baseUrls.stream().map(PublishedMnist::directory).toList();
        this.offline = offline;
        this.patience = patience;
        this.sha256 = sha256;
        if (baseUrls.isEmpty()) {
            throw new IllegalArgumentException("there is no base URL to fetch MNIST from; give at least one");
        }
    }

    /**
     * The default cache.
     *
     * @return {@code .mnist-maven} in the user's home
     */
    public static Path defaultCache() {
        return Path.of(System.getProperty("user.home"), ".mnist-maven");
    }

    /** A URL without a slash at its end would lose its last name when another is resolved against it. */
    private static URI directory(URI baseUrl) {
        if (!Download.supports(baseUrl)) {
            throw new IllegalArgumentException(
                    "the base URL %s is not the address of a directory by http, https or file; give one such as %s"
                            .formatted(baseUrl, BASE_URLS.get(0)));
        }
        return baseUrl.toString().endsWith("/") ? baseUrl : URI.create(baseUrl + "/");
    }

    @Override
    public String name() {
        return "mnist";
    }

    @Override
    public DigitSet training() throws IOException {
        fetchMissing();
        return Idx.read(cached(PublishedFile.TRAINING_IMAGES), cached(PublishedFile.TRAINING_LABELS))
                .withSource(name());
    }

    @Override
    public DigitSet test() throws IOException {
        fetchMissing();
        return Idx.read(cached(PublishedFile.TEST_IMAGES), cached(PublishedFile.TEST_LABELS))
                .withSource(name());
    }

    private Path cached(PublishedFile file) {
        return cache.resolve(file.fileName());
    }

    private void fetchMissing() throws IOException {
        Map<PublishedFile, String> flaws = new EnumMap<>(PublishedFile.class);
        for (PublishedFile file : PublishedFile.values()) {
            flaw(file).ifPresent(flaw -> flaws.put(file, flaw));
        }
        if (flaws.isEmpty()) {
            return;
        }
        if (offline) {
            throw unavailable("MNIST is not in the cache and nothing is fetched, being offline", flaws.values());
        }
        Download download = new Download(patience);
        for (PublishedFile file : flaws.keySet()) {
            fetch(file, download);
        }
    }

    /** Why a file in the cache cannot be used. */
    private Optional<String> flaw(PublishedFile file) throws IOException {
        Path path = cached(file);
        if (!Files.isRegularFile(path)) {
            return Optional.of(path + ": there is no such file");
        }
        try (InputStream in = Files.newInputStream(path)) {
            String found = copy(in, OutputStream.nullOutputStream());
            return found.equals(sha256.apply(file))
                    ? Optional.empty()
                    : Optional.of(path + ": " + mismatch(file, found));
        }
    }

    private void fetch(PublishedFile file, Download download) throws IOException {
        Map<URI, IOException> failures = new LinkedHashMap<>();
        for (URI baseUrl : baseUrls) {
            URI url = baseUrl.resolve(file.fileName() + ".gz");
            try {
                AtomicFile.write(cached(file), out -> copyVerified(file, download.open(url), out));
                return;
            } catch (UnwritableException e) {
                throw e;
            } catch (IOException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                failures.put(url, e);
            }
        }
        List<String> attempts = failures.entrySet().stream()
                .map(failure -> failure.getKey() + ": " + reason(failure.getValue()))
                .toList();
        IOException unavailable = unavailable(file.fileName() + " of MNIST cannot be fetched", attempts);
        failures.values().forEach(unavailable::addSuppressed);
        throw unavailable;
    }

    private void copyVerified(PublishedFile file, InputStream stored, OutputStream out) throws IOException {
        try (InputStream content = GzipOrPlain.open(stored, "the download")) {
            String found = copy(content, out);
            if (!found.equals(sha256.apply(file))) {
                throw new DigitFormatException(mismatch(file, found));
            }
        }
    }

    private String mismatch(PublishedFile file, String found) {
        return "its content has the SHA-256 %s, expected is %s".formatted(found, sha256.apply(file));
    }

    /** Returns the SHA-256 of what is copied. */
    private static String copy(InputStream content, OutputStream out) throws IOException {
        DigestInputStream digested = new DigestInputStream(content, Sha256.newDigest());
        digested.transferTo(out);
        return Sha256.hex(digested.getMessageDigest());
    }

    /** The client leaves the message out where it cannot connect. */
    private static String reason(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return "the host is not known (is there a network, or a proxy to be set?)";
            }
        }
        if (e instanceof ConnectException && e.getMessage() == null) {
            return "no connection to the host";
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    private static IOException unavailable(String what, Collection<String> reasons) {
        return new IOException("""
                %s:
                  %s
                Fetch train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz, t10k-images-idx3-ubyte.gz and \
                t10k-labels-idx1-ubyte.gz by other means and read their directory with IdxDirectory, or use \
                EmbeddedDigits, which need no files.""".formatted(what, String.join("\n  ", reasons)));
    }
}
