package io.github.mnistmaven;

import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.data.DigitDirectory;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.Digits;
import io.github.mnistmaven.data.DownloadListener;
import io.github.mnistmaven.data.PublishedMnist;
import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import io.github.mnistmaven.data.image.Box;
import io.github.mnistmaven.data.image.PictureFolders;
import io.github.mnistmaven.data.image.UnreadablePictureException;
import io.github.mnistmaven.evaluation.ConfusionMatrix;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.model.Classification;
import io.github.mnistmaven.model.Trainer;
import io.github.mnistmaven.provenance.Inputs;
import io.github.mnistmaven.provenance.Platform;
import io.github.mnistmaven.provenance.Provenance;
import io.github.mnistmaven.provenance.Versions;
import io.github.mnistmaven.recipe.Augmentation;
import io.github.mnistmaven.recipe.Capacity;
import io.github.mnistmaven.recipe.Preset;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.recipe.Schedule;
import io.github.mnistmaven.recipe.ValidationSplit;
import io.github.mnistmaven.training.Epoch;
import io.github.mnistmaven.training.History;
import io.github.mnistmaven.training.Step;
import io.github.mnistmaven.training.TrainingListener;
import io.github.mnistmaven.training.TrainingPlan;
import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.MalformedURLException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/** All public types of this module. */
class ModelsNullArgumentsTest extends NullArgumentsTest {

    private static final String SHA256 = "0a".repeat(32);

    @Override
    protected List<Object> samples() {
        byte[] image = new byte[DigitSet.PIXELS];
        DigitSet digits = DigitSet.of(image, new byte[] {0});
        Epoch epoch = Epoch.of(1, 0.5, 0.5, 0.5, 0.5, 1, SHA256);
        Inputs.Data data = Inputs.Data.of("mnist", 1, SHA256, DigitSet.DIGIT_NAMES);
        Versions versions = Versions.of("1", "1", "1");
        Inputs inputs = Inputs.of("cnn", SHA256, 1, Recipe.DEFAULT, 1, data, versions);
        Platform platform = Platform.of("Linux", "amd64", "AMD", "avx2", 1, "native", Map.of(), SHA256, Map.of(), "17");
        return List.of(
                "cnn",
                0,
                true,
                SHA256,
                "native",
                Path.of("no", "such"),
                URI.create("file:///no/such/"),
                url(),
                image,
                new byte[] {0},
                new float[10],
                new double[] {0.5},
                new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY),
                new Box(0, 0, 1, 1),
                List.of(epoch),
                Collections.nCopies(10, Collections.nCopies(10, 1)),
                DigitSet.DIGIT_NAMES,
                List.of(URI.create("file:///no/such/")),
                Map.of(),
                (IntUnaryOperator) index -> 0,
                (IntFunction<byte[]>) index -> image,
                (TrainingListener) each -> {},
                DownloadListener.NONE,
                ProxySelector.of(null),
                new Authenticator() {},
                digits,
                new Digits(digits, digits),
                new DigitDirectory(Path.of("no")),
                new PublishedMnist(),
                new URI[] {URI.create("file:///no/such/")},
                new PictureFolders(Path.of("no")),
                (BiConsumer<Path, UnreadablePictureException>) (file, reason) -> {},
                InputStream.nullInputStream(),
                new EmbeddedDigits(),
                Evaluation.of("cnn", SHA256, new byte[1], new byte[1], new double[1], 1),
                new ConfusionMatrix(Collections.nCopies(10, Collections.nCopies(10, 1))),
                Classification.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                Architectures.named("cnn"),
                Trainer.of("cnn"),
                epoch,
                TrainingPlan.of(1, 1, 1, 1),
                Step.of(1, 1, 1),
                History.of(List.of(epoch), 1),
                data,
                versions,
                inputs,
                platform,
                new Provenance(inputs, platform),
                Preset.FAST,
                ValidationSplit.LAST,
                Recipe.DEFAULT,
                Augmentation.NONE,
                Capacity.DEFAULT,
                Schedule.constant(0.001));
    }

    private static Object url() {
        try {
            return URI.create("file:///no/such/run.json").toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
