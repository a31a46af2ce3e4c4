package io.github.mnistmaven.plugin.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.github.mnistmaven.evaluation.ClassMetrics;
import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.evaluation.Misread;
import io.github.mnistmaven.plugin.baseline.Reproducibility;
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
 * The report as one page of HTML that needs nothing beside itself: no network, no scripts, no other files. The records
 * below are what the template {@code report.html.mustache} sees; a list stands for "none or one" as well, as that is how
 * Mustache says "if".
 */
final class HtmlReport {

    private static final int MOST_MISREAD = 12;

    private final Report report;
    private final List<Painted> figures;
    private final Optional<Reproducibility> reproducibility;

    private HtmlReport(Report report, List<Painted> figures, Optional<Reproducibility> reproducibility) {
        this.report = report;
        this.figures = figures;
        this.reproducibility = reproducibility;
    }

    /** The page; figures that are not among those given are left out. */
    static String text(Report report, List<Painted> figures, Optional<Reproducibility> reproducibility) {
        return template().execute(new HtmlReport(report, figures, reproducibility).page());
    }

    private static Template template() {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.html.mustache");
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return Mustache.compiler().strictSections(true).compile(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("the template is part of this plugin", e);
        }
    }

    record Page(
            String headline,
            String testDigits,
            String testSource,
            String testFingerprint,
            List<Verdicts> verdicts,
            List<BaselineView> baseline,
            List<Painted> comparison,
            List<ModelView> models) {}

    /** What is said where there is more than one model. */
    record Verdicts(List<PairVerdict> pairs, boolean adjusted) {}

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
            List<Painted> curves,
            List<Painted> confusion,
            List<ClassView> classes,
            List<Gallery> misread,
            List<ProvenanceText.Line> provenance) {}

    record ClassView(int digit, String support, String precision, String recall, String f1) {}

    record Gallery(String title, List<MisreadView> digits) {}

    record MisreadView(int truth, int predicted, String confidence, int index, String picture) {}

    private Page page() {
        return new Page(
                PairVerdict.headline(report.comparison()),
                NumberText.count(report.testDigits().size()),
                report.testSource(),
                report.comparison().testFingerprint(),
                verdicts(),
                baseline(),
                figures("comparison.png"),
                IntStream.range(0, report.entries().size())
                        .mapToObj(i -> model(i, report.entries().get(i)))
                        .toList());
    }

    private List<Verdicts> verdicts() {
        List<PairVerdict> pairs = PairVerdict.of(report.comparison());
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
                ReproducibilityTable.explanation(model),
                NumberText.percent(model.baseline().accuracy()),
                NumberText.percent(model.now().accuracy()),
                NumberText.pValue(model.pValue()),
                model.changes());
    }

    private List<Painted> figures(String... fileNames) {
        return figures.stream()
                .filter(figure -> List.of(fileNames).contains(figure.fileName()))
                .toList();
    }

    private ModelView model(int index, Report.Entry entry) {
        Evaluation evaluation = entry.evaluation();
        History history = entry.run().history();
        String name = entry.model();
        return new ModelView(
                "model-" + (index + 1),
                name,
                "#%06x".formatted(Look.colourOf(name).getRGB() & 0xFFFFFF),
                evaluation == report.comparison().best(),
                NumberText.percent(evaluation.accuracy()),
                NumberText.percent(evaluation.accuracyInterval()),
                NumberText.count(evaluation.size() - evaluation.correct()),
                NumberText.loss(evaluation.loss()),
                NumberText.percent(history.kept().validationAccuracy()),
                NumberText.seconds(history.seconds()),
                "%s, kept %s".formatted(history.epochs().size(), history.keptEpoch()),
                NumberText.count(entry.run().provenance().inputs().parameters()),
                figures(name + "_accuracy.png", name + "_loss.png"),
                figures(name + "_confusion.png"),
                evaluation.confusionMatrix().perClass().stream()
                        .map(HtmlReport::view)
                        .toList(),
                misread(evaluation),
                ProvenanceText.lines(entry.run()));
    }

    private static ClassView view(ClassMetrics metrics) {
        return new ClassView(
                metrics.digit(),
                NumberText.count(metrics.support()),
                NumberText.percent(metrics.precision()),
                NumberText.percent(metrics.recall()),
                NumberText.percent(metrics.f1()));
    }

    private List<Gallery> misread(Evaluation evaluation) {
        List<Misread> all = evaluation.misread();
        if (all.isEmpty()) {
            return List.of();
        }
        String title = all.size() <= MOST_MISREAD
                ? "All misread digits"
                : "The %s of %s misread digits it was surest of".formatted(MOST_MISREAD, NumberText.count(all.size()));
        return List.of(new Gallery(
                title, all.stream().limit(MOST_MISREAD).map(this::view).toList()));
    }

    private MisreadView view(Misread misread) {
        return new MisreadView(
                misread.truth(),
                misread.predicted(),
                NumberText.percent(misread.confidence()),
                misread.index(),
                Png.dataUri(DigitPicture.png(report.testDigits().image(misread.index()))));
    }
}
