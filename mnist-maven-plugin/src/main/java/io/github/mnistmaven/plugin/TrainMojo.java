package io.github.mnistmaven.plugin;

import io.github.mnistmaven.internal.files.PrintableText;
import io.github.mnistmaven.plugin.console.BuildLog;
import io.github.mnistmaven.plugin.fork.WorkerDirectory;
import io.github.mnistmaven.plugin.fork.WorkerFailedException;
import io.github.mnistmaven.plugin.protocol.DigitsRequest;
import io.github.mnistmaven.plugin.protocol.RecipeRequest;
import io.github.mnistmaven.plugin.protocol.TrainRequest;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.plugin.runtime.Launch;
import io.github.mnistmaven.plugin.uptodate.TrainingInputs;
import io.github.mnistmaven.plugin.uptodate.UpToDate;
import io.github.mnistmaven.recipe.Recipe;
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
 * Trains models that classify handwritten digits, and saves them with the history of their training.
 *
 * @since 0.1.0
 */
@Mojo(name = "train", defaultPhase = LifecyclePhase.PROCESS_CLASSES, threadSafe = true)
public class TrainMojo extends AbstractMnistMojo {

    /** Any will do: it is here for its checks of the values that replace its own. */
    private static final Recipe ANY_RECIPE = Recipe.DEFAULT;

    /**
     * The seed of all random choices: initial weights, validation split, order of the digits, augmentation, dropout.
     *
     * <p>The same seed on the same machine gives the same model, bit for bit (and with the same number of threads, where these matter; see
     * {@code threads}). It does not change the {@code embedded} digits.
     *
     * <p>For example:
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
     * The trade-off between training time and accuracy: {@code record}, the fastest to the accuracies of the published study;
     * {@code fast} for a build on every commit; {@code standard}; {@code robust} for digits in pictures, written by other hands and pens; or
     * {@code best} for models to keep, which takes ten times as long or more.
     *
     * <p>It determines epochs, batchSize, learningRate, validationFraction and patience, each of which overrides it if
     * set; also the augmentation, and the size of the network: {@code best} trains ensembles. The models
     * {@code cnn-reference} and {@code lstm-reference} have one recipe, that of the study, whatever the preset.
     *
     * <p>For example:
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
     * The number of passes over the training digits, at most; by default that of the preset.
     *
     * <p>For example:
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
     * The batch size: examples per step; by default that of the preset.
     *
     * <p>For example:
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
     * The highest learning rate of the schedule; by default that of the preset.
     *
     * <p>For example:
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
     * The fraction of the training digits that is held out for validation, above 0 and below 1; by default that of the
     * preset.
     *
     * <p>These digits are drawn at random from the seed, stratified by class. {@code cnn-reference} and
     * {@code lstm-reference} hold out the last ones, as published.
     *
     * <p>For example:
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
     * Early stopping: training stops after this many epochs in a row without a lower validation loss. 0 turns it off.
     * By default that of the preset.
     *
     * <p>With 0 the model has the weights of the last epoch, otherwise those of the epoch with the lowest validation
     * loss.
     *
     * <p>For example:
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
     * Whether to train models that are up to date as well, and to start each training at the first epoch.
     *
     * <p>Otherwise a model is trained only if its inputs changed or its files are not as they were saved, and a
     * training that was stopped resumes after its last complete epoch.
     *
     * <p>For example:
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
    void work() throws UserErrorException, WorkerFailedException {
        DigitsRequest digits = digits();
        RecipeRequest recipe = recipe();
        Launch launch = launch();
        Map<String, String> inputs = TrainingInputs.of(digits, recipe, seed, launch);
        TrainRequest request = new TrainRequest(models(), digits, output(), recipe, seed, inputs, force);
        try (WorkerDirectory directory = reserveOutput()) {
            train(request, launch, directory);
        }
    }

    private void train(TrainRequest request, Launch launch, WorkerDirectory directory)
            throws UserErrorException, WorkerFailedException {
        BuildLog log = buildLog(request.models());
        List<String> outdated = outdated(request);
        if (!outdated.isEmpty()) {
            tryRendering();
            try {
                run(request.withModels(outdated), launch, directory, log);
            } catch (UserErrorException | WorkerFailedException e) {
                concludeAfter(e, request.models(), log);
                throw e;
            }
            warnIfNothingCanBeDrawn(log);
        }
        conclude(request.models(), log);
    }

    /** Also of the models that were finished before a later one failed; what failed first is what the build says. */
    private void concludeAfter(Exception failure, List<String> models, BuildLog log) {
        try {
            conclude(models, log);
        } catch (UserErrorException e) {
            failure.addSuppressed(e);
            log.warn(e.getMessage());
        }
    }

    private void conclude(List<String> models, BuildLog log) throws UserErrorException {
        LearningCurveFiles curves = new LearningCurveFiles(output());
        for (String model : models) {
            curves.update(model);
        }
        log.trainingSummary();
    }

    /** The models that have to be trained; says of each what is the matter with it. */
    private List<String> outdated(TrainRequest request) {
        List<String> outdated = new ArrayList<>();
        for (String model : request.models()) {
            UpToDate upToDate =
                    force ? UpToDate.FORCED : UpToDate.check(request.output().place(model), request.inputs());
            upToDate.message().ifPresent(message -> getLog().info(PrintableText.of(model + ": " + message)));
            if (!upToDate.isUpToDate()) {
                outdated.add(model);
            }
        }
        return outdated;
    }

    private RecipeRequest recipe() throws UserErrorException {
        return new RecipeRequest(
                Parameters.preset(preset),
                Parameters.validate(ANY_RECIPE::withEpochs, "epochs", epochs),
                Parameters.validate(ANY_RECIPE::withBatchSize, "batchSize", batchSize),
                Parameters.validate(ANY_RECIPE::withLearningRate, "learningRate", learningRate),
                Parameters.validate(ANY_RECIPE::withValidationFraction, "validationFraction", validationFraction),
                Parameters.validate(ANY_RECIPE::withPatience, "patience", patience));
    }
}
