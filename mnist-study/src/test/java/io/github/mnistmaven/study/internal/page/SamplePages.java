package io.github.mnistmaven.study.internal.page;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.model.TrainedModel;
import io.github.mnistmaven.model.Trainer;
import io.github.mnistmaven.study.baseline.Reproducibility;
import io.github.mnistmaven.study.baseline.Verdict;
import io.github.mnistmaven.study.gates.GateReport;
import io.github.mnistmaven.study.gates.GateState;
import io.github.mnistmaven.study.gates.SampleGates;
import io.github.mnistmaven.study.internal.drawing.DrawableModel;
import io.github.mnistmaven.study.internal.drawing.DrawingSection;
import io.github.mnistmaven.study.internal.tables.BaselineTableTest;
import io.github.mnistmaven.study.results.ModelResult;
import io.github.mnistmaven.study.results.Results;
import io.github.mnistmaven.study.results.SampleResults;
import io.github.mnistmaven.study.results.SampleResults.Sample;
import io.github.mnistmaven.study.runs.SampleStudy;
import io.github.mnistmaven.study.runs.StudyResults;
import io.github.mnistmaven.study.statistics.StudyStatistics;
import io.github.mnistmaven.training.Epoch;
import io.github.mnistmaven.training.History;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Pages of all kinds of results, ordinary and odd ones. */
public final class SamplePages {

    private static final int DIGITS = 400;

    /** A file from elsewhere may name its classes and its digits like this. */
    private static final String MARKUP = "<script>alert(1)</script>\"'&amp;";

    private static final String RIGHT_TO_LEFT = "\u0633\u0628\u0639\u0629 \u05e9\u05d1\u05e2";
    private static final int LONGEST_CLASS_NAME = 40;
    private static final Map<String, String> ALL = make();

    private SamplePages() {}

    /** Of each kind one page, by a name that says what is odd about it. */
    public static Map<String, String> all() {
        return ALL;
    }

    private static Map<String, String> make() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("two models, rules, a baseline", withVerdicts());
        pages.put("models that read drawings", withDrawing());
        pages.put("one model", page(SampleResults.of(DIGITS, SampleResults.CNN)));
        pages.put("twelve models", page(twelve()));
        pages.put("a model without errors, of one epoch", page(SampleResults.of(DIGITS, SampleResults.FAULTLESS)));
        pages.put("a model that learned nothing", page(failed()));
        pages.put("no images", page(withoutImages()));
        pages.put("markup", page(named(MARKUP)));
        pages.put("right-to-left text", page(named(RIGHT_TO_LEFT)));
        pages.put("200 characters", page(named("x".repeat(200))));
        pages.put("an older format", page(older()));
        pages.put("a study of two cells", StudyPage.html(study(2, 1, 2, 3), Optional.of(rules()), Optional.empty()));
        pages.put("a study of one cell", study(study(1, 1, 2)));
        pages.put("a study with one seed", study(study(3, 7)));
        pages.put("a study of twelve cells", study(study(12, 1, 2)));
        return pages;
    }

    /** The page with all sections. */
    public static String withVerdicts() {
        return ComparisonPage.html(
                SampleResults.of(DIGITS, SampleResults.CNN, SampleResults.LSTM),
                Optional.of(baseline()),
                Optional.of(rules()),
                Optional.empty());
    }

    /** One model reads drawings, another one is left out. */
    private static String withDrawing() {
        Results results = SampleResults.of(DIGITS, SampleResults.CNN, SampleResults.LSTM);
        try (TrainedModel model = Trainer.of("lstm")
                .epochs(1)
                .train(new EmbeddedDigits().sizes(60, 1).training())) {
            Path saved = Files.createTempDirectory("saved-model");
            model.save(saved);
            String page = ComparisonPage.html(
                    results,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(DrawingSection.of(List.of(
                            new DrawableModel(1, "cnn", model.provenance(), Optional.empty(), saved.resolve("none")),
                            new DrawableModel(2, "lstm", model.provenance(), Optional.empty(), saved)))));
            try (Stream<Path> files = Files.walk(saved)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String page(Results results) {
        return ComparisonPage.html(results, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static String study(StudyResults results) {
        return StudyPage.html(results, Optional.empty(), Optional.empty());
    }

    static Reproducibility baseline() {
        return BaselineTableTest.found(
                Verdict.CHANGED_INPUTS,
                new Reproducibility.Change("recipe.epochs", "4", "2"),
                new Reproducibility.Change("data.source", "a<b", ""));
    }

    static GateReport rules() {
        return SampleGates.report(
                SampleGates.result("accuracy of cnn at least 0.99", GateState.PASSED, "accuracy of cnn is 0.995"),
                SampleGates.result(
                        "accuracy of lstm at least 0.995",
                        GateState.FAILED,
                        "accuracy of lstm is 0.99, missed by 0.005"),
                SampleGates.result(
                        "cnn more accurate than lstm", GateState.UNDECIDED, "the probability is <b>0.9</b>"));
    }

    private static Results twelve() {
        return SampleResults.of(
                DIGITS,
                IntStream.rangeClosed(1, 12)
                        .mapToObj(i -> new Sample("network-number-" + i, 1 - 0.01 * i, i, 1000L * i, i))
                        .toArray(Sample[]::new));
    }

    /** Its loss is as high as a file may say, its accuracy that of guessing. */
    private static Results failed() {
        DigitSet test = SampleResults.digits(DIGITS);
        Sample sample = new Sample("cnn", 0.1, 3, 10, 0);
        ModelResult result = SampleResults.result(
                SampleResults.provenance(sample, test.classNames()),
                History.of(
                        IntStream.rangeClosed(1, 3)
                                .mapToObj(number ->
                                        Epoch.of(number, Bounds.MAX_LOSS, 0, Bounds.MAX_LOSS, 0, 0, "ab12".repeat(16)))
                                .toList(),
                        1),
                SampleResults.evaluation(sample, test));
        return Results.of(test, List.of(result, SampleResults.result(SampleResults.LSTM, test)));
    }

    static Results withoutImages() {
        return SampleResults.withoutImages(DIGITS, SampleResults.CNN, SampleResults.LSTM);
    }

    static Results named(String text) {
        DigitSet test = SampleResults.digits(DIGITS)
                .withSource(text)
                .withClassNames(IntStream.range(0, 10)
                        .mapToObj(i -> i + text.substring(0, Math.min(text.length(), LONGEST_CLASS_NAME - 1)))
                        .toList());
        return Results.of(
                test,
                List.of(SampleResults.result(SampleResults.CNN, test), SampleResults.result(SampleResults.LSTM, test)));
    }

    private static Results older() {
        try {
            return Results.read(Path.of(
                    SamplePages.class.getResource("/formats/results-2.0.json").toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static StudyResults study(int cells, long... seeds) {
        DigitSet test = SampleResults.digits(DIGITS);
        return SampleStudy.results(
                test,
                StudyStatistics.DEFAULT_MARGIN,
                IntStream.range(0, cells)
                        .mapToObj(i -> SampleStudy.cell(
                                "cell-" + i,
                                i % 2 == 0 ? SampleResults.CNN : SampleResults.LSTM,
                                test,
                                10 * (i + 1),
                                seeds))
                        .toList());
    }
}
