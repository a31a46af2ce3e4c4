package io.github.mnistmaven.study.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.github.mnistmaven.evaluation.ClassMetrics;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.evaluation.Misclassification;
import io.github.mnistmaven.study.baseline.Reproducibility;
import io.github.mnistmaven.study.internal.figures.ChartTheme;
import io.github.mnistmaven.study.internal.figures.DigitPicture;
import io.github.mnistmaven.study.internal.figures.RenderedFigure;
import io.github.mnistmaven.study.internal.tables.BaselineTable;
import io.github.mnistmaven.study.internal.text.ClassWords;
import io.github.mnistmaven.study.internal.text.NumberText;
import io.github.mnistmaven.study.internal.text.PairwiseFinding;
import io.github.mnistmaven.study.internal.text.ProvenanceText;
import io.github.mnistmaven.study.results.EvaluatedModel;
import io.github.mnistmaven.study.results.Results;
import io.github.mnistmaven.study.statistics.Comparison;
import io.github.mnistmaven.training.History;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The results as one page of HTML that needs nothing beside itself: no network, no scripts, no other files. The records
 * below are what the template {@code report.html.mustache} sees; a list stands for "none or one" as well, as that is how
 * Mustache says "if".
 */
final class HtmlReport {

    private static final int MAX_MISCLASSIFIED = Results.HARDEST;

    private final Results results;
    private final Comparison comparison;
    private final ClassWords words;
    private final List<RenderedFigure> figures;
    private final Optional<Reproducibility> reproducibility;

    private HtmlReport(Results results, List<RenderedFigure> figures, Optional<Reproducibility> reproducibility) {
        this.results = results;
        this.comparison = results.comparison();
        this.words = new ClassWords(results.testDigits().classNames());
        this.figures = figures;
        this.reproducibility = reproducibility;
    }

    /** The page; figures that are not among those given are left out. */
    static String text(Results results, List<RenderedFigure> figures, Optional<Reproducibility> reproducibility) {
        return template().execute(new HtmlReport(results, figures, reproducibility).page());
    }

    private static Template template() {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.html.mustache");
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return Mustache.compiler().strictSections(true).compile(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("the template is part of this library", e);
        }
    }

    record Page(
            String headline,
            String testDigits,
            String testSource,
            String testFingerprint,
            String aClass,
            String classTitle,
            String images,
            List<Verdicts> verdicts,
            List<BaselineView> baseline,
            List<RenderedFigure> comparison,
            List<ModelView> models) {}

    /** What is said where there is more than one model. */
    record Verdicts(List<PairwiseFinding> pairs, boolean adjusted) {}

    /** What is said where there is a baseline. */
    record BaselineView(List<BaselineRow> models) {}

    record BaselineRow(
            String name,
            String verdict,
            String explanation,
            String accuracyBefore,
            String accuracy,
            String pValue,
            List<Reproducibility.Change> changes) {}

    record ModelView(
            String id,
            String name,
            String colour,
            boolean best,
            String accuracy,
            String interval,
            String errors,
            String loss,
            String validationAccuracy,
            String time,
            String epochs,
            String parameters,
            List<RenderedFigure> curves,
            List<RenderedFigure> confusion,
            List<ClassView> classes,
            List<Gallery> misclassified,
            List<ProvenanceText.Line> provenance) {}

    record ClassView(String name, String support, String precision, String recall, String f1) {}

    record Gallery(String title, List<MisclassifiedView> digits) {}

    record MisclassifiedView(String truth, String predicted, String confidence, String description, String picture) {}

    private Page page() {
        List<EvaluatedModel> models = results.evaluatedModels();
        return new Page(
                PairwiseFinding.headline(comparison, words),
                NumberText.count(results.testDigits().count()),
                results.testDigits().source(),
                comparison.testFingerprint(),
                words.aClass(),
                words.areDigits() ? "Digit" : "Class",
                words.images(),
                verdicts(),
                baseline(),
                figures("comparison.png"),
                IntStream.range(0, models.size())
                        .mapToObj(i -> model(i, models.get(i)))
                        .toList());
    }

    private List<Verdicts> verdicts() {
        List<PairwiseFinding> pairs = PairwiseFinding.of(comparison);
        return pairs.isEmpty() ? List.of() : List.of(new Verdicts(pairs, pairs.size() > 1));
    }

    private List<BaselineView> baseline() {
        return reproducibility
                .map(found -> List.of(new BaselineView(
                        found.models().stream().map(HtmlReport::view).toList())))
                .orElse(List.of());
    }

    private static BaselineRow view(Reproducibility.Model model) {
        return new BaselineRow(
                model.model(),
                model.verdict().words(),
                BaselineTable.explanation(model),
                NumberText.percent(model.baseline().accuracy()),
                NumberText.percent(model.now().accuracy()),
                NumberText.pValue(model.pValue()),
                model.changes());
    }

    private List<RenderedFigure> figures(String... fileNames) {
        return figures.stream()
                .filter(figure -> List.of(fileNames).contains(figure.fileName()))
                .toList();
    }

    private ModelView model(int index, EvaluatedModel entry) {
        Evaluation evaluation = entry.evaluation();
        History history = entry.history();
        String name = entry.name();
        return new ModelView(
                "model-" + (index + 1),
                name,
                "#%06x".formatted(ChartTheme.colourOf(name).getRGB() & 0xFFFFFF),
                evaluation.modelName().equals(comparison.best().modelName()),
                NumberText.percent(evaluation.accuracy()),
                NumberText.percent(evaluation.accuracyInterval()),
                NumberText.count(evaluation.size() - evaluation.correct()),
                NumberText.loss(evaluation.loss()),
                NumberText.percent(history.best().validationAccuracy()),
                NumberText.seconds(history.seconds()),
                "%s, best %s".formatted(history.epochs().size(), history.bestEpoch()),
                NumberText.count(entry.provenance().inputs().parameters()),
                figures(name + "_accuracy.png", name + "_loss.png"),
                figures(name + "_confusion.png"),
                evaluation.confusionMatrix().perClass().stream().map(this::view).toList(),
                misclassified(evaluation),
                ProvenanceText.lines(entry.provenance(), entry.history()));
    }

    private ClassView view(ClassMetrics metrics) {
        return new ClassView(
                words.name(metrics.digit()),
                NumberText.count(metrics.support()),
                NumberText.percent(metrics.precision()),
                NumberText.percent(metrics.recall()),
                NumberText.percent(metrics.f1()));
    }

    private List<Gallery> misclassified(Evaluation evaluation) {
        List<Misclassification> all = evaluation.misclassified();
        if (all.isEmpty()) {
            return List.of();
        }
        String title = all.size() <= MAX_MISCLASSIFIED
                ? "All misclassified " + words.images()
                : "The %s most confident of %s misclassifications"
                        .formatted(MAX_MISCLASSIFIED, NumberText.count(all.size()));
        return List.of(new Gallery(
                title,
                all.stream()
                        .limit(MAX_MISCLASSIFIED)
                        .flatMap(misclassified -> view(misclassified).stream())
                        .toList()));
    }

    private String description(Misclassification misclassified) {
        String shown = words.name(misclassified.truth());
        return "Test %s number %d, %s"
                .formatted(words.image(), misclassified.index(), words.areDigits() ? "a handwritten " + shown : shown);
    }

    /** Nothing where results from elsewhere have no image of it. */
    private Optional<MisclassifiedView> view(Misclassification misclassified) {
        return results.image(misclassified.index())
                .map(image -> new MisclassifiedView(
                        words.name(misclassified.truth()),
                        words.name(misclassified.predicted()),
                        NumberText.percent(misclassified.confidence()),
                        description(misclassified),
                        DigitPicture.dataUri(image.bytes())));
    }
}
