package io.github.mnistmaven.plugin;

import io.github.mnistmaven.internal.files.PrintableText;
import io.github.mnistmaven.plugin.protocol.Dataset;
import io.github.mnistmaven.plugin.protocol.DigitsRequest;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What all goals have in common: the parameters about digits, and how a user's mistake ends a goal. */
abstract class AbstractDigitsMojo extends AbstractMojo {

    /**
     * A directory with the four files of MNIST or of a data set in the same format.
     *
     * <p>They are {@code train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte}, {@code t10k-images-idx3-ubyte} and
     * {@code t10k-labels-idx1-ubyte}, each plain or compressed as {@code .gz}. Overrides {@code dataset}; nothing is
     * downloaded.
     *
     * <pre>{@code
     * <dataDirectory>${user.home}/mnist</dataDirectory>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.dataDirectory")
    private File dataDirectory;

    /**
     * The directory in which downloaded digits are stored; by default {@code .mnist-maven} in the user's home.
     *
     * <pre>{@code
     * <cacheDirectory>${session.executionRootDirectory}/.mnist</cacheDirectory>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.cacheDirectory")
    private File cacheDirectory;

    /**
     * Addresses from which the published files are downloaded, tried in this order; by default two public ones.
     *
     * <p>Each is the URL of a directory ({@code http}, {@code https} or {@code file}) with the four files, ending in
     * {@code .gz}. Each download is verified by its SHA-256.
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

    /** Does what the goal is for. */
    abstract void perform() throws UserErrorException, MojoExecutionException;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("skipped (parameter <skip>, -Dmnist.skip)");
            return;
        }
        try {
            perform();
        } catch (UserErrorException e) {
            throw new MojoFailureException(PrintableText.of(e.getMessage()), e);
        }
    }

    final MavenSession session() {
        return session;
    }

    final DigitsRequest digits(Dataset dataset, Optional<Integer> testSamples, List<String> classNames)
            throws UserErrorException {
        Optional<Path> directory = Parameters.directory("dataDirectory", dataDirectory);
        return new DigitsRequest(
                dataset,
                directory,
                Parameters.classNames(classNames, dataset, directory),
                Parameters.atLeast("trainSamples", 1, trainSamples),
                testSamples,
                Parameters.path(cacheDirectory),
                Parameters.addresses("downloadUrls", downloadUrls),
                session.isOffline());
    }
}
