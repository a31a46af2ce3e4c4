package io.github.mnistmaven.plugin.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.recipe.Preset;
import io.github.mnistmaven.study.baseline.ReproducibilityMode;
import io.github.mnistmaven.study.baseline.Tolerance;
import io.github.mnistmaven.training.Epoch;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {

    private static final DigitsRequest DIGITS = new DigitsRequest(
            Dataset.MNIST,
            Optional.of(Path.of("/data/größe 1")),
            List.of("Hose", "Röcke", "2", "3", "4", "5", "6", "7", "8", "9"),
            Optional.empty(),
            Optional.of(10),
            Optional.empty(),
            List.of(URI.create("https://example.com/")),
            true);
    private static final String DIGEST = "a1".repeat(32);
    private static final OutputDirectory OUTPUT = new OutputDirectory(Path.of("/out"));

    static Stream<Request> requests() {
        RecipeRequest recipe = new RecipeRequest(
                Preset.FAST, Optional.of(3), Optional.empty(), Optional.of(0.001), Optional.empty(), Optional.of(0));
        return Stream.of(
                new TrainRequest(
                        List.of("cnn", "lstm"), DIGITS, OUTPUT, recipe, Long.MIN_VALUE, Map.of("seed", "1"), true),
                new CompareRequest(List.of("cnn"), DIGITS, OUTPUT),
                new VerifyRequest(
                        List.of("cnn"), DIGITS, OUTPUT, ReproducibilityMode.STATISTICAL, new Tolerance(0.01, 0.005)),
                new StudyPlanRequest(List.of(new StudyRunRequest(
                        "cnn-fast", "cnn", DIGITS, OUTPUT, recipe, 7, Map.of("seed", "7", "threads", "2"), true))),
                new ReadRequest(List.of("cnn"), DIGITS, OUTPUT, List.of(Path.of("/scans/größe 1.jpg"))));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void givenARequest_whenWrittenAndRead_thenItIsTheSame(Request request) {
        assertThat(Wire.request(Wire.json(request))).isEqualTo(request);
    }

    static Stream<Event> events() {
        return Stream.of(
                new Event.DigitsRead(60000, "training", "mnist"),
                new Event.Progress("cnn", 1, 6, 10, 422),
                new Event.EpochFinished("cnn", 6, Epoch.of(1, 0.5, 0.9, 0.4, 0.95, 12.5, DIGEST)),
                new Event.Resumed("cnn", 2, 6),
                new Event.Noted(List.of("one", "two")),
                new Event.Trained("cnn", 6, Epoch.of(6, 0.5, 0.9, 0.4, 0.95, 12.5, DIGEST), 75),
                new Event.Measured(Path.of("/out/results.json")),
                new Event.Warned("line one\nline two"),
                new Event.Failed("it's \"broken\" <tag>", true),
                new Event.Done());
    }

    @ParameterizedTest
    @MethodSource("events")
    void givenAnEvent_whenSentAsALine_thenItIsReadFromIt(Event event) {
        // when
        String sent = Wire.line(event);

        // then
        assertThat(sent).startsWith("\n").endsWith("\n");
        assertThat(sent.strip()).doesNotContain("\n");
        assertThat(Wire.event(sent.strip())).contains(event);
    }

    @Test
    void givenAllKindsOfEvents_thenEachIsSentByATest() {
        assertThat(events().<Class<?>>map(Event::getClass))
                .containsExactlyInAnyOrder(Event.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[W1122] Warning from native code",
                Wire.MARKER,
                Wire.MARKER + "null",
                Wire.MARKER + "{\"type\":\"Done\",\"va",
                Wire.MARKER + "{\"type\":\"Nonsense\",\"value\":{}}"
            })
    void givenALineThatIsNoEvent_whenRead_thenItIsJustALine(String line) {
        assertThat(Wire.event(line)).isEmpty();
    }
}
