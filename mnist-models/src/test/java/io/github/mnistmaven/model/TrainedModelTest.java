package io.github.mnistmaven.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.modality.Classifications;
import ai.djl.modality.cv.Image;
import ai.djl.modality.cv.ImageFactory;
import ai.djl.repository.zoo.Criteria;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.image.DigitPicture;
import io.github.mnistmaven.data.image.UnreadablePictureException;
import io.github.mnistmaven.internal.files.AtomicDirectory;
import io.github.mnistmaven.internal.runs.RecordedEpochs;
import io.github.mnistmaven.internal.runs.RunFile;
import io.github.mnistmaven.internal.training.StripedDigits;
import io.github.mnistmaven.provenance.Inputs;
import io.github.mnistmaven.provenance.ModelFormatException;
import io.github.mnistmaven.recipe.Capacity;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.training.Epoch;
import io.github.mnistmaven.training.Step;
import io.github.mnistmaven.training.TrainingListener;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.commons.io.file.PathUtils;
import org.apache.commons.io.input.BrokenInputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainedModelTest {

    private static final DigitSet DIGITS = StripedDigits.of(400, 1).withSource("stripes");
    private static final DigitSet TEST = StripedDigits.of(100, 2);

    /** Three networks of the architecture cnn, twice as wide. */
    private static final String ENSEMBLE = "ensemble";

    @TempDir
    private static Path trained;

    private static TrainedModel cnn;

    @TempDir
    private Path temp;

    private Path directory;

    @BeforeAll
    static void train() throws IOException {
        cnn = trained("cnn");
        cnn.save(trained.resolve("cnn"));
        for (String other : List.of("lstm", ENSEMBLE)) {
            try (TrainedModel model = trained(other)) {
                model.save(trained.resolve(other));
            }
        }
    }

    private static TrainedModel trained(String name) {
        Trainer trainer = Trainer.of(name.equals(ENSEMBLE) ? "cnn" : name);
        Recipe recipe = trainer.recipe()
                .withEpochs(2)
                .withBatchSize(32)
                .withCapacity(
                        name.equals(ENSEMBLE)
                                ? Capacity.DEFAULT.withWidthMultiplier(2).withEnsembleSize(3)
                                : Capacity.DEFAULT);
        return trainer.recipe(recipe).seed(5).train(DIGITS);
    }

    @AfterAll
    static void close() {
        cnn.close();
    }

    @BeforeEach
    void copy() throws IOException {
        directory = copy("cnn");
    }

    private Path copy(String name) throws IOException {
        Path copy = Files.createDirectory(temp.resolve(name));
        try (Stream<Path> files = Files.list(trained.resolve(name))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    @ParameterizedTest
    @ValueSource(strings = {"cnn", "lstm", ENSEMBLE})
    void givenASavedModel_whenLoaded_thenItsPredictionsAndItsRunAreTheSame(String name) throws IOException {
        // given
        try (TrainedModel before = trained(name)) {
            before.save(directory);

            // when
            TrainedModel loaded = TrainedModel.load(directory);

            // then
            assertThat(loaded.classify(TEST)).isEqualTo(before.classify(TEST));
            assertThat(loaded.name()).isEqualTo(before.name());
            assertThat(loaded.provenance()).usingRecursiveComparison().isEqualTo(before.provenance());
            assertThat(loaded.history()).usingRecursiveComparison().isEqualTo(before.history());
            assertThat(loaded).hasToString(before.toString());
            Inputs inputs = loaded.provenance().inputs();
            assertThat(inputs.seed()).isEqualTo(5);
            assertThat(inputs.data().source()).isEqualTo("stripes");
            assertThat(inputs.data().trainingFingerprint()).isEqualTo(DIGITS.fingerprint());
            assertThat(inputs.versions().pytorch()).isEqualTo("2.7.1");
            assertThat(inputs.versions().library()).doesNotContain("$");
            assertThat(loaded.history().epochs()).hasSize(2);
            loaded.close();
        }
    }

    @Test
    void givenAModel_whenADigitIsClassified_thenItIsTheMostProbableAndTheProbabilitiesAddUpToOne() {
        // when
        Classification read = cnn.classify(TEST.image(3));

        // then
        double[] probabilities =
                IntStream.range(0, 10).mapToDouble(read::probability).toArray();
        assertThat(probabilities).hasSize(10);
        assertThat(DoubleStream.of(probabilities)).allMatch(probability -> probability <= read.probability());
        assertThat(DoubleStream.of(probabilities).sum()).isEqualTo(1, within(1e-5));
        assertThat(read.digit()).isEqualTo(cnn.evaluate(TEST).prediction(3));
    }

    @Test
    void givenManyImages_whenClassified_thenThePredictionsAreThoseOfTheDigitSet() {
        // given
        List<byte[]> images =
                IntStream.range(0, TEST.size()).mapToObj(TEST::image).toList();

        // when, then
        assertThat(cnn.classify(images)).isEqualTo(cnn.classify(TEST));
        assertThat(cnn.classify(List.<byte[]>of())).isEmpty();
    }

    @Test
    void givenImagesThatAreNone_whenClassified_thenTheMessageSaysWhichAndWhy() {
        // given
        byte[] seven = TEST.image(3);

        // when, then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cnn.classify(List.of(seven, new byte[784])))
                .withMessage("image 1 shows nothing: all its pixels are 0, which is background");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cnn.classify(List.of(seven, seven, new byte[783])))
                .withMessage("image 2 has 783 bytes; an image has 784, 28 rows of 28");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cnn.classify(new byte[784]))
                .withMessage("the image shows nothing: all its pixels are 0, which is background");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cnn.classify(new byte[0]))
                .withMessage("the image has 0 bytes; an image has 784, 28 rows of 28");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cnn.classify(Collections.nCopies(DigitSet.MAX_SIZE + 1, seven)))
                .withMessageContaining("it must be between 1 and 2739137");
        assertThatNullPointerException()
                .isThrownBy(() -> cnn.classify(Arrays.asList(seven, null)))
                .withMessage("image 1 is null");
    }

    @Test
    void givenNull_thenTheMessageNamesTheParameter() {
        assertThatNullPointerException()
                .isThrownBy(() -> cnn.classify((byte[]) null))
                .withMessage("pixels is null");
        assertThatNullPointerException()
                .isThrownBy(() -> cnn.classify((List<byte[]>) null))
                .withMessage("images is null");
        assertThatNullPointerException()
                .isThrownBy(() -> cnn.classify((BufferedImage) null))
                .withMessage("image is null");
        assertThatNullPointerException()
                .isThrownBy(() -> cnn.classify((Path) null))
                .withMessage("file is null");
        assertThatNullPointerException()
                .isThrownBy(() -> cnn.classify((DigitSet) null))
                .withMessage("digits is null");
        assertThatNullPointerException().isThrownBy(() -> cnn.evaluate(null)).withMessage("test is null");
        assertThatNullPointerException().isThrownBy(() -> cnn.save(null)).withMessage("directory is null");
    }

    @Test
    void givenAClosedModel_whenUsed_thenTheMessageSaysSoAndWhatItKnowsOfItselfStays() throws IOException {
        // given
        TrainedModel closed = TrainedModel.load(directory);
        closed.close();
        closed.close();

        // when, then
        for (ThrowingCallable use : List.<ThrowingCallable>of(
                () -> closed.classify(TEST),
                () -> closed.classify(TEST.image(3)),
                () -> closed.classify(List.of(TEST.image(3))),
                () -> closed.evaluate(TEST),
                () -> closed.save(temp.resolve("closed")))) {
            assertThatIllegalStateException()
                    .isThrownBy(use)
                    .withMessage("the model 'cnn' is closed; load it again to use it");
        }
        assertThat(temp.resolve("closed")).doesNotExist();
        assertThat(closed.name()).isEqualTo("cnn");
        assertThat(closed.history().epochs()).hasSize(2);
        assertThat(closed).hasToString(cnn.toString());
    }

    @Test
    void givenAnImageOfADigit_whenClassified_thenItIsTheMeanOverItsRenderings() throws IOException {
        // given
        BufferedImage image = TEST.picture(3);
        Path file = temp.resolve("digit.png");
        ImageIO.write(image, "png", file.toFile());

        // when
        Classification read = cnn.classify(image);

        // then
        List<byte[]> renderings = DigitPicture.of(image).single().renderings();
        List<Classification> each = cnn.classify(renderings);
        assertThat(renderings).hasSize(7);
        for (int digit = 0; digit < DigitSet.CLASSES; digit++) {
            int index = digit;
            double mean = each.stream()
                    .mapToDouble(one -> one.probability(index))
                    .average()
                    .orElseThrow();
            assertThat(read.probability(digit)).isEqualTo(mean, within(1e-9));
        }
        assertThat(cnn.classify(file)).isEqualTo(read);
    }

    @Test
    void givenAPictureOfTwoDigits_whenRead_thenBothAreWhereTheyAreAndClassifyRefuses() throws IOException {
        // given
        BufferedImage two = new BufferedImage(120, 60, BufferedImage.TYPE_BYTE_GRAY);
        two.createGraphics().drawImage(TEST.picture(3), 8, 4, 50, 50, null);
        two.createGraphics().drawImage(TEST.picture(3), 64, 4, 50, 50, null);
        Path file = temp.resolve("two.png");
        ImageIO.write(two, "png", file.toFile());

        // when
        Reading reading = cnn.read(file);

        // then
        assertThat(reading.lines()).hasSize(1);
        assertThat(reading.digits()).hasSize(2);
        assertThat(reading.digits().get(0).box().left()).isBetween(8, 57);
        assertThat(reading.digits().get(1).box().left()).isBetween(64, 113);
        int digit = reading.digits().get(0).classification().digit();
        assertThat(reading.text()).isEqualTo("%d%d".formatted(digit, digit));
        assertThat(cnn.read(two)).isEqualTo(reading);
        assertThatThrownBy(() -> cnn.classify(file))
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessageContainingAll(file.toString(), "2 separate characters", "mnist:read");
        assertThatThrownBy(() -> cnn.classify(two))
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessageContaining("2 separate characters");
    }

    @Test
    void givenADigitInAPicture_whenClassified_thenTheAnswerIsTheSameHoweverThePictureIsGiven() throws IOException {
        // given
        Path file = temp.resolve("digit.png");
        ImageIO.write(TEST.picture(3), "png", file.toFile());
        DigitPicture picture = DigitPicture.read(new ByteArrayInputStream(Files.readAllBytes(file)), "upload");

        // when
        Classification ofFile = cnn.classify(file);

        // then
        assertThat(cnn.classify(TEST.picture(3))).isEqualTo(ofFile);
        assertThat(cnn.classify(picture)).isEqualTo(ofFile);
        assertThat(cnn.classify(picture.single())).isEqualTo(ofFile);
        assertThat(cnn.read(picture).digits().get(0).classification()).isEqualTo(ofFile);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cnn.classify(Files.readAllBytes(file)))
                .withMessageContaining("This is the content of an image file: use DigitPicture.read");
    }

    @Test
    void givenTestDigitsWithOtherNames_whenEvaluated_thenTheMessageNamesTheClass() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        cnn.evaluate(TEST.withClassNames(List.of("zero", "1", "2", "3", "4", "5", "6", "7", "8", "9"))))
                .withMessageContainingAll(
                        "class 0 of the test digits is 'zero', but '0' of the model", "withClassNames");
    }

    @Test
    void givenABlankImage_whenAloneOrInASet_thenItIsRefusedOrClassified() {
        // given
        byte[] blank = new byte[DigitSet.PIXELS];

        // then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cnn.classify(List.of(TEST.image(0), blank)))
                .withMessageContaining("image 1 shows nothing");
        assertThat(cnn.classify(DigitSet.of(blank, new byte[1]))).hasSize(1);
    }

    @Test
    void givenImagesWithoutLabels_whenClassified_thenTheLogarithmsAreThoseOfADigitSet() {
        // given
        List<byte[]> images =
                IntStream.range(0, TEST.size()).mapToObj(TEST::image).toList();

        // then
        assertThat(cnn.logProbabilities(images)).isEqualTo(cnn.logProbabilities(TEST));
        assertThat(cnn.logProbabilities(List.of())).isEmpty();
    }

    @Test
    void givenTwoDigitsThatTouch_whenClassifiedOrRead_thenTheAnswerIsNotSureHoweverProbable() throws IOException {
        // given: two zeros
        BufferedImage touching = new BufferedImage(140, 90, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = touching.createGraphics();
        graphics.setStroke(new BasicStroke(7));
        graphics.drawOval(20, 20, 48, 50);
        graphics.drawOval(68, 20, 48, 50);
        graphics.dispose();

        // when
        RecognizedDigit read = cnn.read(touching).digits().get(0);
        Classification classified = cnn.classify(touching);

        // then
        assertThat(read.isJoined()).isTrue();
        assertThat(read.isSure()).isFalse();
        assertThat(classified.isSure()).isFalse();
        assertThat(classified).isEqualTo(read.classification());
    }

    @Test
    void givenAFileThatIsNoImage_whenClassified_thenTheMessageNamesIt() throws IOException {
        Path file = Files.writeString(temp.resolve("digit.png"), "seven");

        assertThatThrownBy(() -> cnn.classify(file))
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void givenSeveralThreads_whenTheyClassifyAtOnce_thenEachGetsTheSamePredictionsAsOneAlone() throws Exception {
        // given
        List<Classification> alone = cnn.classify(TEST);
        Callable<List<Classification>> reading = () -> cnn.classify(TEST);

        // when
        var threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<List<Classification>> read : threads.invokeAll(List.of(reading, reading, reading, reading))) {
                // then
                assertThat(read.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void givenADirectoryWithAModel_whenAnotherIsSavedThere_thenOnlyTheNewOnesFilesAreThere() throws IOException {
        // given
        Files.writeString(directory.resolve("old-0000.params"), "left by an older version");

        // when
        cnn.save(directory);

        // then
        assertThat(names(directory)).containsExactly("cnn-0000.params", "run.json", "serving.properties", "synset.txt");
        assertThat(names(temp)).containsExactly("cnn");
        for (String file : names(directory)) {
            assertThat(directory.resolve(file))
                    .hasSameBinaryContentAs(trained.resolve("cnn").resolve(file));
        }
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cnn", "lstm", ENSEMBLE})
    void givenASavedModel_whenPlainDjlLoadsIt_thenItsPredictionsForImagesAreTheSame(String name) throws Exception {
        // given
        Criteria<Image, Classifications> criteria = Criteria.builder()
                .setTypes(Image.class, Classifications.class)
                .optModelPath(trained.resolve(name))
                .build();
        List<String> read = new ArrayList<>();

        // when
        try (var model = criteria.loadModel();
                var predictor = model.newPredictor()) {
            for (int i = 0; i < 20; i++) {
                Image image = ImageFactory.getInstance().fromImage(TEST.picture(i));
                read.add(predictor.predict(image).best().getClassName());
            }
        }

        // then
        try (TrainedModel model = TrainedModel.load(trained.resolve(name))) {
            assertThat(read)
                    .isEqualTo(model.classify(TEST.first(20)).stream()
                            .map(classification -> String.valueOf(classification.digit()))
                            .toList());
        }
    }

    @Test
    void givenNoModel_whenLoaded_thenTheMessageSaysWhereAndWhatToDo() {
        assertRejected(temp.resolve("nothing"))
                .hasMessageContaining(temp.resolve("nothing").toString())
                .hasMessageContaining("there is no run.json in it; train one");
    }

    @Test
    void givenADamagedRunJson_whenLoaded_thenItIsRejected() throws IOException {
        Path run = directory.resolve("run.json");
        Files.writeString(run, Files.readString(run).substring(0, 300));

        assertRejected(directory).hasMessageContaining(run.toString()).hasMessageContaining("train the model again");
    }

    @Test
    void givenTruncatedParameters_whenLoaded_thenTheyAreRejected() throws IOException {
        Path parameters = directory.resolve("cnn-0000.params");
        byte[] bytes = Files.readAllBytes(parameters);
        Files.write(parameters, Arrays.copyOf(bytes, bytes.length / 2));

        assertRejected(directory)
                .hasMessageContaining(parameters + ": it is damaged or cut short: its " + bytes.length / 2 + " bytes");
    }

    @Test
    void givenAParameterFileThatIsNone_whenLoaded_thenItIsRejected() throws IOException {
        Path parameters = directory.resolve("cnn-0000.params");
        Files.writeString(parameters, "404: Not Found");

        assertRejected(directory).hasMessageContaining(parameters + ": it is damaged");
    }

    @Test
    void givenNoParameterFile_whenLoaded_thenItIsRejected() throws IOException {
        Files.delete(directory.resolve("cnn-0000.params"));

        assertRejected(directory).hasMessageContaining("cnn-0000.params is missing");
    }

    @Test
    void givenParametersThatCannotBeRead_whenLoaded_thenThatIsNotTakenForDamage() throws IOException {
        // given
        RunFile run = RunFile.read(directory);
        IOException failure = new IOException("the disk is gone");

        // when, then
        assertThatThrownBy(() -> SavedModel.read(run, new BrokenInputStream(() -> failure), name -> name))
                .isSameAs(failure);
    }

    @ParameterizedTest
    @ValueSource(strings = {"widthMultiplier", "ensembleSize"})
    void givenARunThatClaimsAnotherCapacity_whenLoaded_thenItIsRejected(String name) throws IOException {
        // given
        Path run = directory.resolve("run.json");
        String written = "\"%s\": 1".formatted(name);
        assertThat(run).content().contains(written);
        Files.writeString(run, Files.readString(run).replace(written, "\"%s\": 2".formatted(name)));

        // when, then
        assertRejected(directory).hasMessageContaining("cnn-0000.params");
    }

    @Test
    void givenARunThatClaimsAWidthThatItsNetworkDoesNotSupport_whenLoaded_thenItIsRejected() throws IOException {
        // given
        try (TrainedModel reference = trained("lstm-reference")) {
            reference.save(directory);
        }
        Path run = directory.resolve("run.json");
        Files.writeString(run, Files.readString(run).replace("\"widthMultiplier\": 1", "\"widthMultiplier\": 2"));

        // when, then
        assertRejected(directory)
                .hasMessageContaining("run.json")
                .hasMessageContaining("does not override newBlock(int)");
    }

    @Test
    void givenTheParametersOfAnotherArchitecture_whenLoaded_thenTheyAreRejected() throws IOException {
        Files.copy(
                trained.resolve("lstm").resolve("lstm-0000.params"),
                directory.resolve("cnn-0000.params"),
                StandardCopyOption.REPLACE_EXISTING);

        assertRejected(directory).hasMessageContaining("cnn-0000.params: it is damaged");

        // when run.json tells of these bytes too
        Path run = directory.resolve("run.json");
        Files.writeString(
                run,
                Files.readString(run)
                        .replace(
                                RunFile.read(directory).parametersFileSha256(),
                                RunFile.read(trained.resolve("lstm")).parametersFileSha256()));

        // then
        assertRejected(directory).hasMessageContaining("it does not hold the parameters of architecture 'cnn'");
    }

    @Test
    void givenOneChangedBit_whenLoaded_thenItIsRejected() throws IOException {
        Path parameters = directory.resolve("cnn-0000.params");
        byte[] bytes = Files.readAllBytes(parameters);
        bytes[bytes.length - 2] ^= 1;
        Files.write(parameters, bytes);

        assertRejected(directory).hasMessageContaining("cnn-0000.params: it is damaged");
    }

    @Test
    void givenALoadedModel_whenSavedAndLoadedAgain_thenItIsTheSame(@TempDir Path other) throws IOException {
        try (TrainedModel loaded = TrainedModel.load(directory)) {
            // when
            loaded.save(other.resolve("copy"));
            loaded.classify(TEST);
            loaded.save(other.resolve("copy"));

            // then
            try (TrainedModel copy = TrainedModel.load(other.resolve("copy"))) {
                assertThat(copy.classify(TEST)).isEqualTo(cnn.classify(TEST));
                copy.save(other.resolve("copy of copy"));
            }
            assertThat(other.resolve("copy of copy/cnn-0000.params"))
                    .hasSameBinaryContentAs(directory.resolve("cnn-0000.params"));
        }
    }

    @Test
    void givenADirectoryWithOtherFiles_whenAModelIsSavedThere_thenTheyStayAndOneIsNamed(@TempDir Path other)
            throws IOException {
        // given
        Path precious = Files.createDirectories(other.resolve("models"));
        Files.writeString(precious.resolve("mine.txt"), "mine");

        // when, then
        assertThatThrownBy(() -> cnn.save(precious))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(precious.toString())
                .hasMessageContaining("is not replaced by a model, as it holds mine.txt");
        assertThat(precious.resolve("mine.txt")).hasContent("mine");
    }

    @Test
    void givenADirectoryOfModels_whenAModelIsSavedOverThem_thenTheyStay(@TempDir Path other) throws IOException {
        // given
        cnn.save(other.resolve("models/cnn"));

        // when, then
        assertThatThrownBy(() -> cnn.save(other.resolve("models"))).isInstanceOf(IOException.class);
        assertThat(other.resolve("models/cnn/run.json")).exists();
        cnn.save(other.resolve("models/cnn"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "/"})
    void givenTheWorkingDirectoryOrOneAboveIt_whenAModelIsSavedThere_thenTheMessageSaysThatItIs(String path) {
        assertThatThrownBy(() -> cnn.save(Path.of(path)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is the working directory, or above it");
    }

    @Test
    void givenAModelLeftAsideByAKilledBuild_whenLoaded_thenItIsBroughtBack() throws IOException {
        Files.move(directory, directory.resolveSibling(".cnn.old"));

        try (TrainedModel loaded = TrainedModel.load(directory)) {
            assertThat(loaded.classify(TEST)).isEqualTo(cnn.classify(TEST));
        }
    }

    /** The other model has the same name and other files. */
    @Test
    void givenAModelThatIsReplacedAgainAndAgain_whenLoaded_thenItIsTheOneOrTheOtherAndNoWriterIsDisturbed()
            throws Exception {
        // given
        AtomicBoolean enough = new AtomicBoolean();
        ExecutorService writer = Executors.newSingleThreadExecutor();
        Future<?> writing = writer.submit(() -> {
            for (int i = 0; !enough.get(); i++) {
                Path source = trained.resolve(i % 2 == 0 ? ENSEMBLE : "cnn");
                AtomicDirectory.write(directory, to -> PathUtils.copyDirectory(source, to));
            }
            return null;
        });

        // when
        Set<Integer> sizes = new HashSet<>();
        try {
            for (int i = 0; i < 50; i++) {
                try (TrainedModel loaded = TrainedModel.load(directory)) {
                    sizes.add(loaded.provenance().inputs().recipe().capacity().ensembleSize());
                }
            }
        } finally {
            enough.set(true);
            writer.shutdown();
        }

        // then
        writing.get();
        assertThat(sizes).isSubsetOf(1, 3);
    }

    @Test
    void givenARunInProgress_whenAModelIsLoaded_thenTheRunIsNotDisturbed() {
        // given
        DigitSet digits = DIGITS.first(100);
        Trainer trainer = Trainer.of("lstm-reference")
                .recipe(cnn.provenance().inputs().recipe().withReplicas(1).withCapacity(Capacity.DEFAULT))
                .seed(3);
        TrainingListener loading = new TrainingListener() {
            @Override
            public void onStep(Step step) {
                try {
                    TrainedModel.load(directory).close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void onEpoch(Epoch epoch) {}
        };

        // when
        try (TrainedModel disturbed = trainer.listener(loading).train(digits);
                TrainedModel undisturbed = trainer.train(digits)) {
            // then
            assertThat(RecordedEpochs.parameterDigests(disturbed.history()))
                    .isEqualTo(RecordedEpochs.parameterDigests(undisturbed.history()));
        }
    }

    @Test
    void givenAnArchitectureThatIsNotThere_whenLoaded_thenTheMessageNamesIt() throws IOException {
        Path run = directory.resolve("run.json");
        Files.writeString(
                run, Files.readString(run).replace("\"architecture\": \"cnn\"", "\"architecture\": \"capsule\""));

        assertRejected(directory)
                .hasMessageContaining("unknown architecture 'capsule'; the choices are cnn, lstm")
                .hasMessageContaining("put the jar with it on the class path");
    }

    private static AbstractThrowableAssert<?, ?> assertRejected(Path directory) {
        return assertThatThrownBy(() -> TrainedModel.load(directory).close()).isInstanceOf(ModelFormatException.class);
    }
}
