package io.github.mnistmaven.study.internal.summary;

import io.github.mnistmaven.evaluation.Evaluation;
import io.github.mnistmaven.study.baseline.Reproducibility;
import io.github.mnistmaven.study.baseline.Verdict;
import io.github.mnistmaven.study.gates.GateReport;
import io.github.mnistmaven.study.internal.baseline.OtherArithmetic;
import io.github.mnistmaven.study.internal.figures.FigureFile;
import io.github.mnistmaven.study.internal.summary.Table.Column;
import io.github.mnistmaven.study.internal.tables.BaselineTable;
import io.github.mnistmaven.study.internal.text.ClassWords;
import io.github.mnistmaven.study.internal.text.Headline;
import io.github.mnistmaven.study.internal.text.NumberText;
import io.github.mnistmaven.study.internal.text.PairwiseFinding;
import io.github.mnistmaven.study.results.ModelResult;
import io.github.mnistmaven.study.results.Results;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The summary of a comparison. What is too long for one is left out and counted; {@code report.html} has all of it. */
public final class ResultsSummary {

    private static final Limits LIMITS = new Limits(12, 8, 4, 2);

    /** With rules as well as a baseline, there is less room for each. */
    private static final Limits LIMITS_OF_BOTH = new Limits(8, 4, 2, 1);

    private static final int MAX_PAIRS = 3;

    /** Where there are more, only their comparison is shown. */
    private static final int MAX_DRAWN = 3;

    private final Results results;
    private final Map<String, Reproducibility.Model> verdicts;
    private final List<String> failures;
    private final Optional<GateReport> rules;
    private final List<FigureFile> figures;
    private final ClassWords words;
    private final Limits limits;

    /** How many rows of each table are shown, and how many models have a sentence of their own. */
    private record Limits(int models, int rules, int changes, int sentences) {}

    private ResultsSummary(
            Results results,
            Optional<Reproducibility> reproducibility,
            Optional<GateReport> rules,
            List<FigureFile> figures) {
        this.results = results;
        this.verdicts = reproducibility.map(Reproducibility::models).orElse(List.of()).stream()
                .collect(Collectors.toMap(
                        Reproducibility.Model::model, model -> model, (first, second) -> first, LinkedHashMap::new));
        this.failures = reproducibility.map(Reproducibility::failures).orElse(List.of());
        this.rules = rules;
        this.figures = figures;
        this.words = new ClassWords(results.testDigits().classNames());
        this.limits = verdicts.isEmpty() || rules.isEmpty() ? LIMITS : LIMITS_OF_BOTH;
    }

    /**
     * Summarizes.
     *
     * @param results what was measured
     * @param reproducibility how the models compare with a baseline, if there is one
     * @param rules what became of them, if there are any
     * @param figures those that there are
     * @return the summary
     */
    public static Summary of(
            Results results,
            Optional<Reproducibility> reproducibility,
            Optional<GateReport> rules,
            List<FigureFile> figures) {
        return new ResultsSummary(results, reproducibility, rules, figures).summary();
    }

    private Summary summary() {
        List<PairwiseFinding> pairs = PairwiseFinding.of(results.comparison());
        List<String> sentences = new ArrayList<>(baseline());
        List<Section> sections = new ArrayList<>();
        changes().ifPresent(sections::add);
        if (pairs.size() <= MAX_PAIRS) {
            pairs.forEach(pair -> sentences.add(pair.sentence() + "."));
        }
        figures().ifPresent(sections::add);
        sections.add(training());
        List<Table> tables = new ArrayList<>(List.of(table()));
        rules.map(report -> RulesSummary.table(report, limits.rules())).ifPresent(tables::add);
        return new Summary(headline(), sentences, tables, sections);
    }

    private String headline() {
        String finding = findingAndBaseline();
        return rules.map(report -> "%s; %s".formatted(RulesSummary.verdict(report), finding))
                .orElse(finding);
    }

    private String findingAndBaseline() {
        String best = Headline.of(results.comparison(), words);
        if (verdicts.isEmpty()) {
            return best;
        }
        if (!failures.isEmpty()) {
            return Mark.BAD.before(
                    "%s against the baseline; %s".formatted(ofAll(failures.size(), "fails", "fail"), best));
        }
        int changed = (int) verdicts.values().stream()
                .filter(model -> Mark.of(model) == Mark.OPEN)
                .count();
        return changed == 0
                ? Mark.GOOD.before("%s the baseline; %s".formatted(ofAll(verdicts.size(), "matches", "match"), best))
                : Mark.OPEN.before("%s from the baseline; %s".formatted(ofAll(changed, "differs", "differ"), best));
    }

    /** Such as {@code 1 of 2 models fails}. */
    private String ofAll(int count, String one, String several) {
        int all = verdicts.size();
        return all == 1
                ? "%s %s".formatted(verdicts.keySet().iterator().next(), one)
                : "%s of %s models %s".formatted(count, all, count == 1 ? one : several);
    }

    private List<String> baseline() {
        if (verdicts.isEmpty()) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        Map<Verdict, List<String>> byVerdict = new LinkedHashMap<>();
        verdicts.values().forEach(model -> byVerdict
                .computeIfAbsent(model.verdict(), verdict -> new ArrayList<>())
                .add(model.model()));
        sentences.add("Against the baseline: %s."
                .formatted(byVerdict.entrySet().stream()
                        .map(entry -> "%s: %s"
                                .formatted(
                                        names(entry.getValue()), entry.getKey().words()))
                        .collect(Collectors.joining("; "))));
        sentences.addAll(
                limited(failures.stream().map(failure -> failure + ".").toList(), limits.sentences(), "fails", "fail"));
        return sentences;
    }

    private String names(List<String> models) {
        return models.size() <= limits.models() ? String.join(", ", models) : models.size() + " models";
    }

    private static List<String> limited(List<String> sentences, int max, String one, String several) {
        int others = sentences.size() - max;
        if (others <= 0) {
            return sentences;
        }
        String rest = others == 1 ? "1 other %s.".formatted(one) : "%s others %s.".formatted(others, several);
        return Stream.concat(sentences.stream().limit(max), Stream.of(rest)).toList();
    }

    private Table table() {
        boolean judged = !verdicts.isEmpty();
        List<Column> columns = new ArrayList<>(List.of(Column.name("model"), Column.number("accuracy")));
        columns.add(Column.number("95 % interval"));
        if (judged) {
            columns.add(Column.number("change (points)"));
        }
        columns.add(Column.number("loss"));
        if (judged) {
            columns.add(Column.number("change"));
        }
        columns.add(Column.number("training time"));
        columns.add(judged ? Column.text("against the baseline") : Column.number("parameters"));
        return Table.limited(
                columns,
                results.models().stream().map(model -> row(model, judged)).toList(),
                limits.models(),
                "model");
    }

    private List<String> row(ModelResult model, boolean judged) {
        Evaluation evaluation = model.evaluation();
        Optional<Reproducibility.Model> verdict = Optional.ofNullable(verdicts.get(model.name()));
        List<String> row = new ArrayList<>(List.of(model.name(), NumberText.percent(evaluation.accuracy())));
        row.add(NumberText.percent(evaluation.accuracyInterval()));
        if (judged) {
            row.add(verdict.map(it -> ChangeText.points(it.baseline().accuracy(), evaluation.accuracy()))
                    .orElse(""));
        }
        row.add(NumberText.loss(evaluation.loss()));
        if (judged) {
            row.add(verdict.map(it -> ChangeText.loss(it.baseline().loss(), evaluation.loss()))
                    .orElse(""));
        }
        row.add(NumberText.seconds(model.history().seconds()));
        row.add(
                judged
                        ? verdict.map(it -> Mark.of(it).before(it.verdict().words()))
                                .orElse("")
                        : NumberText.count(model.provenance().inputs().parameters()));
        return row;
    }

    /** What differs from the baseline, where anything does: the causes of the verdicts. */
    private Optional<Section> changes() {
        List<Reproducibility.Model> others = verdicts.values().stream()
                .filter(model -> model.verdict() != Verdict.IDENTICAL)
                .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> rows = others.stream()
                .flatMap(model -> model.changes().stream()
                        .filter(change -> !OtherArithmetic.isOperation(change.field()))
                        .map(change -> List.of(model.model(), change.field(), change.baseline(), change.now())))
                .toList();
        Table table = Table.limited(
                List.of(Column.name("model"), Column.name("field"), Column.name("in the baseline"), Column.name("now")),
                rows,
                limits.changes(),
                "change");
        return Optional.of(new Section(
                "What differs from the baseline",
                limited(
                        others.stream()
                                .filter(model -> !model.fails())
                                .map(ResultsSummary::explanation)
                                .toList(),
                        limits.sentences(),
                        "differs",
                        "differ"),
                rows.isEmpty() ? List.of() : List.of(table),
                List.of()));
    }

    private static String explanation(Reproducibility.Model model) {
        return "%s: %s; classified correctly only by the baseline: %s, only now: %s (%s)."
                .formatted(
                        model.model(),
                        BaselineTable.explanation(model),
                        NumberText.count(model.onlyBaselineCorrect()),
                        NumberText.count(model.onlyNowCorrect()),
                        NumberText.pValue(model.pValue()));
    }

    private Optional<Section> figures() {
        List<List<FigureFile>> rows = new ArrayList<>();
        rows.add(figuresOf("comparison"));
        List<String> drawn = results.models().size() > MAX_DRAWN
                ? List.of()
                : results.models().stream().map(ModelResult::name).toList();
        drawn.forEach(model -> rows.add(figuresOf(model + "_accuracy", model + "_loss")));
        rows.add(figuresOf(drawn.stream().map(model -> model + "_confusion").toArray(String[]::new)));
        rows.removeIf(List::isEmpty);
        return rows.isEmpty() ? Optional.empty() : Optional.of(Section.ofFigures("Figures", rows));
    }

    private List<FigureFile> figuresOf(String... names) {
        return Stream.of(names)
                .flatMap(name -> figures.stream().filter(figure -> figure.name().equals(name + ".png")))
                .toList();
    }

    private Section training() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "test " + words.images(),
                "%s (%s), fingerprint %s"
                        .formatted(
                                results.testDigits().source(),
                                NumberText.count(results.testDigits().size()),
                                ProvenanceRows.start(results.testDigits().fingerprint()))));
        List<ModelResult> models = results.models();
        rows.addAll(
                ProvenanceRows.of(models.stream().map(ModelResult::provenance).toList(), words));
        return Section.ofTable(
                "How it was measured", new Table(List.of(Column.text("what"), Column.name("value")), rows, ""));
    }
}
