package io.github.mnistmaven.study.internal.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import io.github.mnistmaven.internal.files.Sha256;
import io.github.mnistmaven.internal.runs.RunFile;
import io.github.mnistmaven.model.TrainedModel;
import io.github.mnistmaven.model.Trainer;
import io.github.mnistmaven.provenance.Inputs;
import io.github.mnistmaven.provenance.Provenance;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page does with a section is tested in a browser, see {@code DrawADigitTest}. */
class DrawingSectionTest {

    private static final int TWO_MEGABYTES = 2 << 20;

    @TempDir
    private static Path directory;

    private static Provenance provenance;

    @BeforeAll
    static void saveAModel() throws IOException {
        try (TrainedModel model = Trainer.of("lstm")
                .epochs(1)
                .train(new EmbeddedDigits().sizes(60, 1).training())) {
            model.save(directory.resolve("lstm"));
            provenance = model.provenance();
        }
    }

    private static DrawableModel model(int number, String name, Provenance provenance) {
        return new DrawableModel(number, name, provenance, Optional.empty(), directory.resolve("lstm"));
    }

    private static Provenance with(String architecture, long parameters, long seed) {
        Inputs inputs = provenance.inputs();
        return new Provenance(
                Inputs.of(
                        architecture,
                        inputs.structureSha256(),
                        parameters,
                        inputs.recipe(),
                        seed,
                        inputs.data(),
                        inputs.versions()),
                provenance.platform());
    }

    @Test
    void givenTwoModelsOfDefaultSize_whenWritten_thenTheSectionIsSmallAndAlwaysTheSame() {
        // given
        List<DrawableModel> models = List.of(model(1, "lstm", provenance), model(2, "another-lstm", provenance));

        // when
        String html = DrawingSection.of(models).html();

        // then
        assertThat(html).hasSizeLessThan(TWO_MEGABYTES / 2).startsWith("<section id=\"" + DrawingSection.ID + "\"");
        assertThat(DrawingSection.of(models).html()).isEqualTo(html);
    }

    @Test
    void givenModelsThatCannotBeDrawnFor_whenWritten_thenEachIsLeftOutWithAWord() throws IOException {
        // given
        Path damaged = Files.createDirectory(directory.resolve("damaged"));
        Files.writeString(damaged.resolve("run.json"), "{}");
        Path unreadable = Files.createDirectories(directory.resolve("unreadable"));
        Files.copy(directory.resolve("lstm/run.json"), unreadable.resolve("run.json"));
        Files.createDirectory(unreadable.resolve("lstm-0000.params"));
        List<DrawableModel> models = List.of(
                model(1, "lstm", provenance),
                model(2, "<my-net>", with("my-net", 100, 1)),
                model(3, "large", with("cnn", 50_000_000, 1)),
                model(4, "trained-again", with("lstm", 86_282, 99)),
                new DrawableModel(5, "gone", provenance, Optional.empty(), directory.resolve("gone")),
                new DrawableModel(6, "damaged", provenance, Optional.empty(), damaged),
                new DrawableModel(
                        7, "other-parameters", provenance, Optional.of("0".repeat(64)), directory.resolve("lstm")),
                new DrawableModel(8, "unreadable", provenance, Optional.empty(), unreadable));

        // when
        String html = DrawingSection.of(models).html();

        // then
        assertThat(html)
                .contains("&lt;my-net&gt; is left out: this page can only run the architectures of mnist-maven.")
                .contains("large is left out: its 50,000,000 parameters would make this page too large.")
                .contains("trained-again is left out: its saved model was damaged, or not the one that was evaluated,")
                .contains("gone is left out: its saved model was not there when this page was written.")
                .contains("damaged is left out: its saved model was damaged, or not the one that was evaluated,")
                .contains(
                        "other-parameters is left out: its saved model was damaged, or not the one that was evaluated,")
                .contains("unreadable is left out: its saved model could not be read when this page was written.")
                .doesNotContain(directory.toString())
                .doesNotContain("lstm is left out");
    }

    @Test
    void givenAParameterThatHalfPrecisionDoesNotHold_whenWritten_thenThatIsWhyItsModelIsLeftOut() throws IOException {
        // given
        Path large = savedWith("large-weight", Float.floatToIntBits(1e6f));
        Path noNumber = savedWith("no-number", Float.floatToIntBits(Float.NaN));

        // when
        String html = DrawingSection.of(List.of(
                        new DrawableModel(1, "large-weight", provenance, Optional.empty(), large),
                        new DrawableModel(2, "no-number", provenance, Optional.empty(), noNumber)))
                .html();

        // then
        assertThat(html)
                .contains("large-weight is left out: one of its parameters is not a number between -65,504 and 65,504,")
                .contains("no-number is left out: one of its parameters is not a number between");
    }

    /** The saved model with other bits in the first of its ten last biases. */
    private static Path savedWith(String name, int bits) throws IOException {
        Path copy = Files.createDirectory(directory.resolve(name));
        byte[] parameters = Files.readAllBytes(directory.resolve("lstm/lstm-0000.params"));
        byte[] beforeTenFloats = {'<', 0, 0, 0, 40};
        int at = parameters.length - 40;
        while (!Arrays.equals(beforeTenFloats, Arrays.copyOfRange(parameters, at - 5, at))) {
            at--;
        }
        ByteBuffer.wrap(parameters).order(ByteOrder.LITTLE_ENDIAN).putInt(at, bits);
        Files.write(copy.resolve("lstm-0000.params"), parameters);
        Files.writeString(
                copy.resolve("run.json"),
                Files.readString(directory.resolve("lstm/run.json"))
                        .replace(
                                RunFile.read(directory.resolve("lstm")).parametersFileSha256(), Sha256.of(parameters)));
        return copy;
    }

    @Test
    void givenNoModelThatCanBeDrawnFor_whenWritten_thenTheSectionSaysWhyWithoutScriptOrDrawingArea() {
        // when
        DrawingSection section = DrawingSection.of(List.of(model(1, "my-net", with("my-net", 100, 1))));

        // then
        assertThat(section.isHidden()).isFalse();
        assertThat(section.html())
                .contains("<section id=\"draw\" aria-labelledby=\"draw-title\">", ">Draw a digit</h2>")
                .contains("None of the models on this page can read drawings.", "my-net is left out: this page can")
                .doesNotContain("<canvas", "<script");
    }

    @Test
    void givenModelsOfNamedClasses_whenWritten_thenTheTitleSpeaksOfAnImage() throws IOException {
        // given
        Path named = directory.resolve("named");
        List<String> garments =
                IntStream.range(0, 10).mapToObj(i -> "garment " + i).toList();
        try (TrainedModel model = Trainer.of("lstm")
                .epochs(1)
                .train(new EmbeddedDigits().sizes(60, 1).training().withClassNames(garments))) {
            model.save(named);

            // when
            DrawingSection section = DrawingSection.of(
                    List.of(new DrawableModel(1, "lstm", model.provenance(), Optional.empty(), named)));

            // then
            assertThat(section.title()).isEqualTo("Draw an image");
            assertThat(section.html()).contains(">Draw an image</h2>", "may be two images that touch");
        }
    }
}
