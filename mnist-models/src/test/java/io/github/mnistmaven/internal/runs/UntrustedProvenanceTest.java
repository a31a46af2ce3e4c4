package io.github.mnistmaven.internal.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Sha256;
import io.github.mnistmaven.provenance.Inputs;
import io.github.mnistmaven.provenance.Platform;
import io.github.mnistmaven.provenance.Provenance;
import io.github.mnistmaven.provenance.Versions;
import io.github.mnistmaven.recipe.Capacity;
import io.github.mnistmaven.recipe.Recipe;
import io.github.mnistmaven.training.Epoch;
import io.github.mnistmaven.training.History;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A {@code run.json} may come from anyone: no value outside its bounds gets past a constructor. */
class UntrustedProvenanceTest {

    private static final String SHA = Sha256.of("anything");
    private static final String LONG = "x".repeat(10_000);
    private static final Map<String, String> NO_VARIABLES = Map.of();
    private static final Recipe TWO_EPOCHS = Recipe.DEFAULT.withEpochs(2);
    private static final Platform PLATFORM = platform("Linux", "A Processor", 2, NO_VARIABLES, SHA, "17.0.1");
    private static final Versions VERSIONS = Versions.of("1.0", "0.36.0", "2.7.1");

    private static Platform platform(
            String os, String cpu, int threads, Map<String, String> environment, String arithmeticSha256, String java) {
        return Platform.of(os, "amd64", cpu, "avx2", threads, "native", environment, arithmeticSha256, Map.of(), java);
    }

    private static Epoch epoch(int number, double loss, double accuracy, double seconds, String sha256) {
        return Epoch.of(number, loss, 0.5, loss, accuracy, seconds, sha256);
    }

    private static Epoch epoch(int number) {
        return epoch(number, 0.5, 0.9, 1, SHA);
    }

    private static History history(int epochs) {
        return History.of(
                IntStream.rangeClosed(1, epochs)
                        .mapToObj(UntrustedProvenanceTest::epoch)
                        .toList(),
                1);
    }

    private static Inputs.Data data(String source, int trainingDigits, String fingerprint) {
        return Inputs.Data.of(source, trainingDigits, fingerprint, DigitSet.DIGIT_NAMES);
    }

    private static Inputs.Data named(String... classNames) {
        return Inputs.Data.of("mnist", 60_000, SHA, List.of(classNames));
    }

    private static Inputs inputs(String architecture, String structureSha256, long parameters) {
        return Inputs.of(
                architecture, structureSha256, parameters, TWO_EPOCHS, 1, data("mnist", 60_000, SHA), VERSIONS);
    }

    private static RunFile run(String model, History history) {
        return new RunFile(model, SHA, new Provenance(inputs("cnn", SHA, 1), PLATFORM), history);
    }

    private static Arguments row(String value, String field, ThrowingCallable construction) {
        return arguments(value, field, construction);
    }

    private static Platform arithmetic(String operation, String checksum) {
        return Platform.of(
                "Linux",
                "amd64",
                "A Processor",
                "avx2",
                2,
                "native",
                NO_VARIABLES,
                SHA,
                Map.of(operation, checksum),
                "17");
    }

    private static Arguments variable(String name, String value) {
        return row(name + "=" + value, name, () -> platform("Linux", "A Processor", 2, Map.of(name, value), SHA, "17"));
    }

    static Stream<Arguments> platforms() {
        return Stream.of(
                row("no threads", "threads", () -> platform("Linux", "A Processor", 0, NO_VARIABLES, SHA, "17")),
                row(
                        "100000 threads",
                        "threads",
                        () -> platform("Linux", "A Processor", 100_000, NO_VARIABLES, SHA, "17")),
                row("negative threads", "threads", () -> platform("Linux", "A Processor", -1, NO_VARIABLES, SHA, "17")),
                row("escape", "os", () -> platform("Linux\u001b[2J", "A Processor", 2, NO_VARIABLES, SHA, "17")),
                row("too long", "os", () -> platform(LONG, "A Processor", 2, NO_VARIABLES, SHA, "17")),
                row("line feed", "cpu", () -> platform("Linux", "A\nProcessor", 2, NO_VARIABLES, SHA, "17")),
                row("too long", "cpu", () -> platform("Linux", LONG, 2, NO_VARIABLES, SHA, "17")),
                row("right-to-left", "java", () -> platform("Linux", "A Processor", 2, NO_VARIABLES, SHA, "\u202e17")),
                row("too long", "java", () -> platform("Linux", "A Processor", 2, NO_VARIABLES, SHA, LONG)),
                row(
                        "upper case",
                        "arithmeticSha256",
                        () -> platform("Linux", "A Processor", 2, NO_VARIABLES, "A".repeat(64), "17")),
                row(
                        "unknown",
                        "numerics",
                        () -> Platform.of(
                                "Linux", "amd64", "A Processor", "avx2", 2, "fast", NO_VARIABLES, SHA, Map.of(), "17")),
                row(
                        "too long",
                        "instructionSet",
                        () -> Platform.of(
                                "Linux", "amd64", "A Processor", LONG, 2, "native", NO_VARIABLES, SHA, Map.of(), "17")),
                row(
                        "portable without its variables",
                        "numerics",
                        () -> Platform.of(
                                "Linux",
                                "amd64",
                                "A Processor",
                                "avx2",
                                2,
                                "portable",
                                NO_VARIABLES,
                                SHA,
                                Map.of(),
                                "17")),
                row("not hexadecimal", "arithmetic", () -> arithmetic("sqrt", "nothexad")),
                row("too long", "arithmetic", () -> arithmetic("sqrt", SHA)),
                row("escape", "arithmetic", () -> arithmetic("sq\u001brt", "00000000")),
                row("too long", "arithmetic", () -> arithmetic(LONG, "00000000")),
                row("not its digest", "arithmeticSha256", () -> arithmetic("sqrt", "00000000")));
    }

    static Stream<Arguments> environments() {
        return Stream.of(
                variable("LD_PRELOAD", "/tmp/library.so"),
                variable("JDK_JAVA_OPTIONS", "-javaagent:agent.jar"),
                variable("PATH", "/tmp"),
                variable("MKL_CBWR", "COMPATIBLE; other"),
                variable("MKL_CBWR", ""),
                variable("MKL_NUM_THREADS", "100000"),
                variable("MKL_DOMAIN_NUM_THREADS", "MKL_DOMAIN_ALL=4\nother"),
                variable("MKL_DOMAIN_NUM_THREADS", "MKL_DOMAIN_ALL" + " ".repeat(10_000) + "=4"),
                variable("ATEN_CPU_CAPABILITY", LONG));
    }

    static Stream<Arguments> inputs() {
        return Stream.of(
                row("1000 times as wide", "widthMultiplier", () -> Capacity.DEFAULT.withWidthMultiplier(1000)),
                row("10000000 networks", "ensembleSize", () -> Capacity.DEFAULT.withEnsembleSize(10_000_000)),
                row("negative", "trainingDigits", () -> data("mnist", -2000, SHA)),
                row("none", "trainingDigits", () -> data("mnist", 0, SHA)),
                row("too many", "trainingDigits", () -> data("mnist", DigitSet.MAX_SIZE + 1, SHA)),
                row("escape", "source", () -> data("\u001b]0;title\u0007", 60_000, SHA)),
                row("too long", "source", () -> data(LONG, 60_000, SHA)),
                row("too short", "trainingFingerprint", () -> data("mnist", 60_000, "abc")),
                row("none", "classNames", () -> named()),
                row("nine", "classNames", () -> named("a", "b", "c", "d", "e", "f", "g", "h", "i")),
                row("eleven", "classNames", () -> named("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k")),
                row("twice the same", "classNames", () -> named("a", "b", "c", "d", "e", "f", "g", "h", "i", "a")),
                row("blank", "classNames", () -> named("a", "b", "c", "d", "e", "f", "g", "h", "i", " ")),
                row("line feed", "classNames", () -> named("a", "b", "c", "d", "e", "f", "g", "h", "i", "j\nk")),
                row("right-to-left", "classNames", () -> named("a", "b", "c", "d", "e", "f", "g", "h", "i", "\u202ej")),
                row("too long", "classNames", () -> named("a", "b", "c", "d", "e", "f", "g", "h", "i", LONG)),
                row("outside", "architecture", () -> inputs("../x", SHA, 1)),
                row("not hexadecimal", "structureSha256", () -> inputs("cnn", "g".repeat(64), 1)),
                row("negative", "parameters", () -> inputs("cnn", SHA, -1)),
                row("line feed", "library", () -> Versions.of("1.0\n2.0", "0", "0")),
                row("too long", "djl", () -> Versions.of("1.0", LONG, "0")),
                row("too long", "pytorch", () -> Versions.of("1.0", "0", LONG)));
    }

    static Stream<Arguments> epochs() {
        return Stream.of(
                row("number 0", "number", () -> epoch(0)),
                row("negative", "seconds", () -> epoch(1, 0.5, 0.9, -1e300, SHA)),
                row("no number", "seconds", () -> epoch(1, 0.5, 0.9, Double.NaN, SHA)),
                row("infinite", "seconds", () -> epoch(1, 0.5, 0.9, Double.POSITIVE_INFINITY, SHA)),
                row("a million", "validationAccuracy", () -> epoch(1, 0.5, 1_000_000, 1, SHA)),
                row("no number", "validationAccuracy", () -> epoch(1, 0.5, Double.NaN, 1, SHA)),
                row("negative", "trainingLoss", () -> epoch(1, -1, 0.9, 1, SHA)),
                row("negative", "validationLoss", () -> Epoch.of(1, 0.5, 0.5, -1, 0.9, 1, SHA)),
                row("no number", "validationLoss", () -> Epoch.of(1, 0.5, 0.5, Double.NaN, 0.9, 1, SHA)),
                row("above 1", "trainingAccuracy", () -> Epoch.of(1, 0.5, 1.5, 0.5, 0.9, 1, SHA)),
                row("too long", "parametersSha256", () -> epoch(1, 0.5, 0.9, 1, SHA + "0")));
    }

    static Stream<Arguments> histories() {
        return Stream.of(
                row("no epochs", "epochs", () -> history(0)),
                row("out of order", "epochs[0]", () -> History.of(List.of(epoch(2), epoch(1)), 1)),
                row("twice the same", "epochs[1]", () -> History.of(List.of(epoch(1), epoch(1)), 1)),
                row("epoch 0", "bestEpoch", () -> History.of(List.of(epoch(1)), 0)),
                row("beyond the last", "bestEpoch", () -> History.of(List.of(epoch(1)), 2)),
                row("more than the recipe", "epochs", () -> run("cnn", history(3))),
                row("outside", "model", () -> run("../x", history(2))),
                row("absolute", "model", () -> run("/tmp/x", history(2))),
                row("too long", "model", () -> run(LONG, history(2))),
                row(
                        "malformed",
                        "parametersFileSha256",
                        () -> new RunFile("cnn", "0", run("cnn", history(2)).provenance(), history(2))));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource({"platforms", "environments", "inputs", "epochs", "histories"})
    void givenAValueOutOfBounds_whenConstructed_thenItIsRejectedByAShortPrintableMessageThatNamesTheField(
            String value, String field, ThrowingCallable construction) {
        assertThatIllegalArgumentException().isThrownBy(construction).satisfies(rejected -> assertThat(
                        rejected.getMessage())
                .contains(field)
                .hasSizeLessThan(600)
                .doesNotContainPattern("[\\p{Cntrl}\u202e]"));
    }

    @Test
    void givenValuesWithinBounds_whenConstructed_thenTheyAreAccepted() {
        assertThatCode(() -> run("cnn-reference", history(2))).doesNotThrowAnyException();
        assertThatCode(() -> platform(
                        "Linux",
                        "A Processor",
                        Platform.MAX_THREADS,
                        Map.of(
                                "MKL_CBWR",
                                "AVX2,STRICT",
                                "MKL_DOMAIN_NUM_THREADS",
                                "MKL_DOMAIN_ALL=2, MKL_DOMAIN_BLAS=4"),
                        SHA,
                        "17"))
                .doesNotThrowAnyException();
    }
}
