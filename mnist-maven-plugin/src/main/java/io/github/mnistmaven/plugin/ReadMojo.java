package io.github.mnistmaven.plugin;

import io.github.mnistmaven.plugin.console.BuildLog;
import io.github.mnistmaven.plugin.fork.WorkerDirectory;
import io.github.mnistmaven.plugin.fork.WorkerFailedException;
import io.github.mnistmaven.plugin.protocol.ReadRequest;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/**
 * Reads the digits in pictures with the models that {@code mnist:train} saved: prints what is written in each, and writes a copy
 * with a box around each digit into the output directory.
 *
 * <p>A question mark behind a probability means that the model is not sure. A file that is no picture, and a picture that shows no digit, are reported, but do not fail
 * the build. Where several pictures have the same file name, the second one is called {@code x.png (2)}, and so on.
 *
 * @since 0.1.0
 */
@Mojo(name = "read", threadSafe = true)
public class ReadMojo extends AbstractMnistMojo {

    /**
     * The pictures, or directories with pictures: PNG, JPEG, GIF, BMP or TIFF.
     *
     * <p>For example:
     *
     * <pre>{@code
     * mvn mnist:read -Dmnist.images=house-number.jpg,scans
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.images")
    private List<File> images = List.of();

    /**
     * Called by Maven.
     *
     * @param repositorySystem resolves the native library
     * @param toolchains know the JDK
     */
    @Inject
    public ReadMojo(RepositorySystem repositorySystem, ToolchainManager toolchains) {
        super(repositorySystem, toolchains);
    }

    @Override
    void work() throws UserErrorException, WorkerFailedException {
        List<Path> pictures = Parameters.pictures(images);
        List<String> requested = models();
        if (!Files.isDirectory(output().root())) {
            requireSaved(requested);
        }
        try (WorkerDirectory directory = reserveOutput()) {
            BuildLog log = buildLog(requested);
            List<String> saved = saved(requested);
            run(new ReadRequest(saved, digits(), output(), pictures), launch(), directory, log);
            log.note(List.of("", "pictures: " + output().readings()));
        }
    }

    /** Those of the models that were trained; it is an error only if none was. */
    private List<String> saved(List<String> requested) throws UserErrorException {
        List<String> saved = new SavedModels(output(), false).among(requested);
        return saved.isEmpty() ? requireSaved(requested) : saved;
    }
}
