package io.github.mnistmaven.study.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnistmaven.data.Digits;
import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import io.github.mnistmaven.model.Trainer;
import io.github.mnistmaven.recipe.Preset;
import io.github.mnistmaven.study.results.ResultsFormatException;
import io.github.mnistmaven.study.runs.PrecisionTarget;
import io.github.mnistmaven.study.runs.StudyResults;
import io.github.mnistmaven.study.runs.StudyRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyTest {

    private static final Digits DIGITS = new EmbeddedDigits().sizes(120, 50).load();
    private static final Trainer CNN = Trainer.of("cnn").preset(Preset.FAST).epochs(1);

    @TempDir
    private Path directory;

    /** Remembers what it is told, and stops the study after a number of runs. */
    private static final class Watch implements StudyListener {

        private final List<String> told = new ArrayList<>();
        private final int stopAfter;

        Watch(int stopAfter) {
            this.stopAfter = stopAfter;
        }

        @Override
        public void onStart(int runs, int done) {
            told.add("%d runs, %d done".formatted(runs, done));
        }

        @Override
        public void onRun(String cell, StudyRun run) {
            told.add(cell + " " + run.seed());
            if (told.size() > stopAfter) {
                throw new CancellationException();
            }
        }

        @Override
        public void onFailure(String cell, long seed, Exception reason) {
            told.add("%s %d failed".formatted(cell, seed));
        }
    }

    @Test
    void givenAStudyThatWasStopped_whenRunAgainWithMoreSeeds_thenOnlyWhatIsMissingIsTrained() throws IOException {
        // given
        Watch stopped = new Watch(1);
        Watch resumed = new Watch(99);
        Study study = Study.of(DIGITS, directory).cell("first", CNN).cell("second", CNN.epochs(2));
        assertThatThrownBy(() -> study.seeds(1).listener(stopped).run()).isInstanceOf(CancellationException.class);
        Path saved = directory.resolve("runs/first/seed-1/run.json");
        byte[] before = Files.readAllBytes(saved);

        // when
        StudyResults results = study.seedList(1, 7).listener(resumed).run();

        // then
        assertThat(stopped.told).containsExactly("2 runs, 0 done", "first 1");
        assertThat(resumed.told).containsExactly("4 runs, 1 done", "first 1", "second 1", "first 7", "second 7");
        assertThat(saved).hasBinaryContent(before);
        assertThat(results.cells().get(1).runs()).extracting(StudyRun::seed).containsExactly(1L, 7L);
        assertThat(results.statistics().pairs()).hasSize(1);
        assertThat(directory.resolve("checkpoints/second/seed-7")).doesNotExist();
        assertThat(StudyResults.read(directory.resolve("study.json"))).isEqualTo(results);
    }

    @Test
    void givenAPrecision_whenRun_thenSeedsAreAddedUntilItIsReachedOrThereAreEnough() throws IOException {
        // given
        Study study = Study.of(DIGITS, directory)
                .cell("first", CNN)
                .cell("second", CNN)
                .seeds(1);

        // when: the same network twice, so that two seeds show no difference at all
        StudyResults reached = study.until(PrecisionTarget.between("first", "second")
                        .withHalfWidth(0.9)
                        .withMaxSeeds(9))
                .run();
        StudyResults limited = study.until(PrecisionTarget.between("first", "second")
                        .withHalfWidth(1e-9)
                        .withMaxSeeds(2))
                .run();

        // then
        assertThat(reached.cells().get(0).runs()).extracting(StudyRun::seed).containsExactly(1L, 2L);
        assertThat(limited.cells().get(0).runs()).extracting(StudyRun::seed).containsExactly(1L, 2L);
        assertThat(limited.precision().orElseThrow().sentence(limited))
                .contains("with 2 seeds", "no more than 2 seeds");
        assertThat(StudyResults.read(directory.resolve("study.json")).precision())
                .isEqualTo(limited.precision());
        assertRefused(
                () -> study.until(PrecisionTarget.between("first", "third")
                                .withHalfWidth(0.1)
                                .withMaxSeeds(9))
                        .run(),
                "'first' and 'third', which are not both in the study; its cells are first, second");
    }

    @Test
    void givenARunThatFails_whenRun_thenTheOthersGoOnAndTheExceptionSaysWhich() throws IOException {
        // given
        Watch watch = new Watch(99);
        Files.createDirectories(directory.resolve("runs/first"));
        Files.createDirectory(directory.resolve("runs/first/seed-1"));

        // when + then
        assertThatThrownBy(() -> Study.of(DIGITS, directory)
                        .cell("first", CNN)
                        .seeds(2)
                        .listener(watch)
                        .run())
                .isInstanceOf(IncompleteStudyException.class)
                .hasMessageContainingAll("1 of 2 runs failed", "first seed 1: ", "run.json");
        assertThat(watch.told).containsExactly("2 runs, 0 done", "first 1 failed", "first 2");
        assertThat(directory.resolve("study.json")).doesNotExist();
    }

    @Test
    void givenAnArchitectureOfOnesOwnThatThrowsWhatItLikes_whenRun_thenTheOthersGoOn() {
        // given
        Watch watch = new Watch(99);
        Trainer throwing = CNN.listener(epoch -> {
            throw new IllegalStateException("from code of one's own");
        });

        // when + then
        assertThatThrownBy(() -> Study.of(DIGITS, directory)
                        .cell("first", throwing)
                        .cell("second", CNN)
                        .seeds(1)
                        .listener(watch)
                        .run())
                .isInstanceOf(IncompleteStudyException.class)
                .hasMessageContainingAll("1 of 2 runs failed", "first seed 1: from code of one's own");
        assertThat(watch.told).containsExactly("2 runs, 0 done", "first 1 failed", "second 1");
    }

    @Test
    void givenAnEvaluationThatIsDamaged_whenRunAgain_thenItIsMadeAgainWithoutTraining() throws IOException {
        // given
        Study study = Study.of(DIGITS, directory).cell("first", CNN).seeds(1);
        StudyResults before = study.run();
        Path saved = directory.resolve("runs/first/seed-1/run.json");
        FileTime trained = Files.getLastModifiedTime(saved);
        Files.writeString(directory.resolve("runs/first/seed-1.evaluation.json"), "{");

        // when
        StudyResults after = study.run();

        // then
        assertThat(after).isEqualTo(before);
        assertThat(Files.getLastModifiedTime(saved)).isEqualTo(trained);
    }

    @Test
    void givenAnotherFileInPlaceOfTheResults_whenRun_thenItIsAnErrorBeforeAnythingIsTrained() throws IOException {
        // given
        Path file = directory.resolve("study.json");
        Files.writeString(file, "{\"format\": {\"name\": \"mnist-study\", \"version\": \"9.0\"}}");

        // when + then
        assertThatThrownBy(() -> Study.of(DIGITS, directory).cell("first", CNN).run())
                .isInstanceOf(ResultsFormatException.class)
                .hasMessageContainingAll("has version 9.0", "name another directory for them, or delete the file");
        assertThat(file).content().contains("9.0");
        assertThat(directory.resolve("runs")).doesNotExist();
    }

    @Test
    void givenAnArchitectureThatIsNotRegistered_whenRun_thenItIsEvaluatedAllTheSame() throws IOException {
        // given
        List<String> epochs = new ArrayList<>();
        List<String> runs = new ArrayList<>();
        Trainer linear = Trainer.of(new LinearClassifier()).epochs(2);

        // when
        StudyResults results = Study.of(DIGITS, directory)
                .cell("linear", linear)
                .seeds(1)
                .trainingListener((cell, seed) -> epoch -> epochs.add(cell + " " + seed + " " + epoch.number()))
                .listener((cell, run) -> runs.add(run.toString()))
                .run();

        // then
        assertThat(results.cells().get(0).runs().get(0).accuracy()).isBetween(0.01, 1.0);
        assertThat(epochs).containsExactly("linear 1 1", "linear 1 2");
        assertThat(runs).singleElement().asString().matches("seed 1: [0-9]{1,2}\\.[0-9]{2} % \\([0-9]+\\.[0-9] s\\)");
    }

    @Test
    void givenAStudy_whenPrinted_thenItSaysWhatItWillRun() {
        // given
        Study study = Study.of(DIGITS, Path.of("study"))
                .models("cnn", "lstm")
                .presets(Preset.FAST, Preset.BEST)
                .cell("own", CNN)
                .seedList(1, 7);

        // when + then
        assertThat(study)
                .hasToString(
                        "cnn-fast, cnn-best, lstm-fast, lstm-best, own x seeds 1, 7 on 120 training and 50 test digits, in study");
        assertThat(Study.of(DIGITS, Path.of("study")).seeds(1)).asString().startsWith("no cells x seed 1 on ");
    }

    @Test
    void givenWhatIsNoStudy_whenBuiltOrRun_thenTheMessageSaysWhy() {
        Study study = Study.of(DIGITS, directory);
        assertRefused(() -> study.run(), "the study has no cells; name models, or add a cell");
        assertRefused(() -> study.models("cnn", "cnn"), "model cnn appears twice");
        assertRefused(() -> study.presets(), "no preset is given");
        assertRefused(() -> study.presets(Preset.FAST, Preset.FAST), "appears twice");
        assertRefused(() -> study.seedList(), "no seed is given");
        assertRefused(() -> study.seedList(3, 4, 3), "seed 3 appears twice");
        assertRefused(() -> study.seeds(0), "seeds is 0");
        assertRefused(() -> study.cell("A", CNN), "name is 'A'");
        assertRefused(() -> study.cell("a", CNN).cell("a", CNN), "cell 'a' appears twice");
        assertRefused(
                () -> study.models("cnn")
                        .presets(Preset.FAST)
                        .cell("cnn-fast", CNN)
                        .run(),
                "cell 'cnn-fast' appears twice");
        assertRefused(() -> study.models("nonsense").run(), "'nonsense'");
        assertRefused(() -> study.models("cnn", "lstm").seeds(1000).run(), "2 cells x 1000 seeds are 2000 runs");
        assertRefused(() -> study.margin(-1), "margin is -1");
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
    }
}
