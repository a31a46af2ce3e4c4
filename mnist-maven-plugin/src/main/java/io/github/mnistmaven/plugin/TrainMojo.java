package io.github.mnistmaven.plugin;

import io.github.mnistmaven.plugin.protocol.DigitsRequest;
import io.github.mnistmaven.plugin.protocol.RecipeRequest;
import io.github.mnistmaven.plugin.protocol.TrainRequest;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.plugin.runtime.Launch;
import io.github.mnistmaven.plugin.uptodate.TrainingInputs;
import io.github.mnistmaven.plugin.uptodate.UpToDate;
import io.github.mnistmaven.plugin.worker.WorkerDiedException;
import io.github.mnistmaven.recipe.Augmentation;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.recipe.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
     * How much time training may take: {@code fast} for a build on every commit, {@code standard}, or {@code best} for
     * models to keep, which takes ten times as long or more.
     *
     * <p>It stands for epochs, batchSize, learningRate, validationFraction and patience, each of which wins over it if given,
     * for how images are varied, and for how large the network is: {@code best} trains ensembles. The study's own models
     * have one recipe, whatever the preset.
     *
     * <pre>{@code
     * <preset>fast</preset>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.preset", defaultValue = "standard")
    private String preset;

    /**
     * How often the training digits are gone through at the most; by default what the preset has.
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
     * After how many digits the weights are changed; by default what the preset has.
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
     * The highest learning rate in the course of the training; by default what the preset has.
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
     * default what the preset has.
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
     * the preset has.
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
     * Whether to train models that are up to date as well, and from their first epoch.
     *
     * <p>Otherwise a model is trained only if what it depends on changed or its files are not as they were saved, and a
     * training that was killed goes on after its last whole epoch.
     *
     * <pre>{@code
     * mvn mnist:train -Dmnist.force
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.force", defaultValue = "false")
    private boolean force;

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
    void work() throws UserErrorException, WorkerDiedException {
        DigitsRequest digits = digits();
        RecipeRequest recipe = recipe();
        Launch launch = launch();
        Map<String, String> inputs = TrainingInputs.of(digits, recipe, seed, launch);
        TrainRequest request = new TrainRequest(models(), digits, output(), recipe, seed, inputs, force);
        List<String> outdated = outdated(request);
        if (!outdated.isEmpty()) {
            run(request.withModels(outdated), launch);
        }
    }

    /** The models that have to be trained; says of each what is the matter with it. */
    private List<String> outdated(TrainRequest request) {
        List<String> outdated = new ArrayList<>();
        for (String model : request.models()) {
            UpToDate upToDate = force ? UpToDate.FORCED : UpToDate.check(request, model);
            upToDate.message().ifPresent(message -> getLog().info(model + ": " + message));
            if (!upToDate.isUpToDate()) {
                outdated.add(model);
            }
        }
        return outdated;
    }

    private RecipeRequest recipe() throws UserErrorException {
        return new RecipeRequest(
                Parameters.preset(preset),
                Parameters.judgedBy(ANY_RECIPE::withEpochs, "epochs", epochs),
                Parameters.judgedBy(ANY_RECIPE::withBatchSize, "batchSize", batchSize),
                Parameters.judgedBy(ANY_RECIPE::withLearningRate, "learningRate", learningRate),
                Parameters.judgedBy(ANY_RECIPE::withValidationFraction, "validationFraction", validationFraction),
                Parameters.judgedBy(ANY_RECIPE::withPatience, "patience", patience));
    }
}
