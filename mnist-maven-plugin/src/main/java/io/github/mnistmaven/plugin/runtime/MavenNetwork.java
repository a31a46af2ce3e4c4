package io.github.mnistmaven.plugin.runtime;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Mirror;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.AuthenticationContext;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * The way to the servers of MNIST as {@code settings.xml} describes it, as if they were a repository with the id {@code mnist}: a
 * {@code <proxy>}, with its user and password; a {@code <mirror>} whose {@code <mirrorOf>} names {@code mnist}; a {@code <server>}
 * with the id of the mirror, or else {@code mnist}. Mirrors of {@code *} are mirrors of repositories, and do not have the files.
 */
public final class MavenNetwork {

    private static final String ID = "mnist";

    /**
     * Unless it is set to nothing, Java does not send a proxy its password for an address that begins with https. Maven does so for
     * artifacts. Java reads it once, when the classes of its HTTP client are loaded.
     */
    private static final String DISABLED_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";

    private final RepositorySystemSession repositories;
    private final String id;
    private final List<URI> urls;

    /**
     * The network of a build. It is made before any HTTP client, as some passwords are sent only if Java was told so until then.
     *
     * @param session of the build
     * @param urls where files are downloaded from
     */
    public MavenNetwork(MavenSession session, List<URI> urls) {
        this.repositories = session.getRepositorySession();
        this.id = mirror(session)
                .filter(mirror -> urls.stream().map(URI::toString).anyMatch(mirror.getUrl()::equals))
                .map(Mirror::getId)
                .orElse(ID);
        this.urls = List.copyOf(urls);
        if (System.getProperty(DISABLED_SCHEMES) == null && urls.stream().anyMatch(this::hasProxyWithPassword)) {
            System.setProperty(DISABLED_SCHEMES, "");
        }
    }

    private boolean hasProxyWithPassword(URI url) {
        return proxy(url).map(Proxy::getAuthentication).isPresent();
    }

    /**
     * The mirror of the files.
     *
     * @param session of the build
     * @return its URL, if {@code settings.xml} has one
     */
    public static Optional<String> mirrorUrl(MavenSession session) {
        return mirror(session).map(Mirror::getUrl);
    }

    private static Optional<Mirror> mirror(MavenSession session) {
        return session.getSettings().getMirrors().stream()
                .filter(mirror -> Arrays.stream(mirror.getMirrorOf().split(","))
                        .map(String::strip)
                        .anyMatch(ID::equals))
                .findFirst();
    }

    /**
     * The proxy for each address: that of {@code settings.xml}, or else that of the JVM.
     *
     * @return never connects by itself
     */
    public ProxySelector proxies() {
        ProxySelector ofTheJvm = ProxySelector.getDefault();
        return new ProxySelector() {
            @Override
            public List<java.net.Proxy> select(URI url) {
                Optional<Proxy> proxy = proxy(url);
                if (proxy.isEmpty()) {
                    return ofTheJvm == null ? List.of(java.net.Proxy.NO_PROXY) : ofTheJvm.select(url);
                }
                return List.of(new java.net.Proxy(
                        java.net.Proxy.Type.HTTP,
                        new InetSocketAddress(proxy.get().getHost(), proxy.get().getPort())));
            }

            @Override
            public void connectFailed(URI url, SocketAddress address, IOException failure) {
                // The next address is tried by whoever asked.
            }
        };
    }

    private Optional<Proxy> proxy(URI url) {
        return Optional.ofNullable(repositories.getProxySelector().getProxy(repository(url)));
    }

    private RemoteRepository repository(URI url) {
        return new RemoteRepository.Builder(id, "default", url.toString()).build();
    }

    /**
     * Users and passwords. A server gets its own only if it is one of those that files are downloaded from, not one to which these
     * redirect.
     *
     * @return asked when a proxy or a server wants them
     */
    public Authenticator credentials() {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return getRequestorType() == RequestorType.PROXY
                        ? ofProxy(getRequestingHost(), getRequestingPort())
                        : ofServer(getRequestingHost());
            }
        };
    }

    private PasswordAuthentication ofProxy(String host, int port) {
        return urls.stream()
                .flatMap(url -> proxy(url)
                        .filter(proxy -> proxy.getHost().equals(host) && proxy.getPort() == port)
                        .map(proxy -> AuthenticationContext.forProxy(
                                repositories,
                                new RemoteRepository.Builder(repository(url))
                                        .setProxy(proxy)
                                        .build()))
                        .flatMap(MavenNetwork::password)
                        .stream())
                .findFirst()
                .orElse(null);
    }

    private PasswordAuthentication ofServer(String host) {
        return urls.stream()
                .filter(url -> host.equals(url.getHost()))
                .map(this::repository)
                .flatMap(repository -> Optional.ofNullable(
                        repositories.getAuthenticationSelector().getAuthentication(repository))
                        .map(authentication -> new RemoteRepository.Builder(repository)
                                .setAuthentication(authentication)
                                .build())
                        .map(it -> AuthenticationContext.forRepository(repositories, it))
                        .flatMap(MavenNetwork::password)
                        .stream())
                .findFirst()
                .orElse(null);
    }

    private static Optional<PasswordAuthentication> password(AuthenticationContext context) {
        try {
            String user = context.get(AuthenticationContext.USERNAME);
            char[] password = context.get(AuthenticationContext.PASSWORD, char[].class);
            return user == null || password == null
                    ? Optional.empty()
                    : Optional.of(new PasswordAuthentication(user, password));
        } finally {
            AuthenticationContext.close(context);
        }
    }
}
