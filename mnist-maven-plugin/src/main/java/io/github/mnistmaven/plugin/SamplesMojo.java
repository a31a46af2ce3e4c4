package io.github.mnistmaven.plugin;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.plugin.digits.DigitLoader;
import io.github.mnistmaven.plugin.protocol.Dataset;
import io.github.mnistmaven.plugin.protocol.DigitsRequest;
import io.github.mnistmaven.plugin.protocol.Unwritable;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.study.internal.figures.Figures;
import io.github.mnistmaven.study.internal.figures.RenderedFigure;
import io.github.mnistmaven.study.internal.figures.Rendering;
import io.github.mnistmaven.study.internal.figures.Samples;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Draws {@code samples.png}: ten embedded digits of each class, and beside them ten real ones of each class if
 * {@code dataset} or {@code dataDirectory} names some. Needs no project.
 *
 * @since 0.1.0
 */
@Mojo(name = "samples", requiresProject = false, threadSafe = true)
public class SamplesMojo extends AbstractDigitsMojo {

    /**
     * The digits that are shown beside the embedded ones: {@code mnist}, or none with {@code embedded}.
     *
     * <p>{@code mnist} is downloaded once and stored in the user's home. Ignored if {@code dataDirectory} is set.
     *
     * <p>For example:
     *
     * <pre>{@code
     * mvn mnist:samples -Dmnist.dataset=mnist
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.dataset", defaultValue = "embedded")
    private String dataset;

    /**
     * The directory for {@code samples.png}; by default {@code target/mnist} in the project, or in the current
     * directory if there is no project.
     *
     * <p>For example:
     *
     * <pre>{@code
     * mvn mnist:samples -Dmnist.outputDirectory=pictures
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.outputDirectory", defaultValue = "target/mnist")
    private File outputDirectory;

    @Override
    void perform() throws UserErrorException {
        DigitsRequest chosen =
                digits(Parameters.dataset(dataset), Optional.empty(), List.of(), outputDirectory.toPath());
        Optional<String> problem = Rendering.problem();
        if (problem.isPresent()) {
            throw new UserErrorException(problem.get());
        }
        List<Samples> samples = new ArrayList<>();
        samples.add(new Samples("Embedded digits", drawn(chosen)));
        if (chosen.directory().isPresent()) {
            samples.add(new Samples("From dataDirectory", read(chosen)));
        } else if (chosen.dataset() != Dataset.EMBEDDED) {
            samples.add(new Samples("MNIST", read(chosen)));
        }
        write(samples);
    }

    private DigitSet drawn(DigitsRequest chosen) throws UserErrorException {
        Instant start = Instant.now();
        DigitSet digits = read(chosen.embedded());
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
        getLog().info(String.format(Locale.ROOT, "drawn in %.1f s", seconds));
        return digits;
    }

    private DigitSet read(DigitsRequest request) throws UserErrorException {
        download(request);
        return new DigitLoader(request, read -> getLog().info(String.format(
                        Locale.ROOT, "%,d %s digits (%s)", read.digits(), read.use(), read.source())))
                .training();
    }

    private void write(List<Samples> samples) throws UserErrorException {
        Path directory = outputDirectory.toPath();
        try {
            for (RenderedFigure figure : Figures.samples(samples)) {
                getLog().info("samples: " + figure.write(directory));
            }
        } catch (IOException e) {
            throw Unwritable.because("the samples", directory, e);
        }
    }
}
