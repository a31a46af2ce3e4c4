package io.github.mnistmaven.plugin;

import io.github.mnistmaven.internal.files.PrintableText;
import io.github.mnistmaven.internal.numerics.Numerics;
import io.github.mnistmaven.plugin.console.BuildLog;
import io.github.mnistmaven.plugin.fork.WorkerDirectory;
import io.github.mnistmaven.plugin.fork.WorkerFailedException;
import io.github.mnistmaven.plugin.fork.WorkerProcess;
import io.github.mnistmaven.plugin.protocol.DigitsRequest;
import io.github.mnistmaven.plugin.protocol.OutputDirectory;
import io.github.mnistmaven.plugin.protocol.ReadRequest;
import io.github.mnistmaven.plugin.protocol.Request;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.plugin.runtime.EngineCache;
import io.github.mnistmaven.plugin.runtime.Jdk;
import io.github.mnistmaven.plugin.runtime.Launch;
import io.github.mnistmaven.plugin.runtime.UserHome;
import io.github.mnistmaven.plugin.runtime.WorkerClassPath;
import io.github.mnistmaven.study.internal.figures.Rendering;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/** What the goals with a worker have in common: the parameters about models, worker and output, and the way to it. */
abstract class AbstractMnistMojo extends AbstractDigitsMojo {

    /** More threads hardly speed up such small networks. */
    private static final int DEFAULT_MAX_THREADS = 4;

    /**
     * The names of the models, in the order in which they are processed and listed.
     *
     * <p>The choices are {@code cnn}, {@code lstm}, {@code cnn-reference}, {@code lstm-reference}, and any architecture in the plugin's {@code <dependencies>}.
     *
     * <p>For example:
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
     * The data set, {@code mnist} or {@code embedded}.
     *
     * <p>{@code mnist} is the published data set, downloaded once and stored in the user's home. {@code embedded}
     * digits are drawn by the plugin itself, without files or network. Ignored if {@code dataDirectory} is set.
     *
     * <p>For example:
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
     * What the labels 0 to 9 stand for, if the files in {@code dataDirectory} do not hold digits: ten different names in
     * the order of the labels. By default the digits themselves, and for Fashion-MNIST and Kuzushiji-MNIST the names of their classes.
     *
     * <p>Trained models know these names, and so do their classifications; figures and reports show them. They are separated by commas, or each is an element {@code <className>}. {@code mnist:verify} takes them from the model.
     *
     * <p>For example:
     *
     * <pre>
     * &lt;dataDirectory&gt;${user.home}/notmnist&lt;/dataDirectory&gt;
     * &lt;classNames&gt;A,B,C,D,E,F,G,H,I,J&lt;/classNames&gt;
     * </pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.classNames")
    private List<String> classNames = List.of();

    /**
     * The directory for models, figures and reports.
     *
     * <p>For example:
     *
     * <pre>
     * &lt;outputDirectory&gt;${project.build.directory}/digits&lt;/outputDirectory&gt;
     * </pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.outputDirectory", defaultValue = "${project.build.directory}/mnist")
    private File outputDirectory;

    /**
     * Use at most this many test digits, for quick builds; by default all.
     *
     * <p>The first ones are used. With {@code embedded} digits this many are drawn, 4,000 by default.
     *
     * <p>For example:
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
     * <p>{@code native} is the fastest that the processor offers; its bits depend on the processor's instruction set
     * and, for some networks, on the number of threads. {@code portable} uses one set of instructions (AVX2) and two threads on every
     * machine. It is meant to give the same bits on every x86-64 processor that has AVX2, and refuses to run on others.
     *
     * <p>For example:
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
     * The number of threads that compute, 1 to 256; by default the number of processors, but at most 4. With
     * {@code portable} numerics it is always 2.
     *
     * <p>{@code cnn} and {@code lstm} are trained by two threads at most, and come out the same to the bit with any number. The study's own
     * networks, and those of your own unless their recipe says otherwise, use all threads and depend on how many there are.
     *
     * <p>For example:
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
     * Further arguments for the JVM of the worker, one per element; on the command line separated by commas.
     *
     * <p>This is the only way to pass arguments to it: {@code JDK_JAVA_OPTIONS}, {@code JAVA_TOOL_OPTIONS} and
     * {@code _JAVA_OPTIONS} of the build do not reach the worker.
     *
     * <p>For example:
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
     * The directory that the engine's native libraries are unpacked to, 450 MB, once for all builds; by default {@code .djl.ai} in the
     * user's home.
     *
     * <p>The environment variables {@code ENGINE_CACHE_DIR} and {@code DJL_CACHE_DIR} set it as well; this parameter takes precedence. Where
     * the default directory cannot be written to, and the libraries are not in it, they go to {@code outputDirectory}.
     *
     * <p>For example:
     *
     * <pre>{@code
     * <engineCacheDirectory>/opt/cache/djl</engineCacheDirectory>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.engineCacheDirectory")
    private File engineCacheDirectory;

    /**
     * The number of seconds after which the goal is stopped and the build fails; 0 means never. {@code mnist:study} gives each run this long.
     * Before that, MNIST may have to be downloaded, which has limits of its own.
     *
     * <p>For example:
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

    private final RepositorySystem repositorySystem;
    private final ToolchainManager toolchains;

    AbstractMnistMojo(RepositorySystem repositorySystem, ToolchainManager toolchains) {
        this.repositorySystem = repositorySystem;
        this.toolchains = toolchains;
    }

    /** Checks the parameters and does what they say, by a worker where one is needed. */
    abstract void work() throws UserErrorException, WorkerFailedException;

    @Override
    final void perform() throws UserErrorException, MojoExecutionException {
        try {
            work();
        } catch (WorkerFailedException e) {
            throw new MojoExecutionException(PrintableText.of(openFiles().explain(e.getMessage(), e)), e);
        }
    }

    final List<String> models() throws UserErrorException {
        return Parameters.models(models);
    }

    /** As they were configured: whether they are needed is for the goal to say. */
    final List<String> configuredModels() {
        return models;
    }

    final OutputDirectory output() throws UserErrorException {
        return new OutputDirectory(Parameters.outputDirectory(outputDirectory, project.getBasedir()));
    }

    final DigitsRequest digits() throws UserErrorException {
        return digits(
                Parameters.dataset(dataset),
                Parameters.atLeast("testSamples", 1, testSamples),
                classNames,
                output().root());
    }

    /** Has a worker do it. */
    final void run(Request request, Launch launch, WorkerDirectory directory, BuildLog log)
            throws UserErrorException, WorkerFailedException {
        Parameters.requireProcessor(launch.numerics());
        if (!(request instanceof ReadRequest)) {
            download(request.digits());
        }
        worker(launch).run(request, directory, log);
    }

    final WorkerProcess worker(Launch launch) {
        return new WorkerProcess(launch, getLog()::debug);
    }

    /** Says that nothing was trained, before a directory is made whose name may have been mistyped. */
    final List<String> requireSaved(List<String> models) throws UserErrorException {
        return new SavedModels(output(), true).choose(models, getLog()::warn);
    }

    /** Holds the output directory, from before anything in it is looked at until everything is written. */
    final WorkerDirectory reserveOutput() throws UserErrorException {
        return WorkerDirectory.reserve(output());
    }

    /** Has Java load its fonts, which takes a moment, while a worker is busy. */
    static void tryRendering() {
        Thread thread = new Thread(Rendering::problem, "mnist-fonts");
        thread.setDaemon(true);
        thread.start();
    }

    /** Once in a project, however many goals draw. */
    @SuppressWarnings("unchecked") // Maven declares a map of anything.
    final void warnIfNothingCanBeDrawn(BuildLog log) {
        Map<Object, Object> ofAllGoals = getPluginContext();
        Rendering.problem()
                .filter(problem -> ofAllGoals.putIfAbsent(Rendering.class.getName(), problem) == null)
                .ifPresent(log::warn);
    }

    final BuildLog buildLog(List<String> names) throws UserErrorException {
        return new BuildLog(getLog(), liveLine(), output(), names);
    }

    final Path baseDirectory() {
        return project.getBasedir().toPath();
    }

    final Launch launch() throws UserErrorException {
        Numerics chosenNumerics = Parameters.numerics(numerics);
        UserHome home = UserHome.of(output().root());
        Optional<EngineCache> cache = EngineCache.choose(Parameters.path(engineCacheDirectory), System.getenv(), home);
        cache.map(EngineCache::directory).filter(home::isSubstitute).ifPresent(directory -> getLog().warn(
                        PrintableText.of(
                                home.moved("the engine's libraries, 450 MB,", directory, "engineCacheDirectory"))));
        int chosenThreads = Parameters.threads(threads, chosenNumerics).orElse(defaultThreads(chosenNumerics));
        return new Launch(
                Jdk.java(toolchains, session(), message -> getLog().warn(PrintableText.of(message))),
                new WorkerClassPath(repositorySystem, session(), project).resolve(plugin()),
                List.of("-Duser.home=" + home.path()),
                Parameters.elements("jvmArgs", jvmArgs),
                chosenThreads,
                Parameters.environment(chosenNumerics),
                cache,
                Parameters.seconds("timeout", timeout));
    }

    private static int defaultThreads(Numerics numerics) {
        return numerics == Numerics.PORTABLE
                ? Numerics.PORTABLE_THREADS
                : Math.min(DEFAULT_MAX_THREADS, Runtime.getRuntime().availableProcessors());
    }
}
