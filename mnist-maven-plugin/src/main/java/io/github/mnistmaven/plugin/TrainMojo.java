package io.github.mnistmaven.plugin;

import io.github.mnistmaven.plugin.protocol.RecipeOverrides;
import io.github.mnistmaven.plugin.protocol.Request;
import io.github.mnistmaven.plugin.protocol.TrainRequest;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.recipe.Augmentation;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.recipe.Schedule;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/**
 * Trains models that read handwritten digits, and saves them with the history of their training.
 *
 * @since 0.1.0
 */
@Mojo(name = "train", defaultPhase = LifecyclePhase.PROCESS_CLASSES, threadSafe = true)
public class TrainMojo extends AbstractMnistMojo {

    /** Any will do: it is here for its checks of the values that replace its own. */
    private static final Recipe ANY_RECIPE =
            new Recipe(1, 128, Schedule.constant(0.001), Augmentation.NONE, 0, 0.1, 0, 1e-8);

    /**
     * What all random choices derive from: first weights, order, variation of images, dropout.
     *
     * <p>The same seed on the same machine with the same number of threads gives the same model, bit for bit. It does
     * not change the {@code embedded} digits.
     *
     * <pre>{@code
     * <seed>42</seed>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.seed", defaultValue = "1")
    private long seed;

    /**
     * How often the training digits are gone through at the most; by default what suits each model.
     *
     * <pre>{@code
     * <epochs>3</epochs>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.epochs")
    private Integer epochs;

    /**
     * After how many digits the weights are changed; by default what suits each model.
     *
     * <pre>{@code
     * <batchSize>128</batchSize>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.batchSize")
    private Integer batchSize;

    /**
     * The highest learning rate in the course of the training; by default what suits each model.
     *
     * <pre>{@code
     * <learningRate>0.001</learningRate>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.learningRate")
    private Double learningRate;

    /**
     * The share of the training digits that is not learnt from but measured on after each epoch, above 0 and below 1; by
     * default what suits each model.
     *
     * <pre>{@code
     * <validationFraction>0.1</validationFraction>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.validationFraction")
    private Double validationFraction;

    /**
     * After how many epochs in a row without a lower validation loss the training stops; 0 is never; by default what
     * suits each model.
     *
     * <p>With 0 the model has the weights of the last epoch, else those of the epoch with the lowest validation loss.
     *
     * <pre>{@code
     * <patience>5</patience>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.patience")
    private Integer patience;

    /**
     * Called by Maven.
     *
     * @param repositorySystem resolves the native library
     * @param toolchains know the JDK
     */
    @Inject
    public TrainMojo(RepositorySystem repositorySystem, ToolchainManager toolchains) {
        super(repositorySystem, toolchains);
    }

    @Override
    Request request() throws UserErrorException {
        return new TrainRequest(models(), digits(), output(), overrides(), seed);
    }

    private RecipeOverrides overrides() throws UserErrorException {
        return new RecipeOverrides(
                Parameters.judgedBy(ANY_RECIPE::withEpochs, "epochs", epochs),
                Parameters.judgedBy(ANY_RECIPE::withBatchSize, "batchSize", batchSize),
                Parameters.judgedBy(ANY_RECIPE::withLearningRate, "learningRate", learningRate),
                Parameters.judgedBy(ANY_RECIPE::withValidationFraction, "validationFraction", validationFraction),
                Parameters.judgedBy(ANY_RECIPE::withPatience, "patience", patience));
    }
}
