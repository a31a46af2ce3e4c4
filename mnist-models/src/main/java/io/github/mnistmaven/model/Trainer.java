package io.github.mnistmaven.model;

import ai.djl.engine.EngineException;
import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.Json;
import io.github.mnistmaven.internal.files.Sha256;
import io.github.mnistmaven.internal.numerics.Numerics;
import io.github.mnistmaven.internal.platform.CurrentPlatform;
import io.github.mnistmaven.internal.training.ArchitectureCode;
import io.github.mnistmaven.internal.training.Checkpoints;
import io.github.mnistmaven.internal.training.EngineFailure;
import io.github.mnistmaven.internal.training.NetworkCheck;
import io.github.mnistmaven.internal.training.Run;
import io.github.mnistmaven.internal.training.TrainedNetwork;
import io.github.mnistmaven.internal.training.Training;
import io.github.mnistmaven.internal.training.Turn;
import io.github.mnistmaven.provenance.Platform;
import io.github.mnistmaven.provenance.Provenance;
import io.github.mnistmaven.recipe.Preset;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.training.TrainingListener;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Trains models. Everything but the architecture has a default:
 *
 * <pre>{@code
 * DigitSet digits = new PublishedMnist().training();
 * try (TrainedModel model = Trainer.of("cnn").train(digits)) {
 *     model.save(Path.of("cnn"));
 * }
 * }</pre>
 *
 * <p>and everything can be said:
 *
 * <pre>{@code
 * Trainer trainer = Trainer.of("lstm")
 *         .preset(Preset.FAST)
 *         .seed(7)
 *         .epochs(2)
 *         .threads(2)
 *         .listener(epoch -> System.out.println(epoch));
 * }</pre>
 *
 * <p>A trainer is immutable: each method returns a changed copy, so one can be kept and varied, for example by seed. To call
 * {@code trainer.seed(7)} and go on with {@code trainer} changes nothing. It may be used by several threads, but in a process one model is trained at a time; the others wait. Trained again with the same digits,
 * recipe and seed on the same kind of machine, a model has the same parameters, bit for bit. If its recipe has but one replica, that also takes the
 * same number of threads.
 *
 * <p>Which exceptions there are is said in the {@linkplain io.github.mnistmaven.model description of this package}.
 */
public final class Trainer {

    private final Architecture architecture;
    private Recipe recipe;
    private Optional<String> name = Optional.empty();
    private OptionalInt epochs = OptionalInt.empty();
    private long seed = 1;
    private TrainingListener listener = TrainingListener.NONE;
    private OptionalInt threads = OptionalInt.empty();
    private Optional<Path> checkpoints = Optional.empty();
    private String circumstances = "";
    private boolean portable;

    private Trainer(Architecture architecture, Recipe recipe) {
        this.architecture = architecture;
        this.recipe = recipe;
    }

    /**
     * A trainer of one of the available architectures.
     *
     * @param architecture its name, such as {@code cnn}; see {@link Architectures#names}
     * @return a trainer by its default recipe
     * @throws IllegalArgumentException if there is none of that name; the message lists those there are
     */
    public static Trainer of(String architecture) {
        return of(Architectures.named(Objects.requireNonNull(architecture, "architecture is null")));
    }

    /**
     * A trainer of an architecture of your own, which need not be registered. To load such a model again, use
     * {@link TrainedModel#load(Path, Architecture)}.
     *
     * @param architecture the network to train
     * @return a trainer by its default recipe
     * @throws io.github.mnistmaven.architecture.ArchitectureException if it has no proper name or no recipe
     */
    public static Trainer of(Architecture architecture) {
        return new Trainer(architecture, ArchitectureCode.usable(architecture).defaultRecipe());
    }

    /**
     * Gives the model a name of its own, by which evaluations and reports tell it from others of the same architecture. The result does not
     * depend on it.
     *
     * <pre>{@code
     * TrainedModel quick = Trainer.of("cnn").preset(Preset.FAST).named("cnn-fast").train(digits);
     * TrainedModel best = Trainer.of("cnn").preset(Preset.BEST).named("cnn-best").train(digits);
     * }</pre>
     *
     * @param value lower-case letters, digits and single hyphens, at most 100 characters; the name of the architecture unless this is
     *     called
     * @return a changed copy
     * @throws IllegalArgumentException if it is no such name
     */
    public Trainer named(String value) {
        Bounds.requireName("name", value);
        return with(copy -> copy.name = Optional.of(value));
    }

    /**
     * The architecture that this trains: {@link TrainedModel#load(Path, Architecture)} takes it to load what this has trained.
     *
     * @return the network
     */
    public Architecture architecture() {
        return architecture;
    }

    /**
     * The recipe of a preset instead of the default one. Epochs that {@link #epochs} has set stay, whichever is called first.
     *
     * @param preset a trade-off between training time and accuracy
     * @return a changed copy
     * @throws io.github.mnistmaven.architecture.ArchitectureException if the architecture gives no recipe
     */
    public Trainer preset(Preset preset) {
        Objects.requireNonNull(preset, "preset is null");
        Recipe recipe = new ArchitectureCode(architecture).recipe(preset);
        return with(copy -> copy.recipe = recipe);
    }

    /**
     * Another recipe, in all that it says, the number of epochs included, even if {@link #epochs} was called before:
     *
     * <pre>{@code
     * Trainer trainer = Trainer.of("cnn");
     * trainer = trainer.recipe(trainer.recipe().withBatchSize(64).withPatience(3));
     * }</pre>
     *
     * @param value how to train
     * @return a changed copy
     */
    public Trainer recipe(Recipe value) {
        Objects.requireNonNull(value, "recipe is null");
        return with(copy -> {
            copy.recipe = value;
            copy.epochs = OptionalInt.empty();
        });
    }

    /**
     * The recipe that this trains by.
     *
     * @return all of it
     */
    public Recipe recipe() {
        return epochs.isPresent() ? recipe.withEpochs(epochs.getAsInt()) : recipe;
    }

    /**
     * How many times to go through the training digits, whatever the preset or the recipe so far says. A {@link #recipe(Recipe)} that is
     * set afterwards brings its own number.
     *
     * @param value 1 to 10,000; with early stopping, at most as many
     * @return a changed copy
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Trainer epochs(int value) {
        recipe.withEpochs(value);
        return with(copy -> copy.epochs = OptionalInt.of(value));
    }

    /**
     * What all random choices derive from: initial weights, validation split, order, augmentation and dropout.
     *
     * @param value any number; 1 unless this is called
     * @return a changed copy
     */
    public Trainer seed(long value) {
        return with(copy -> copy.seed = value);
    }

    /**
     * Follows the training.
     *
     * @param value is told of each epoch, and if it likes of each step
     * @return a changed copy
     */
    public Trainer listener(TrainingListener value) {
        Objects.requireNonNull(value, "listener is null");
        return with(copy -> copy.listener = value);
    }

    /**
     * How many threads compute while this trains. If the recipe has several replicas, each computes on one thread, and no more threads than
     * replicas are used; if it has one, all threads share every operation, and the bits of the model depend on how many they are. Other
     * threads of the program keep their number; those that first use the engine meanwhile, with several replicas, compute with one thread.
     *
     * @param value 1 to {@value Platform#MAX_THREADS}; unless this is called, the number that {@link Engine#threads} chose, or else
     *     that of the cores, up to that maximum
     * @return a changed copy
     * @throws IllegalArgumentException if the value is out of its range
     */
    public Trainer threads(int value) {
        Bounds.requireWithin("threads", value, 1, Platform.MAX_THREADS);
        return with(copy -> copy.threads = OptionalInt.of(value));
    }

    /**
     * Requires portable numerics: the same bits on every x86-64 processor with AVX2. They are chosen by variables of the environment that the
     * engine reads once, so a process has to be started with {@code ATEN_CPU_CAPABILITY=avx2}, {@code ONEDNN_MAX_CPU_ISA=AVX2},
     * {@code MKL_CBWR=COMPATIBLE}, {@code MKL_DYNAMIC=FALSE} and {@code OMP_DYNAMIC=FALSE}.
     *
     * <p>Training fails with a message that says what is missing if it was not, or if the processor or the engine cannot compute so. The number
     * of threads is 2.
     *
     * @return a changed copy
     */
    public Trainer portable() {
        return with(copy -> copy.portable = true);
    }

    /**
     * Saves a checkpoint after each epoch. The same training, started again after the process was killed, resumes from it, with the
     * same result to the bit. Delete the directory once the model is saved. Unless this is called, none are saved, and a training that
     * was interrupted or killed begins anew.
     *
     * @param directory for the checkpoints of this training; created when needed. Other files in it stay
     * @return a changed copy
     */
    public Trainer checkpoints(Path directory) {
        return checkpoints(directory, "");
    }

    /**
     * Saves a checkpoint after each epoch, as {@link #checkpoints(Path)}, where the result depends on something that the provenance
     * does not record, such as the code of an architecture.
     *
     * @param directory for the checkpoints of this training; created when needed. Other files in it stay
     * @param circumstances any text that identifies what else the result depends on; checkpoints of a training with another text
     *     are ignored
     * @return a changed copy
     */
    public Trainer checkpoints(Path directory, String circumstances) {
        Objects.requireNonNull(directory, "directory is null");
        Objects.requireNonNull(circumstances, "circumstances is null");
        return with(copy -> {
            copy.checkpoints = Optional.of(directory);
            copy.circumstances = circumstances;
        });
    }

    /**
     * Trains a model. Takes seconds to minutes; see {@link #listener} for how far it is, and interrupt the thread to stop it.
     *
     * @param digits to train on; the recipe determines which of them are held out for validation
     * @return the trained model; the caller closes it
     * @throws io.github.mnistmaven.training.TrainingException if the loss is no longer finite, there are too few digits, the
     *     engine fails, or the process has the variables of portable numerics but the engine does not follow them
     * @throws IllegalStateException if an environment variable that the engine's arithmetic depends on, such as
     *     {@code MKL_NUM_THREADS}, has an unknown value, as that cannot be recorded; the message says which variable and which values
     *     are known. Unset it before the process is started. Or if {@linkplain #portable portable} numerics are required, and the process
     *     does not have them
     * @throws IllegalArgumentException if portable numerics are required with another number of threads than theirs
     * @throws io.github.mnistmaven.architecture.ArchitectureException if the network of the architecture is not usable; the message
     *     says what is expected
     * @throws io.github.mnistmaven.training.EngineUnavailableException if the engine cannot be started; the message says which
     *     artifact to add, or what failed
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     * @throws java.io.UncheckedIOException if a checkpoint cannot be written
     */
    public TrainedModel train(DigitSet digits) {
        Run run = new Run(architecture, recipe(), Objects.requireNonNull(digits, "digits is null"), seed);
        return Turn.take(requiredThreads(), () -> {
            Provenance provenance = checked(run);
            TrainedNetwork trained = Training.train(run, listener, checkpoints(provenance));
            return new TrainedModel(
                    name.orElseGet(architecture::name), architecture, trained.model(), provenance, trained.history());
        });
    }

    /**
     * What the provenance of a model would be if it were trained now: by it, one tells whether a saved model need not be trained again.
     *
     * @param digits to train on
     * @return recipe, seed, digits, versions and platform
     * @throws IllegalStateException as {@link #train}
     * @throws IllegalArgumentException as {@link #train}
     * @throws io.github.mnistmaven.architecture.ArchitectureException if the network of the architecture is not usable
     * @throws io.github.mnistmaven.training.TrainingException if the engine fails
     * @throws io.github.mnistmaven.training.EngineUnavailableException if the engine cannot be started
     */
    public Provenance provenance(DigitSet digits) {
        Run run = new Run(architecture, recipe(), Objects.requireNonNull(digits, "digits is null"), seed);
        return Turn.take(requiredThreads(), () -> checked(run));
    }

    private OptionalInt requiredThreads() {
        if (!portable) {
            return threads;
        }
        Numerics.PORTABLE.require(System.getenv());
        if (threads.orElse(Numerics.PORTABLE_THREADS) != Numerics.PORTABLE_THREADS) {
            throw new IllegalArgumentException(
                    "threads is %d, but portable numerics compute with %d on every machine; do not set threads"
                            .formatted(threads.getAsInt(), Numerics.PORTABLE_THREADS));
        }
        return OptionalInt.of(Numerics.PORTABLE_THREADS);
    }

    private Provenance checked(Run run) {
        ArchitectureCode code = new ArchitectureCode(architecture);
        try {
            NetworkCheck.require(code, run.recipe());
            return new Provenance(run.inputs(), CurrentPlatform.platform(architecture, run.recipe()));
        } catch (EngineException e) {
            throw EngineFailure.inTraining(code, "in the check before training", e);
        }
    }

    private Optional<Checkpoints> checkpoints(Provenance provenance) {
        return checkpoints.map(
                directory -> new Checkpoints(directory, Sha256.of(Json.text(provenance) + circumstances)));
    }

    private Trainer with(Consumer<Trainer> change) {
        Trainer copy = new Trainer(architecture, recipe);
        copy.name = name;
        copy.epochs = epochs;
        copy.seed = seed;
        copy.listener = listener;
        copy.threads = threads;
        copy.checkpoints = checkpoints;
        copy.circumstances = circumstances;
        copy.portable = portable;
        change.accept(copy);
        return copy;
    }
}
