package io.github.mnistmaven.internal.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Authenticator;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Opens URLs of the schemes http, https and file. */
public final class Transport {

    private static final Set<String> SCHEMES = Set.of("http", "https", "file");
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int MOST_REDIRECTS = 5;

    private final HttpClient client;
    private final Limits limits;

    /**
     * A way to download.
     *
     * @param limits of each transfer
     * @param proxies the way to a server; those of the system's settings if empty
     * @param credentials users and passwords that proxies and servers ask for
     */
    public Transport(Limits limits, Optional<ProxySelector> proxies, Optional<Authenticator> credentials) {
        this.limits = limits;
        // Redirects are followed here, as the client throws what nobody expects at a malformed address.
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.stall());
        // Without a proxy of its own, a client asks ProxySelector.getDefault(), which heeds the system's settings.
        proxies.ifPresent(builder::proxy);
        credentials.ifPresent(builder::authenticator);
        this.client = builder.build();
    }

    /**
     * Whether a URL can be opened.
     *
     * @param url any
     * @return true if it is the address of a file or directory by a known scheme
     */
    public static boolean supports(URI url) {
        if (url.getScheme() == null || url.isOpaque() || url.getQuery() != null || url.getFragment() != null) {
            return false;
        }
        return SCHEMES.contains(scheme(url)) && isFile(url) == (url.getHost() == null);
    }

    private static boolean isFile(URI url) {
        return scheme(url).equals("file");
    }

    private static String scheme(URI url) {
        return url.getScheme().toLowerCase(Locale.ROOT);
    }

    /**
     * Asks for the bytes behind a URL.
     *
     * @param url supported
     * @param from the first byte that is wanted, if the server sends parts of a file
     * @return the bytes to come
     * @throws InterruptedIOException if the thread is interrupted while it waits
     * @throws IOException if there are none; the message says why, and nothing else
     */
    public Transfer open(URI url, long from) throws IOException {
        return isFile(url) ? openFile(Path.of(url)) : openHttp(url, from);
    }

    private static Transfer openFile(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("there is no such file");
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException("it is not a file");
        }
        try {
            return new Transfer(Files.newInputStream(file), 0, OptionalLong.of(Files.size(file)));
        } catch (IOException e) {
            throw new IOException(TransferFailure.reason(e), e);
        }
    }

    private Transfer openHttp(URI url, long from) throws IOException {
        long deadline = System.nanoTime() + limits.total().toNanos();
        HttpResponse<InputStream> response = follow(url, from);
        if (from > 0 && !isExpectedPart(response, from) && response.statusCode() != OK) {
            response.body().close();
            return openHttp(url, 0);
        }
        long start = response.statusCode() == PARTIAL ? from : 0;
        if (response.statusCode() != OK && start == 0) {
            response.body().close();
            throw new IOException(TransferFailure.status(response.statusCode()));
        }
        return new Transfer(new StallGuard(response.body(), limits, deadline), start, size(response, start));
    }

    /** Any other failure than that of the part that was asked for is the same without it, and is said then. */
    private static boolean isExpectedPart(HttpResponse<?> response, long from) {
        return response.statusCode() == PARTIAL
                && response.headers()
                        .firstValue("Content-Range")
                        .filter(range -> range.strip().startsWith("bytes %d-".formatted(from)))
                        .isPresent();
    }

    private static OptionalLong size(HttpResponse<?> response, long start) {
        return response.headers()
                .firstValue("Content-Length")
                .filter(length -> length.matches("\\d{1,15}"))
                .map(length -> OptionalLong.of(start + Long.parseLong(length)))
                .orElse(OptionalLong.empty());
    }

    private HttpResponse<InputStream> follow(URI url, long from) throws IOException {
        Set<URI> visited = new HashSet<>(Set.of(url));
        URI current = url;
        HttpResponse<InputStream> response = send(current, from);
        while (REDIRECTS.contains(response.statusCode())) {
            response.body().close();
            current = target(current, response);
            if (!visited.add(current)) {
                throw new IOException("the server redirects in a circle, to %s again".formatted(current));
            }
            if (visited.size() > MOST_REDIRECTS + 1) {
                throw new IOException("the server redirects more than %d times".formatted(MOST_REDIRECTS));
            }
            response = send(current, from);
        }
        return response;
    }

    private static URI target(URI from, HttpResponse<?> response) throws IOException {
        String location = response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IOException("the server redirects without saying where to"));
        URI target;
        try {
            target = from.resolve(URI.create(location));
        } catch (IllegalArgumentException e) {
            throw new IOException("the server redirects to '%s', which is not a URL".formatted(location), e);
        }
        boolean allowed = target.getHost() != null
                && (scheme(target).equals("https")
                        || scheme(target).equals("http") && scheme(from).equals("http"));
        if (!allowed) {
            throw new IOException(
                    "the server redirects to %s, which is not followed from %s".formatted(target, from.getScheme()));
        }
        return target;
    }

    private HttpResponse<InputStream> send(URI url, long from) throws IOException {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(limits.stall());
            if (from > 0) {
                request.header("Range", "bytes=%d-".formatted(from));
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("interrupted while waiting for " + url);
            interrupted.initCause(e);
            throw interrupted;
        } catch (IOException | RuntimeException e) {
            throw new IOException(TransferFailure.beforeAnswer(e, limits), e);
        }
    }
}
