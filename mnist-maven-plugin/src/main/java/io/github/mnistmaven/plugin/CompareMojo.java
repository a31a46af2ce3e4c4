package io.github.mnistmaven.plugin;

import io.github.mnistmaven.plugin.protocol.BaselineRequest;
import io.github.mnistmaven.plugin.protocol.CompareRequest;
import io.github.mnistmaven.plugin.protocol.ReproducibilityMode;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.plugin.worker.WorkerDiedException;
import java.io.File;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/**
 * Evaluates the models that {@code mnist:train} saved on the test digits, and reports how they compare.
 *
 * @since 0.1.0
 */
@Mojo(name = "compare", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public class CompareMojo extends AbstractMnistMojo {

    /**
     * The least accuracy that models must have on the test digits; the build fails if one has not, once all reports are
     * written.
     *
     * <p>On the command line it is {@code -Dmnist.minAccuracy=cnn:0.99,lstm:0.98}, which wins over the pom model by
     * model.
     *
     * <pre>{@code
     * <minAccuracy>
     *   <cnn>0.99</cnn>
     *   <lstm>0.98</lstm>
     * </minAccuracy>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private Map<String, String> minAccuracy = Map.of();

    /**
     * {@code minAccuracy} for the command line, as Maven sets no map from a property.
     *
     * <pre>{@code
     * mvn mnist:compare -Dmnist.minAccuracy=cnn:0.99,lstm:0.98
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.minAccuracy")
    private List<String> minAccuracies = List.of();

    /**
     * Whether a model that was not trained fails the build; else it is left out with a warning.
     *
     * <pre>{@code
     * <failOnMissing>false</failOnMissing>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.failOnMissing", defaultValue = "true")
    private boolean failOnMissing;

    /**
     * The file with the results that the project has committed itself to; where it is missing, nothing is checked.
     *
     * <p>It is written by {@code mnist:compare -Dmnist.updateBaseline} and belongs into version control. With it, each model
     * gets a verdict: identical, equivalent, changed inputs, drifted or not deterministic.
     *
     * <pre>{@code
     * <baseline>${project.basedir}/mnist-baseline.json</baseline>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.baseline", defaultValue = "${basedir}/src/mnist/baseline.json")
    private File baseline;

    /**
     * Whether to write the baseline instead of checking models against it.
     *
     * <pre>{@code
     * mvn mnist:compare -Dmnist.updateBaseline
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.updateBaseline", defaultValue = "false")
    private boolean updateBaseline;

    /**
     * What fails the build where there is a baseline: {@code bitwise}, {@code statistical} or {@code off}.
     *
     * <p>{@code bitwise}: a model that drifted or is not deterministic. {@code statistical}: one whose predictions differ by
     * more than is tolerated although its inputs are the same. {@code off}: nothing. Changed inputs are told, and fail
     * nothing.
     *
     * <pre>{@code
     * <reproducibility>statistical</reproducibility>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.reproducibility", defaultValue = "bitwise")
    private String reproducibility;

    /**
     * The p-value of McNemar's exact test below which predictions differ from those of the baseline significantly.
     *
     * <pre>{@code
     * <significanceLevel>0.001</significanceLevel>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.significanceLevel", defaultValue = "0.01")
    private double significanceLevel;

    /**
     * The difference in accuracy from the baseline that is tolerated.
     *
     * <pre>{@code
     * <accuracyMargin>0.002</accuracyMargin>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.accuracyMargin", defaultValue = "0.005")
    private double accuracyMargin;

    /**
     * Called by Maven.
     *
     * @param repositorySystem resolves the native library
     * @param toolchains know the JDK
     */
    @Inject
    public CompareMojo(RepositorySystem repositorySystem, ToolchainManager toolchains) {
        super(repositorySystem, toolchains);
    }

    @Override
    void work() throws UserErrorException, WorkerDiedException {
        run(request(), launch());
    }

    private CompareRequest request() throws UserErrorException {
        return new CompareRequest(
                models(),
                digits(),
                output(),
                failOnMissing,
                Parameters.minAccuracy(minAccuracy, minAccuracies, models()),
                baseline());
    }

    private BaselineRequest baseline() throws UserErrorException {
        ReproducibilityMode mode = Parameters.reproducibility(reproducibility);
        return new BaselineRequest(
                baseline.toPath(), updateBaseline, mode, Parameters.tolerance(significanceLevel, accuracyMargin));
    }
}
