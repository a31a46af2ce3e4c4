package io.github.mnistmaven.plugin;

import io.github.mnistmaven.internal.numerics.Cpu;
import io.github.mnistmaven.internal.numerics.Numerics;
import io.github.mnistmaven.internal.runs.RunFile;
import io.github.mnistmaven.plugin.fork.WorkerDirectory;
import io.github.mnistmaven.plugin.fork.WorkerFailedException;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.plugin.protocol.VerifyRequest;
import io.github.mnistmaven.provenance.Platform;
import io.github.mnistmaven.provenance.Provenance;
import io.github.mnistmaven.study.baseline.ReproducibilityMode;
import io.github.mnistmaven.study.baseline.Tolerance;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/**
 * Trains saved models again, each from its provenance alone, and fails unless the result is the same: a proof that a
 * model is what its {@code run.json} says.
 *
 * <p>Digits, names of classes, recipe, seed, threads and numerics are those of the provenance. Of the parameters about
 * them only {@code dataDirectory} is used, and only if the digits came from a directory. Saved files are not changed. The same bits are required on a platform like that of the model, and with portable numerics on any processor; elsewhere, predictions are compared instead.
 *
 * @since 0.1.0
 */
@Mojo(name = "verify", threadSafe = true)
public class VerifyMojo extends AbstractMnistMojo {

    /**
     * What fails the build: {@code bitwise} or {@code statistical}.
     *
     * <p>{@code bitwise}: different bits, where the same ones are to be expected: on a platform like that of the model, and with portable numerics
     * on any x86-64 processor. {@code statistical}: predictions that differ by more than is tolerated.
     *
     * <p>For example:
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
     * The p-value of McNemar's exact test below which predictions differ significantly; used only where predictions are compared.
     *
     * <p>For example:
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
     * The difference in accuracy that is tolerated; used only where predictions are compared. It has to be at least 1 divided by
     * the number of test digits, as accuracies differ in steps of that size.
     *
     * <p>For example:
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
    void work() throws UserErrorException, WorkerFailedException {
        Tolerance tolerance = Parameters.tolerance(significanceLevel, accuracyMargin);
        ReproducibilityMode mode = Parameters.reproducibilityOfSavedModels(reproducibility);
        if (!Files.isDirectory(output().root())) {
            requireSaved(models());
        }
        try (WorkerDirectory directory = reserveOutput()) {
            verify(mode, tolerance, directory);
        }
    }

    private void verify(ReproducibilityMode mode, Tolerance tolerance, WorkerDirectory directory)
            throws UserErrorException, WorkerFailedException {
        for (String model : models()) {
            Provenance provenance = provenance(model);
            Platform platform = provenance.platform();
            requireProcessor(model, Numerics.in(Numerics.relevant(platform.environment())));
            run(
                    new VerifyRequest(
                            List.of(model),
                            VerifyRequest.digits(model, provenance.inputs().data(), digits()),
                            output(),
                            mode,
                            tolerance),
                    launch().on(platform.threads(), platform.environment()),
                    directory,
                    buildLog(List.of(model)));
        }
    }

    private static void requireProcessor(String model, Numerics numerics) throws UserErrorException {
        try {
            numerics.requireProcessor(Cpu.current(), System.getProperty("os.arch"));
        } catch (IllegalArgumentException e) {
            throw new UserErrorException(
                    "%s was trained with portable numerics, so it can only be verified on an x86-64 processor with AVX2 and FMA: %s"
                            .formatted(model, e.getMessage()),
                    e);
        }
    }

    private Provenance provenance(String model) throws UserErrorException {
        try {
            RunFile saved = RunFile.read(output().model(model));
            saved.requireModel(model, output().model(model));
            return saved.provenance();
        } catch (IOException e) {
            throw new UserErrorException(e.getMessage(), e);
        }
    }
}
