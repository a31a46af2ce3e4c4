package io.github.mnistmaven.study.internal.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import io.github.mnistmaven.model.TrainedModel;
import io.github.mnistmaven.model.Trainer;
import io.github.mnistmaven.provenance.Inputs;
import io.github.mnistmaven.provenance.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
        try (TrainedModel model = Trainer.of("lstm").epochs(1).train(new EmbeddedDigits(1, 60, 1).training())) {
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
                new Inputs(
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
        String html = DrawingSection.html(models).orElseThrow();

        // then
        assertThat(html).hasSizeLessThan(TWO_MEGABYTES / 2).startsWith("<section id=\"" + DrawingSection.ID + "\"");
        assertThat(DrawingSection.html(models)).contains(html);
    }

    @Test
    void givenModelsThatCannotBeDrawnFor_whenWritten_thenEachIsLeftOutWithAWord() throws IOException {
        // given
        Path damaged = Files.createDirectory(directory.resolve("damaged"));
        Files.writeString(damaged.resolve("run.json"), "{}");
        List<DrawableModel> models = List.of(
                model(1, "lstm", provenance),
                model(2, "<my-net>", with("my-net", 100, 1)),
                model(3, "large", with("cnn", 50_000_000, 1)),
                model(4, "trained-again", with("lstm", 86_282, 99)),
                new DrawableModel(5, "gone", provenance, Optional.empty(), directory.resolve("gone")),
                new DrawableModel(6, "damaged", provenance, Optional.empty(), damaged),
                new DrawableModel(
                        7, "other-parameters", provenance, Optional.of("0".repeat(64)), directory.resolve("lstm")));

        // when
        String html = DrawingSection.html(models).orElseThrow();

        // then
        assertThat(html)
                .contains("&lt;my-net&gt; is left out: this page can compute the architectures of mnist-maven alone.")
                .contains("large is left out: its 50,000,000 parameters would make this page too large.")
                .contains("trained-again is left out: its saved model was damaged, or another one,")
                .contains("gone is left out: its saved model was not there when this page was written.")
                .contains("damaged is left out: its saved model was damaged, or another one,")
                .contains("other-parameters is left out: its saved model was damaged, or another one,")
                .doesNotContain(directory.toString())
                .doesNotContain("lstm is left out");
    }

    @Test
    void givenNoModelThatCanBeDrawnFor_whenWritten_thenThereIsNoSection() {
        assertThat(DrawingSection.html(List.of())).isEmpty();
        assertThat(DrawingSection.html(List.of(model(1, "my-net", with("my-net", 100, 1)))))
                .isEmpty();
    }
}
