/**
 * The entry point of this library: {@link io.github.mnistmaven.model.Trainer} trains a model,
 * {@link io.github.mnistmaven.model.TrainedModel} classifies, evaluates, saves and loads, and a
 * {@link io.github.mnistmaven.model.Classification} is what it says about an image.
 *
 * <pre>{@code
 * Digits digits = new EmbeddedDigits().load();
 * try (TrainedModel model = Trainer.of("cnn").preset(Preset.FAST).seed(7).train(digits.training())) {
 *     System.out.println(model.evaluate(digits.test()));
 *     model.save(Path.of("cnn"));
 * }
 * try (TrainedModel model = TrainedModel.load(Path.of("cnn"))) {
 *     System.out.println(model.classify(Path.of("seven.png")));
 * }
 * }</pre>
 *
 * <h2>Failures</h2>
 *
 * <p>One rule holds for all public types of this library. What you hand over is checked before it is used, and each message names
 * what is wrong, where, and what it may be. The module {@code mnist-study} has a few exceptions more; the description of its package
 * {@code io.github.mnistmaven.study.experiment} lists them.
 *
 * <table class="striped">
 * <caption>Which exception means what</caption>
 * <thead><tr><th scope="col">exception</th><th scope="col">when</th></tr></thead>
 * <tbody>
 * <tr><td>{@link java.lang.IllegalArgumentException}</td>
 *     <td>a value is not what it may be: a batch size of 0, a digit 11, an image of 783 bytes, an unknown architecture, test digits with
 *     other names of classes than the model</td></tr>
 * <tr><td>{@link java.lang.NullPointerException}</td>
 *     <td>an argument is null; the message names it</td></tr>
 * <tr><td>{@link java.lang.IndexOutOfBoundsException}</td>
 *     <td>a digit set or an evaluation has no digit of that index</td></tr>
 * <tr><td>{@link io.github.mnistmaven.data.image.UnreadablePictureException}, an {@code IllegalArgumentException}</td>
 *     <td>a picture is not an image, damaged, too large, or does not show what it should, whether it comes as a file, as a stream or as an
 *     image in memory; the message is for whoever took the picture</td></tr>
 * <tr><td>{@link java.io.IOException}</td>
 *     <td>a file cannot be read or written. Its subclasses: {@link io.github.mnistmaven.data.DigitFormatException}, if a file of
 *     digits is there but damaged or of another kind, and
 *     {@link io.github.mnistmaven.provenance.ModelFormatException}, if that is so of a saved model</td></tr>
 * <tr><td>{@link io.github.mnistmaven.training.TrainingException}</td>
 *     <td>a training cannot go on: its loss is no longer finite, there are too few digits, the engine failed</td></tr>
 * <tr><td>{@link io.github.mnistmaven.architecture.ArchitectureException}</td>
 *     <td>the network of an architecture is not what {@link io.github.mnistmaven.architecture.Architecture} demands, or its code
 *     fails, in training or later; also if it gives NaN when it classifies</td></tr>
 * <tr><td>{@link java.util.concurrent.CancellationException}</td>
 *     <td>the thread was interrupted while it trained; it is still marked as interrupted. Whatever was allocated is freed. If
 *     {@linkplain io.github.mnistmaven.model.Trainer#checkpoints checkpoints} were asked for, that of the last complete epoch stays.
 *     Interrupted after the last step, a training ends as usual: it gives the model, and the thread is still marked. As Java has it, this is
 *     a subclass of {@link java.lang.IllegalStateException}: who catches that one round {@code train} catches interruptions too</td></tr>
 * <tr><td>{@link java.io.UncheckedIOException}</td>
 *     <td>{@code Trainer.train} cannot write a checkpoint</td></tr>
 * <tr><td>{@link io.github.mnistmaven.training.EngineFailureException}</td>
 *     <td>the engine failed outside of a training, most likely as memory is short. Its subclass
 *     {@link io.github.mnistmaven.training.EngineUnavailableException}: the engine cannot be started, mostly as its native library is missing;
 *     the message names the artifact to add. This one may end a training too</td></tr>
 * <tr><td>{@link java.lang.IllegalStateException}</td>
 *     <td>a model was closed before it was used; or the process was not started as it has to be: an environment variable of the engine has a
 *     value that is not known, or those of {@linkplain io.github.mnistmaven.model.Trainer#portable portable numerics} are missing</td></tr>
 * </tbody>
 * </table>
 *
 * <p>Exceptions of the engine do not get out; they are the cause of one of these. What a
 * {@link io.github.mnistmaven.training.TrainingListener} throws reaches the caller as it is. To classify or evaluate cannot be
 * interrupted; it takes less than a millisecond an image.
 *
 * <p>Not checked are: whether 784 bytes show a digit at all, or a single character in a picture is a digit and no letter, whether test digits are among those that were trained on, and whether
 * the memory suffices.
 *
 * <h2>Threads</h2>
 *
 * <p>All values of this library are immutable: trainers, recipes, classifications, histories, provenance. Any number of threads may share them,
 * and a {@link io.github.mnistmaven.model.TrainedModel} as well. What is not shared is said where it is so.
 *
 * <h2>Nothing is downloaded</h2>
 *
 * <p>Only {@link io.github.mnistmaven.data.PublishedMnist} uses the network, to fetch MNIST once. The engine does not.
 */
package io.github.mnistmaven.model;
