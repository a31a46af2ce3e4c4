package io.github.mnistmaven.plugin;

import io.github.mnistmaven.model.SavedRun;
import io.github.mnistmaven.plugin.protocol.Tolerance;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.plugin.protocol.VerifyRequest;
import io.github.mnistmaven.plugin.worker.WorkerDiedException;
import io.github.mnistmaven.provenance.Platform;
import io.github.mnistmaven.provenance.Provenance;
import java.io.IOException;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/**
 * Trains saved models again, each from its provenance alone, and fails unless they come out as they are: a proof that a
 * model is what its {@code run.json} says.
 *
 * <p>Digits, recipe, seed, threads and numerics are those of the provenance; of the parameters about them only
 * {@code dataDirectory} matters, and only if the digits came from a directory. Nothing that was saved is changed. On
 * another platform, where equal bits cannot be expected, predictions are compared instead.
 *
 * @since 0.1.0
 */
@Mojo(name = "verify", threadSafe = true)
public class VerifyMojo extends AbstractMnistMojo {

    /**
     * On another platform, the p-value of McNemar's exact test below which predictions differ significantly.
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
     * On another platform, the difference in accuracy that is tolerated.
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
    public VerifyMojo(RepositorySystem repositorySystem, ToolchainManager toolchains) {
        super(repositorySystem, toolchains);
    }

    /** A worker for each model, as threads and numerics are set when a process starts. */
    @Override
    void work() throws UserErrorException, WorkerDiedException {
        Tolerance tolerance = Parameters.tolerance(significanceLevel, accuracyMargin);
        for (String model : models()) {
            Provenance provenance = provenance(model);
            Platform platform = provenance.platform();
            run(
                    new VerifyRequest(
                            List.of(model),
                            VerifyRequest.digits(model, provenance.inputs().data(), digits()),
                            output(),
                            tolerance),
                    launch().on(platform.threads(), platform.environment()));
        }
    }

    private Provenance provenance(String model) throws UserErrorException {
        try {
            return SavedRun.read(output().model(model)).run().provenance();
        } catch (IOException e) {
            throw new UserErrorException(e.getMessage(), e);
        }
    }
}
