package io.github.mnistmaven.plugin.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Settings;

/**
 * How the worker gets out to the network: as Maven does. A proxy's user and password are not handed on, as everybody on
 * the machine can read a process's command line.
 */
public final class ProxyProperties {

    private static final List<String> INHERITED = List.of(
            "http.proxyHost",
            "http.proxyPort",
            "http.nonProxyHosts",
            "https.proxyHost",
            "https.proxyPort",
            "java.net.useSystemProxies",
            "javax.net.ssl.trustStore",
            "javax.net.ssl.trustStoreType");

    private ProxyProperties() {}

    /**
     * The worker's network settings: those of Maven's JVM, unless {@code settings.xml} has an active proxy.
     *
     * @param settings of the build
     * @return arguments for {@code java}
     */
    public static List<String> jvmArgs(Settings settings) {
        List<String> args = new ArrayList<>();
        for (String name : INHERITED) {
            Optional.ofNullable(System.getProperty(name)).ifPresent(value -> args.add(property(name, value)));
        }
        Optional.ofNullable(settings.getActiveProxy()).ifPresent(proxy -> args.addAll(of(proxy)));
        return args;
    }

    private static List<String> of(Proxy proxy) {
        List<String> args = new ArrayList<>();
        for (String protocol : List.of("http", "https")) {
            args.add(property(protocol + ".proxyHost", proxy.getHost()));
            args.add(property(protocol + ".proxyPort", Integer.toString(proxy.getPort())));
        }
        Optional.ofNullable(proxy.getNonProxyHosts())
                .ifPresent(hosts -> args.add(property("http.nonProxyHosts", hosts)));
        return args;
    }

    private static String property(String name, String value) {
        return "-D%s=%s".formatted(name, value);
    }
}
