package io.github.mnistmaven.plugin;

import io.github.mnistmaven.plugin.console.BuildLog;
import io.github.mnistmaven.plugin.console.LiveLine;
import io.github.mnistmaven.plugin.protocol.DigitsRequest;
import io.github.mnistmaven.plugin.protocol.OutputDirectory;
import io.github.mnistmaven.plugin.protocol.Request;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.plugin.runtime.Jdk;
import io.github.mnistmaven.plugin.runtime.Launch;
import io.github.mnistmaven.plugin.runtime.ProxyProperties;
import io.github.mnistmaven.plugin.runtime.WorkerClassPath;
import io.github.mnistmaven.plugin.worker.WorkerDiedException;
import io.github.mnistmaven.plugin.worker.WorkerProcess;
import io.github.mnistmaven.provenance.Numerics;
import java.io.File;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/** What the goals with a worker have in common: the parameters about models, worker and output, and the way to it. */
abstract class AbstractMnistMojo extends AbstractDigitsMojo {

    /** More help such small networks little. */
    private static final int MOST_THREADS = 4;

    /**
     * The models, in the order in which they are worked on and listed.
     *
     * <p>There are {@code cnn}, {@code lstm}, {@code cnn-reference}, {@code lstm-reference}, and what the plugin's
     * {@code <dependencies>} add.
     *
     * <pre>{@code
     * <models>
     *   <model>cnn</model>
     *   <model>cnn-reference</model>
     * </models>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.models", defaultValue = "cnn,lstm")
    private List<String> models;

    /**
     * The kind of digits, {@code mnist} or {@code embedded}.
     *
     * <p>{@code mnist} is the published data set, downloaded once and kept in the user's home; {@code embedded} is drawn
     * by the plugin itself and needs neither files nor network. Of no effect where {@code dataDirectory} is set.
     *
     * <pre>{@code
     * <dataset>embedded</dataset>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.dataset", defaultValue = "mnist")
    private String dataset;

    /**
     * Where models, figures and reports go.
     *
     * <pre>{@code
     * <outputDirectory>${project.build.directory}/digits</outputDirectory>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.outputDirectory", defaultValue = "${project.build.directory}/mnist")
    private File outputDirectory;

    /**
     * How many test digits to use at the most, for quick builds; by default all.
     *
     * <p>The first ones are taken. Of {@code embedded} digits this is the number that is drawn, 4,000 by default.
     *
     * <pre>{@code
     * <testSamples>1000</testSamples>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.testSamples")
    private Integer testSamples;

    /**
     * Which arithmetic the engine uses, {@code native} or {@code portable}.
     *
     * <p>{@code native} is the fastest that the processor offers; its bits are bound to the processor's instruction set.
     * {@code portable} uses one set of instructions (AVX2) and one number of threads, meant to give the same bits on
     * every x86-64 processor that has AVX2.
     *
     * <pre>{@code
     * <numerics>portable</numerics>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.numerics", defaultValue = "native")
    private String numerics;

    /**
     * How many threads compute; by default as many as there are processors, but no more than 4, and with
     * {@code portable} numerics 2 whatever there are.
     *
     * <p>The same seed gives the same bits only with the same number of threads.
     *
     * <pre>{@code
     * <threads>2</threads>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.threads")
    private Integer threads;

    /**
     * Further arguments for the JVM of the worker, one an element; on the command line separated by commas.
     *
     * <pre>{@code
     * <jvmArgs>
     *   <jvmArg>-Xmx2g</jvmArg>
     * </jvmArgs>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.jvmArgs")
    private List<String> jvmArgs = List.of();

    /**
     * After how many seconds the goal is stopped and the build fails; 0 is never.
     *
     * <pre>{@code
     * <timeout>1800</timeout>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.timeout", defaultValue = "0")
    private int timeout;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    private final RepositorySystem repositorySystem;
    private final ToolchainManager toolchains;

    AbstractMnistMojo(RepositorySystem repositorySystem, ToolchainManager toolchains) {
        this.repositorySystem = repositorySystem;
        this.toolchains = toolchains;
    }

    /** Checks the parameters and does what they say, by a worker where one is needed. */
    abstract void work() throws UserErrorException, WorkerDiedException;

    @Override
    final void perform() throws UserErrorException, MojoExecutionException {
        try {
            work();
        } catch (WorkerDiedException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    final List<String> models() throws UserErrorException {
        return Parameters.models(models);
    }

    final OutputDirectory output() throws UserErrorException {
        return new OutputDirectory(Parameters.outputDirectory(outputDirectory, project.getBasedir()));
    }

    final DigitsRequest digits() throws UserErrorException {
        return digits(Parameters.dataset(dataset), Parameters.atLeast("testSamples", 1, testSamples));
    }

    /** Has a worker do it. */
    final void run(Request request, Launch launch) throws UserErrorException, WorkerDiedException {
        new WorkerProcess(launch).run(request, new BuildLog(getLog(), liveLine(), request));
    }

    final Launch launch() throws UserErrorException {
        Numerics chosenNumerics = Parameters.numerics(numerics);
        int chosenThreads = Parameters.threads(threads, chosenNumerics).orElse(defaultThreads(chosenNumerics));
        return new Launch(
                Jdk.java(toolchains, session()),
                new WorkerClassPath(repositorySystem, session(), project).resolve(plugin),
                ProxyProperties.jvmArgs(session().getSettings()),
                Parameters.elements("jvmArgs", jvmArgs),
                chosenThreads,
                chosenNumerics.environment(System.getenv()),
                Parameters.seconds("timeout", timeout));
    }

    private static int defaultThreads(Numerics numerics) {
        return numerics == Numerics.PORTABLE
                ? Numerics.PORTABLE_THREADS
                : Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    }

    private LiveLine liveLine() {
        return LiveLine.ofTerminal(getLog().isInfoEnabled()
                && session().getRequest().isInteractiveMode()
                && !session().isParallel());
    }
}
