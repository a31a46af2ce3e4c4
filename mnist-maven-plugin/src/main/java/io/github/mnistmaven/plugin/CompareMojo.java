package io.github.mnistmaven.plugin;

import io.github.mnistmaven.plugin.protocol.CompareRequest;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.plugin.worker.WorkerDiedException;
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
                Parameters.minAccuracy(minAccuracy, minAccuracies, models()));
    }
}
