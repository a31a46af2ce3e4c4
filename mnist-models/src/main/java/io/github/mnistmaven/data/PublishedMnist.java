package io.github.mnistmaven.data;

import io.github.mnistmaven.internal.download.DirectoryLock;
import io.github.mnistmaven.internal.download.Limits;
import io.github.mnistmaven.internal.download.Transport;
import io.github.mnistmaven.internal.files.Bounds;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Authenticator;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The published MNIST: 60,000 training and 10,000 test digits. Its four files are fetched once, into a cache, where
 * they are stored uncompressed (55 MB), and checked by the SHA-256 of their content whenever they are used; one that
 * has changed is fetched again.
 *
 * <pre>{@code
 * Digits digits = new PublishedMnist().load();
 * DigitSource ofAMirror = new PublishedMnist()
 *         .cache(Path.of("/var/cache/mnist"))
 *         .baseUrls(URI.create("https://mirror.example.com/mnist/"))
 *         .listener((url, received, size) -> System.out.println(url + ": " + received + " bytes"));
 * DigitSource cachedOnly = new PublishedMnist().offline();
 * }</pre>
 *
 * <p>All four are fetched whichever set is read, so that a model trained offline later can also be evaluated offline.
 * Any number of processes may share a cache: a file is there whole and checked, or not there.
 *
 * <p>Each base URL is tried in turn, whatever is wrong with the one before: it is given up when nothing comes for 30 seconds, when
 * a file takes longer than 10 minutes, and when it sends more than the published file. It may be {@code http}, {@code https} (through the proxy of the system's
 * settings) or
 * {@code file}, and names a directory with {@code train-images-idx3-ubyte.gz}, {@code train-labels-idx1-ubyte.gz},
 * {@code t10k-images-idx3-ubyte.gz} and {@code t10k-labels-idx1-ubyte.gz}.
 *
 * <p>Immutable: each method returns a changed copy. May be shared between threads, of which one downloads while the others wait.
 */
public final class PublishedMnist implements DigitSource {

    /** Where the files are fetched from by default. */
    public static final List<URI> BASE_URLS = List.of(
            URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"),
            URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"));

    private final Path cache;
    private final List<URI> baseUrls;
    private final boolean offline;
    private final Limits limits;
    private final Function<PublishedFile, PublishedFile.Content> contents;
    private final DownloadListener listener;
    private final Optional<ProxySelector> proxies;
    private final Optional<Authenticator> credentials;

    /** The published digits, cached in {@link #defaultCache} and fetched from {@link #BASE_URLS}; nothing is read or fetched yet. */
    public PublishedMnist() {
        this(
                defaultCache(),
                BASE_URLS,
                false,
                Limits.DEFAULT,
                PublishedFile::content,
                DownloadListener.NONE,
                Optional.empty(),
                Optional.empty());
    }

    private PublishedMnist(
            Path cache,
            List<URI> baseUrls,
            boolean offline,
            Limits limits,
            Function<PublishedFile, PublishedFile.Content> contents,
            DownloadListener listener,
            Optional<ProxySelector> proxies,
            Optional<Authenticator> credentials) {
        this.cache = cache;
        this.baseUrls = baseUrls;
        this.offline = offline;
        this.limits = limits;
        this.contents = contents;
        this.listener = listener;
        this.proxies = proxies;
        this.credentials = credentials;
    }

    /**
     * The same source with another cache.
     *
     * @param newCache its directory; made where it is missing
     * @return a changed copy
     */
    public PublishedMnist cache(Path newCache) {
        Bounds.requirePresent("newCache", newCache);
        return new PublishedMnist(newCache, baseUrls, offline, limits, contents, listener, proxies, credentials);
    }

    /**
     * The same source, fetched from somewhere else.
     *
     * @param newBaseUrls where to fetch from, in the order in which to try them; at least one
     * @return a changed copy
     * @throws IllegalArgumentException if there is no base URL, one of another scheme, or one with a user or password
     */
    public PublishedMnist baseUrls(URI... newBaseUrls) {
        Bounds.requirePresent("newBaseUrls", newBaseUrls);
        return baseUrls(Arrays.asList(newBaseUrls));
    }

    /**
     * As {@link #baseUrls(URI...)}.
     *
     * @param newBaseUrls where to fetch from, in the order in which to try them; at least one
     * @return a changed copy
     * @throws IllegalArgumentException if there is no base URL, one of another scheme, or one with a user or password
     */
    public PublishedMnist baseUrls(List<URI> newBaseUrls) {
        List<URI> directories = Bounds.copyOf("newBaseUrls", newBaseUrls).stream()
                .map(PublishedMnist::directory)
                .toList();
        if (directories.isEmpty()) {
            throw new IllegalArgumentException("there is no base URL to fetch MNIST from; give at least one");
        }
        return new PublishedMnist(cache, directories, offline, limits, contents, listener, proxies, credentials);
    }

    /**
     * The same source that fetches nothing: what is not in the cache is missing.
     *
     * @return a changed copy
     */
    public PublishedMnist offline() {
        return new PublishedMnist(cache, baseUrls, true, limits, contents, listener, proxies, credentials);
    }

    /** With contents and limits that suit a test. */
    PublishedMnist publishing(Limits newLimits, Function<PublishedFile, PublishedFile.Content> newContents) {
        return new PublishedMnist(cache, baseUrls, offline, newLimits, newContents, listener, proxies, credentials);
    }

    /**
     * The same source, whose downloads are followed.
     *
     * @param newListener is told how they go on
     * @return a changed copy
     */
    public PublishedMnist listener(DownloadListener newListener) {
        Bounds.requirePresent("newListener", newListener);
        return new PublishedMnist(cache, baseUrls, offline, limits, contents, newListener, proxies, credentials);
    }

    /**
     * The same source with another way to the servers than that of the system's settings.
     *
     * @param newProxies the proxy for each URL
     * @param newCredentials asked for the user and the password where a proxy or a server wants them
     * @return a changed copy
     */
    public PublishedMnist network(ProxySelector newProxies, Authenticator newCredentials) {
        Bounds.requirePresent("newProxies", newProxies);
        Bounds.requirePresent("newCredentials", newCredentials);
        return new PublishedMnist(
                cache,
                baseUrls,
                offline,
                limits,
                contents,
                listener,
                Optional.of(newProxies),
                Optional.of(newCredentials));
    }

    /**
     * The default cache.
     *
     * @return {@code .mnist-maven} in the user's home
     */
    public static Path defaultCache() {
        return Path.of(System.getProperty("user.home"), ".mnist-maven");
    }

    /**
     * Whether all four files are in a cache, by their names and sizes, so that nothing has to be downloaded. Their content is verified when
     * they are read.
     *
     * @param cache a directory, which need not exist
     * @return false if any is missing
     */
    public static boolean isComplete(Path cache) {
        Bounds.requirePresent("cache", cache);
        return Arrays.stream(PublishedFile.values()).allMatch(file -> isIn(cache, file));
    }

    private static boolean isIn(Path cache, PublishedFile file) {
        try {
            return Files.size(cache.resolve(file.fileName())) == file.content().bytes();
        } catch (IOException e) {
            return false;
        }
    }

    /** A URL without a slash at its end would lose its last name when another is resolved against it. */
    private static URI directory(URI baseUrl) {
        if (baseUrl.getRawUserInfo() != null) {
            // It would be shown wherever the URL is, and not be sent.
            throw new IllegalArgumentException(
                    "the base URL for %s has a user or a password in it, which is not used: remove it, and give it to the Authenticator of network(...)"
                            .formatted(baseUrl.getHost()));
        }
        if (!Transport.supports(baseUrl)) {
            throw new IllegalArgumentException(
                    "the base URL %s is not the http, https or file address of a directory; give one such as %s"
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
        fetch();
        return Idx.read(cached(PublishedFile.TRAINING_IMAGES), cached(PublishedFile.TRAINING_LABELS))
                .withSource(name());
    }

    @Override
    public DigitSet test() throws IOException {
        fetch();
        return Idx.read(cached(PublishedFile.TEST_IMAGES), cached(PublishedFile.TEST_LABELS))
                .withSource(name());
    }

    private Path cached(PublishedFile file) {
        return cache.resolve(file.fileName());
    }

    /**
     * Downloads what is not in the cache, and reads nothing. Any number of processes may do so at once: one downloads, and the
     * others wait for it. A download that was stopped resumes where it was.
     *
     * @throws IOException if there is something missing and it cannot be had; the message says why of each base URL, and what to
     *     do
     */
    public void fetch() throws IOException {
        if (flaws().isEmpty()) {
            return;
        }
        if (offline) {
            throw unavailable("MNIST is not in the cache, and nothing is downloaded in offline mode", flaws().values());
        }
        try (DirectoryLock lock = DirectoryLock.acquire(cache, () -> listener.onWait(cache))) {
            if (lock.isHeld()) {
                deleteTraces();
            }
            MnistDownload download = new MnistDownload(
                    cache, lock, baseUrls, new Transport(limits, proxies, credentials), contents, listener);
            for (PublishedFile file : flaws().keySet()) {
                fetch(file, download);
            }
        }
    }

    private void fetch(PublishedFile file, MnistDownload download) throws IOException {
        Map<URI, IOException> failures = download.fetch(file);
        if (!failures.isEmpty()) {
            IOException unavailable = unavailable(
                    file.fileName() + " of MNIST cannot be fetched",
                    failures.entrySet().stream()
                            .map(failure ->
                                    failure.getKey() + ": " + failure.getValue().getMessage())
                            .toList());
            failures.values().forEach(unavailable::addSuppressed);
            throw unavailable;
        }
    }

    /** What processes left that were killed while they verified a file; nobody does so while the cache is held. */
    private void deleteTraces() throws IOException {
        for (PublishedFile file : PublishedFile.values()) {
            try (DirectoryStream<Path> traces =
                    Files.newDirectoryStream(cache, ".%s.*.tmp".formatted(file.fileName()))) {
                for (Path trace : traces) {
                    Files.deleteIfExists(trace);
                }
            }
        }
    }

    /** The files that are missing, or have been changed, and what is wrong with each. */
    private Map<PublishedFile, String> flaws() throws IOException {
        Map<PublishedFile, String> flaws = new EnumMap<>(PublishedFile.class);
        for (PublishedFile file : PublishedFile.values()) {
            flaw(file).ifPresent(flaw -> flaws.put(file, flaw));
        }
        return flaws;
    }

    /** Why a file in the cache cannot be used. */
    private Optional<String> flaw(PublishedFile file) throws IOException {
        Path path = cached(file);
        if (!Files.isRegularFile(path)) {
            return Optional.of(path + ": there is no such file");
        }
        PublishedFile.Content expected = contents.apply(file);
        try {
            DigestedContent.copy(path, expected.bytes(), OutputStream.nullOutputStream())
                    .require(expected);
            return Optional.empty();
        } catch (DigitFormatException e) {
            return Optional.of(path + ": " + e.getMessage());
        }
    }

    private static IOException unavailable(String what, Collection<String> reasons) {
        return new IOException("""
                %s:
                  %s
                Fetch train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz, t10k-images-idx3-ubyte.gz and \
                t10k-labels-idx1-ubyte.gz by other means and read their directory with DigitDirectory, or use \
                EmbeddedDigits, which need no files.""".formatted(what, String.join("\n  ", reasons)));
    }
}
