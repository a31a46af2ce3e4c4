package io.github.mnistmaven.plugin.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.plugin.protocol.Dataset;
import io.github.mnistmaven.plugin.protocol.DigitsRequest;
import io.github.mnistmaven.plugin.protocol.Event;
import io.github.mnistmaven.plugin.protocol.OutputDirectory;
import io.github.mnistmaven.plugin.protocol.RecipeRequest;
import io.github.mnistmaven.plugin.protocol.StudyPlanRequest;
import io.github.mnistmaven.plugin.protocol.StudyRunRequest;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.recipe.Preset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found out without an engine; StudyIT has the rest. */
class StudyPlanJobTest {

    @TempDir
    private Path directory;

    private StudyRunRequest run(String model) {
        return new StudyRunRequest(
                "cell",
                model,
                new DigitsRequest(
                        Dataset.EMBEDDED,
                        Optional.empty(),
                        DigitSet.DIGIT_NAMES,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        true),
                new OutputDirectory(directory),
                RecipeRequest.of(Preset.FAST),
                1,
                Map.of(),
                true);
    }

    @Test
    void givenACellOfAnUnknownArchitecture_whenPlanned_thenThatIsAnErrorBeforeAnythingIsTrained() {
        assertThatThrownBy(() ->
                        new StudyPlanJob(new StudyPlanRequest(List.of(run("cnn"), run("nonsense"))), event -> {}).run())
                .isInstanceOf(UserErrorException.class)
                .hasMessageContainingAll("'nonsense'", "<model> of <cells>");
    }

    @Test
    void givenNoModels_whenPlanned_thenThereIsNothingToKeepAndNoDigitsAreRead() throws UserErrorException {
        // given
        List<Event> events = new ArrayList<>();

        // when
        new StudyPlanJob(new StudyPlanRequest(List.of(run("cnn"), run("lstm"))), events::add).run();

        // then
        assertThat(events).isEmpty();
    }
}
