package io.github.mnistmaven.study.internal.page;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.study.baseline.Reproducibility;
import io.github.mnistmaven.study.gates.GateReport;
import io.github.mnistmaven.study.internal.drawing.DrawingSection;
import io.github.mnistmaven.study.internal.text.ClassWords;
import io.github.mnistmaven.study.internal.text.Headline;
import io.github.mnistmaven.study.internal.text.NumberText;
import io.github.mnistmaven.study.results.ModelResult;
import io.github.mnistmaven.study.results.Results;
import io.github.mnistmaven.study.results.TestDigits;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The page of a comparison of single models. */
public final class ComparisonPage {

    private ComparisonPage() {}

    /**
     * The page.
     *
     * @param results what it tells
     * @param reproducibility how the models compare with a baseline, if there is one
     * @param gates what became of the rules, if there are any
     * @param drawing the section to draw a digit in, if there is one
     * @return HTML that needs nothing beside itself
     */
    public static String html(
            Results results,
            Optional<Reproducibility> reproducibility,
            Optional<GateReport> gates,
            Optional<DrawingSection> drawing) {
        Bounds.requirePresent("results", results);
        Bounds.requirePresent("reproducibility", reproducibility);
        Bounds.requirePresent("gates", gates);
        Bounds.requirePresent("drawing", drawing);
        TestDigits digits = results.testDigits();
        ClassWords words = Isolated.words(digits.classNames());
        List<ModelResult> models = results.models();
        ResultsSection overview = new ResultsSection(results.comparison(), models, words);
        return PageTemplate.html(Page.of(
                "%s, measured on %s test %s (%s)"
                        .formatted(
                                models.size() == 1 ? "One model" : models.size() + " models",
                                NumberText.count(digits.size()),
                                words.images(),
                                Isolated.text(digits.source())),
                Headline.of(results.comparison(), words),
                overview.explanations(),
                Stream.of(RulesSection.state(gates), BaselineSection.state(reproducibility))
                        .flatMap(Optional::stream)
                        .toList(),
                Page.sections(List.of(
                        Optional.of(overview.section()), RulesSection.of(gates), BaselineSection.of(reproducibility))),
                drawing,
                Page.sections(List.of(
                        Optional.of(new LearningCurvesSection(models, words).section()),
                        Optional.of(ConfusionSection.of(models, words)),
                        Optional.of(CalibrationSection.ofModels(results.evaluations(), words)),
                        HardestDigitsSection.of(results, words),
                        Optional.of(ProvenanceSection.ofModels(models)))),
                List.of("Fingerprint of the test %s: %s".formatted(words.images(), digits.fingerprint()))));
    }
}
