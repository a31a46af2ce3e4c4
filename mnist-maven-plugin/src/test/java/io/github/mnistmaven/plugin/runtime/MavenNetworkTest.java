package io.github.mnistmaven.plugin.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.mnistmaven.data.PublishedMnist;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Mirror;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.Authentication;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenNetworkTest {

    private static final Authentication USER = new AuthenticationBuilder()
            .addUsername("user")
            .addPassword("secret")
            .build();

    @TempDir
    Path cache;

    private final DefaultRepositorySystemSession repositories = new DefaultRepositorySystemSession();
    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final Queue<String> seen = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    /** As a proxy or as a server: whoever asks has to say who it is, and then gets what is not MNIST. */
    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean proxy = exchange.getRequestURI().toString().contains("mnist.invalid");
            String sent = exchange.getRequestHeaders().getFirst(proxy ? "Proxy-Authorization" : "Authorization");
            seen.add(exchange.getRequestURI() + " " + (sent == null ? "" : decoded(sent)));
            if (sent == null) {
                exchange.getResponseHeaders()
                        .add(proxy ? "Proxy-Authenticate" : "WWW-Authenticate", "Basic realm=\"x\"");
                exchange.sendResponseHeaders(proxy ? 407 : 401, -1);
            } else {
                exchange.sendResponseHeaders(200, 5);
                exchange.getResponseBody().write("hello".getBytes(UTF_8));
            }
            exchange.close();
        });
        server.start();
    }

    private static String decoded(String authorization) {
        return new String(Base64.getDecoder().decode(authorization.replace("Basic ", "")), UTF_8);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void givenAProxyWithAPassword_whenDownloading_thenItGetsIt() {
        // given
        repositories.setProxySelector(new DefaultProxySelector()
                .add(new Proxy(Proxy.TYPE_HTTP, "localhost", server.getAddress().getPort(), USER), "*.example.com"));

        // when
        download(URI.create("http://mnist.invalid/mnist/"));

        // then
        assertThat(seen)
                .containsExactly(
                        "http://mnist.invalid/mnist/train-images-idx3-ubyte.gz ",
                        "http://mnist.invalid/mnist/train-images-idx3-ubyte.gz user:secret");
    }

    /** A process of its own, as the client reads once whether it may send a password for https. */
    @Test
    void givenAProxyWithAPassword_whenDownloadingByHttps_thenItGetsIt() throws Exception {
        // given
        try (ServerSocket proxy = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            proxy.setSoTimeout(60_000);

            // when
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            Downloading.class.getName(),
                            cache.toString(),
                            Integer.toString(proxy.getLocalPort()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                answer(proxy, "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"");
                answer(proxy, "502 Bad Gateway");
            } finally {
                process.destroyForcibly();
            }
        }

        // then
        assertThat(seen).containsExactly("CONNECT mnist.invalid:443 ", "CONNECT mnist.invalid:443 user:secret");
    }

    private void answer(ServerSocket proxy, String status) throws IOException {
        try (Socket connection = proxy.accept()) {
            BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
            String request = in.readLine().replace(" HTTP/1.1", " ");
            String sent = "";
            for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                sent = line.startsWith("Proxy-Authorization: ") ? decoded(line.substring(21)) : sent;
            }
            seen.add(request + sent);
            connection
                    .getOutputStream()
                    .write("HTTP/1.1 %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                            .formatted(status)
                            .getBytes(UTF_8));
        }
    }

    /** By the proxy at a port. */
    static final class Downloading {

        public static void main(String[] args) throws IOException {
            URI url = URI.create("https://mnist.invalid/mnist/");
            DefaultRepositorySystemSession repositories = new DefaultRepositorySystemSession();
            repositories.setProxySelector(new DefaultProxySelector()
                    .add(new Proxy(Proxy.TYPE_HTTP, "localhost", Integer.parseInt(args[1]), USER), ""));
            MavenNetwork network =
                    new MavenNetwork(session(repositories, new DefaultMavenExecutionRequest()), List.of(url));
            new PublishedMnist()
                    .cache(Path.of(args[0]))
                    .baseUrls(url)
                    .network(network.proxies(), network.credentials())
                    .fetch();
        }
    }

    @Test
    void givenAServerInTheSettings_whenDownloading_thenItGetsItsPassword() {
        // given
        repositories.setAuthenticationSelector(new DefaultAuthenticationSelector().add("mnist", USER));

        // when
        download(URI.create(
                "http://localhost:%d/x/".formatted(server.getAddress().getPort())));

        // then
        assertThat(seen).containsExactly("/x/train-images-idx3-ubyte.gz ", "/x/train-images-idx3-ubyte.gz user:secret");
    }

    @Test
    void givenAMirror_thenItTakesThePlaceOfTheAddressesIfItNamesThem() {
        request.addMirror(mirror("all", "*", "https://all.example.com/"));
        assertThat(MavenNetwork.mirrorUrl(session())).isEmpty();

        request.addMirror(mirror("company", "central, mnist", "https://mirror.example.com/mnist/"));
        assertThat(MavenNetwork.mirrorUrl(session())).contains("https://mirror.example.com/mnist/");
    }

    @Test
    void givenAMirrorWithAPassword_whenDownloading_thenTheServerWithItsIdCounts() {
        // given
        String url = "http://localhost:%d/x/".formatted(server.getAddress().getPort());
        request.addMirror(mirror("company", "mnist", url));
        repositories.setAuthenticationSelector(new DefaultAuthenticationSelector().add("company", USER));

        // when
        download(URI.create(url));

        // then
        assertThat(seen).last().asString().endsWith(" user:secret");
    }

    private static Mirror mirror(String id, String of, String url) {
        Mirror mirror = new Mirror();
        mirror.setId(id);
        mirror.setMirrorOf(of);
        mirror.setUrl(url);
        return mirror;
    }

    /** What comes is not MNIST, and that is said only after the password was accepted. */
    private void download(URI url) {
        MavenNetwork network = new MavenNetwork(session(), List.of(url));
        assertThatThrownBy(() -> new PublishedMnist()
                        .cache(cache)
                        .baseUrls(url)
                        .network(network.proxies(), network.credentials())
                        .fetch())
                .hasMessageContaining(
                        url
                                + "train-images-idx3-ubyte.gz: it is not the published file, but text that begins with 'hello'");
    }

    private MavenSession session() {
        return session(repositories, request);
    }

    @SuppressWarnings("deprecation") // the constructor that needs no container
    private static MavenSession session(RepositorySystemSession repositories, MavenExecutionRequest request) {
        return new MavenSession(null, repositories, request, new DefaultMavenExecutionResult());
    }
}
