package io.github.mnistmaven.plugin.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.mnistmaven.data.PublishedMnist;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
        assertThatThrownBy(() -> new PublishedMnist(cache, List.of(url), false)
                        .network(network.proxies(), network.credentials())
                        .fetch())
                .hasMessageContaining(
                        url
                                + "train-images-idx3-ubyte.gz: it is not the published file, but text that begins with 'hello'");
    }

    @SuppressWarnings("deprecation") // the constructor that needs no container
    private MavenSession session() {
        return new MavenSession(null, repositories, request, new DefaultMavenExecutionResult());
    }
}
