package io.github.mnistmaven.study.gates;

import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.study.results.Results;
import io.github.mnistmaven.study.results.TestDigits;
import io.github.mnistmaven.study.runs.StudyResults;
import io.github.mnistmaven.study.statistics.Cell;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What rules are judged by: the cells of a study, or single trained models, all evaluated on the same test digits. Both have metrics and predictions; a model is like a cell with one
 * seed, but for this: an interval of its accuracy is about that model, so it decides without further seeds, while a cell stands for all seeds.
 *
 * <pre>{@code
 * Measurements ofStudy = Measurements.of(results);
 * Measurements ofModels = Measurements.of(Results.read(Path.of("target/mnist/results.json")));
 * }</pre>
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
        TestDigits digits = study.testDigits();
        byte[] labels = new byte[digits.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) study.label(i);
        }
        return new Measurements(
                digits.fingerprint(),
                study.cells().stream()
                        .map(cell -> new StudySubject(cell, digits.fingerprint(), labels))
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
                results.models().stream().map(ModelSubject::new).toList());
    }

    /**
     * Cells in memory, of which neither parameters nor sizes are known.
     *
     * @param cells all of the same test images; if there are none, no rule is kept
     * @return what rules need of them
     */
    public static Measurements of(List<Cell> cells) {
        List<Cell> copy = Bounds.copyOf("cells", cells);
        return new Measurements(
                copy.isEmpty() ? "" : copy.get(0).runs().get(0).testFingerprint(),
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
                    "there is no '%s'; the choices are %s".formatted(name, String.join(", ", names())));
        }
        return subjects.get(name);
    }
}
