package io.github.mnistmaven.plugin;

import io.github.mnistmaven.data.PublishedMnist;
import io.github.mnistmaven.internal.failures.Causes;
import io.github.mnistmaven.internal.files.PrintableText;
import io.github.mnistmaven.plugin.console.DownloadLog;
import io.github.mnistmaven.plugin.console.LiveLine;
import io.github.mnistmaven.plugin.digits.DigitLoader;
import io.github.mnistmaven.plugin.protocol.Dataset;
import io.github.mnistmaven.plugin.protocol.DigitsRequest;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.plugin.runtime.MavenNetwork;
import io.github.mnistmaven.plugin.runtime.MnistCache;
import io.github.mnistmaven.plugin.runtime.OpenFileLimit;
import io.github.mnistmaven.plugin.runtime.UserHome;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Parameter;

/** What all goals have in common: the parameters about digits, and how a user's mistake ends a goal. */
abstract class AbstractDigitsMojo extends AbstractMojo {

    /**
     * A directory with MNIST or a data set like it.
     *
     * <p>It has the four files of MNIST, plain or compressed as {@code .gz}; or those of QMNIST or EMNIST; or {@code mnist.npz}
     * of Keras; or {@code train.csv} as on Kaggle. The files may also be one directory below it. Overrides {@code dataset}; nothing is
     * downloaded.
     *
     * <p>For example:
     *
     * <pre>
     * &lt;dataDirectory&gt;${user.home}/mnist&lt;/dataDirectory&gt;
     * </pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.dataDirectory")
    private File dataDirectory;

    /**
     * The directory in which downloaded digits are stored; by default {@code .mnist-maven} in the user's home.
     *
     * <p>For example:
     *
     * <pre>
     * &lt;cacheDirectory&gt;${session.executionRootDirectory}/.mnist&lt;/cacheDirectory&gt;
     * </pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.cacheDirectory")
    private File cacheDirectory;

    /**
     * Addresses from which the published files are downloaded, tried in this order; by default two public ones.
     *
     * <p>Each is the URL of a directory ({@code http}, {@code https} or {@code file}) with the four files, ending in
     * {@code .gz}. Each download is verified by its SHA-256. One that stalls for 30 seconds or takes longer than 10 minutes is
     * given up, and the next address tried. Proxies are those of {@code settings.xml}, and so are user
     * and password, if it has a {@code <server>} with the id {@code mnist}.
     *
     * <p>For example:
     *
     * <pre>{@code
     * <downloadUrls>
     *   <downloadUrl>https://mirror.example.com/mnist/</downloadUrl>
     * </downloadUrls>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.downloadUrls")
    private List<String> downloadUrls = List.of();

    /**
     * Use at most this many training digits, for quick builds; by default all.
     *
     * <p>The first ones are used. With {@code embedded} digits this many are drawn, 20,000 by default.
     *
     * <p>For example:
     *
     * <pre>{@code
     * <trainSamples>5000</trainSamples>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.trainSamples")
    private Integer trainSamples;

    /**
     * Whether to skip the goal.
     *
     * <p>For example:
     *
     * <pre>{@code
     * <skip>true</skip>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    /** Found out while files can still be opened. */
    private final OpenFileLimit openFiles = OpenFileLimit.ofThisProcess();

    private Log log;

    /** To be said when there is something to download. */
    private Optional<String> movedCache = Optional.empty();

    /** Does what the goal is for. */
    abstract void perform() throws UserErrorException, MojoExecutionException;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("skipped (parameter <skip>, -Dmnist.skip)");
            return;
        }
        new UnknownProperties(plugin, session).warn(getLog());
        try {
            perform();
        } catch (UserErrorException e) {
            throw new MojoFailureException(PrintableText.of(openFiles.explain(e.getMessage(), e)), e);
        } catch (RuntimeException | LinkageError e) {
            // Where no file can be opened, no class can be loaded either.
            Optional<String> limit = openFiles.behind(e);
            if (limit.isEmpty()) {
                throw e;
            }
            throw new MojoFailureException(PrintableText.of(Causes.inWords(e) + "\n" + limit.get()), e);
        }
    }

    /** Of several modules that are built at the same time, each line says which one it is about. */
    @Override
    public final Log getLog() {
        if (log == null) {
            log = session.isParallel() && session.getProjects().size() > 1
                    ? new ModuleLog(super.getLog(), session.getCurrentProject().getArtifactId())
                    : super.getLog();
        }
        return log;
    }

    final OpenFileLimit openFiles() {
        return openFiles;
    }

    final MavenSession session() {
        return session;
    }

    final PluginDescriptor plugin() {
        return plugin;
    }

    final DigitsRequest digits(Dataset dataset, Optional<Integer> testSamples, List<String> classNames, Path output)
            throws UserErrorException {
        Optional<Path> directory = Parameters.directory("dataDirectory", dataDirectory);
        UserHome home = UserHome.of(output);
        Optional<Path> cache = MnistCache.directory(Parameters.path(cacheDirectory), home);
        movedCache =
                cache.filter(home::isSubstitute).map(path -> home.moved("the files of MNIST", path, "cacheDirectory"));
        return new DigitsRequest(
                dataset,
                directory,
                Parameters.classNames(classNames, dataset, directory),
                Parameters.atLeast("trainSamples", 1, trainSamples),
                testSamples,
                cache,
                Parameters.addresses("downloadUrls", mirrored(downloadUrls)),
                session.isOffline());
    }

    /** A mirror in {@code settings.xml} takes the place of the default addresses, not of those that were configured. */
    private List<String> mirrored(List<String> configured) {
        return configured.isEmpty()
                ? MavenNetwork.mirrorUrl(session).map(List::of).orElse(configured)
                : configured;
    }

    /** Downloads what is missing before anybody reads it. */
    final void download(DigitsRequest digits) throws UserErrorException {
        if (digits.dataset() == Dataset.MNIST && digits.directory().isEmpty()) {
            movedCache.ifPresent(message -> getLog().warn(PrintableText.of(message)));
            movedCache = Optional.empty();
        }
        MavenNetwork network = new MavenNetwork(
                session, digits.downloadUrls().isEmpty() ? PublishedMnist.BASE_URLS : digits.downloadUrls());
        DownloadLog log = new DownloadLog(getLog(), liveLine());
        new DigitLoader(digits, read -> {})
                .download(mnist -> mnist.listener(log).network(network.proxies(), network.credentials()));
    }

    final LiveLine liveLine() {
        return LiveLine.ofTerminal(
                getLog().isInfoEnabled() && session.getRequest().isInteractiveMode() && !session.isParallel());
    }
}
