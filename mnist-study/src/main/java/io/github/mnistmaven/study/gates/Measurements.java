package io.github.mnistmaven.study.gates;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.study.results.Results;
import io.github.mnistmaven.study.runs.StudyResults;
import io.github.mnistmaven.study.statistics.Cell;
import io.github.mnistmaven.study.statistics.CellSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What rules are judged by: the cells of a study, or single trained models, all evaluated on the same test digits. Both have metrics and predictions; a model is like a cell with one
 * seed, but for this: an interval of its accuracy is about that model, so it decides without further seeds, while a cell stands for all seeds.
 */
public final class Measurements {

    private final String testFingerprint;
    private final Map<String, Subject> subjects = new LinkedHashMap<>();

    private Measurements(String testFingerprint, List<? extends Subject> subjects) {
        this.testFingerprint = testFingerprint;
        subjects.forEach(subject -> this.subjects.put(subject.name(), subject));
    }

    /**
     * The cells of a study.
     *
     * @param study its results
     * @return what rules need of them
     */
    public static Measurements of(StudyResults study) {
        Bounds.requirePresent("study", study);
        List<CellSummary> summaries = study.statistics().cells();
        return new Measurements(
                study.testDigits().fingerprint(),
                IntStream.range(0, summaries.size())
                        .mapToObj(i -> new StudySubject(study.cells().get(i), summaries.get(i), study.testDigits()))
                        .toList());
    }

    /**
     * Single models.
     *
     * @param results theirs
     * @return what rules need of them: all but the Brier score, which results of single models do not have
     */
    public static Measurements of(Results results) {
        Bounds.requirePresent("results", results);
        return new Measurements(
                results.testDigits().fingerprint(),
                results.evaluatedModels().stream().map(ModelSubject::new).toList());
    }

    /**
     * Nothing, as there was nothing to measure: no rule is kept then.
     *
     * @return measurements of no cell and no model
     */
    public static Measurements none() {
        return new Measurements("", List.of());
    }

    /**
     * Cells in memory, of which neither parameters nor sizes are known.
     *
     * @param cells at least one, all of the same test images
     * @return what rules need of them
     */
    public static Measurements of(List<Cell> cells) {
        List<Cell> copy = Bounds.copyOf("cells", cells);
        Bounds.requireWithin("the number of cells", copy.size(), 1, Integer.MAX_VALUE);
        return new Measurements(
                copy.get(0).runs().get(0).testFingerprint(),
                copy.stream().map(CellSubject::new).toList());
    }

    /**
     * What is measured.
     *
     * @return the names of cells or models, in their order
     */
    public List<String> names() {
        return List.copyOf(subjects.keySet());
    }

    /**
     * What all were evaluated on.
     *
     * @return see {@link io.github.mnistmaven.data.DigitSet#fingerprint()}
     */
    public String testFingerprint() {
        return testFingerprint;
    }

    boolean has(String name) {
        return subjects.containsKey(name);
    }

    /** Nothing where it is not among what was measured. */
    Optional<Measured> metric(String name, GatedMetric metric) {
        return subject(name).metric(metric);
    }

    Cell predictions(String name) {
        return subject(name).predictions();
    }

    private Subject subject(String name) {
        if (!has(name)) {
            throw new IllegalArgumentException(
                    "there is no '%s'; there are %s".formatted(name, String.join(", ", names())));
        }
        return subjects.get(name);
    }
}
