package io.github.mnistmaven.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** Opens URLs of the schemes http, https and file. */
final class Download {

    private static final Set<String> SCHEMES = Set.of("http", "https", "file");
    private static final int OK = 200;

    private final HttpClient client;
    private final Duration patience;

    /**
     * A way to download.
     *
     * @param patience how long to wait for a connection, for an answer, and for each piece of it
     */
    Download(Duration patience) {
        this.patience = patience;
        // Without a proxy of its own, a client asks ProxySelector.getDefault(), which heeds the system's settings.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(patience)
                .build();
    }

    static boolean supports(URI url) {
        if (url.getScheme() == null || url.isOpaque() || url.getQuery() != null || url.getFragment() != null) {
            return false;
        }
        boolean onThisMachine = scheme(url).equals("file");
        return SCHEMES.contains(scheme(url)) && onThisMachine == (url.getHost() == null);
    }

    private static String scheme(URI url) {
        return url.getScheme().toLowerCase(Locale.ROOT);
    }

    /**
     * The bytes behind a URL; reading them fails if they are cut short or stop coming.
     *
     * @throws IOException if there are none
     * @throws InterruptedIOException if the thread is interrupted while it waits
     */
    InputStream open(URI url) throws IOException {
        return scheme(url).equals("file") ? openFile(Path.of(url)) : openHttp(url);
    }

    private static InputStream openFile(Path file) throws IOException {
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no such file", e);
        }
    }

    private InputStream openHttp(URI url) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(url).timeout(patience).build();
        HttpResponse<InputStream> response = send(request);
        if (response.statusCode() != OK) {
            response.body().close();
            throw new IOException("the server answered with status " + response.statusCode());
        }
        return new StallGuard(response.body(), patience);
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted =
                    new InterruptedIOException("interrupted while waiting for " + request.uri());
            interrupted.initCause(e);
            throw interrupted;
        }
    }
}
