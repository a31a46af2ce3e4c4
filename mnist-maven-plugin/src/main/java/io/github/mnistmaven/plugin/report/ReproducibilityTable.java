package io.github.mnistmaven.plugin.report;

import io.github.mnistmaven.plugin.baseline.Reproducibility;
import io.github.mnistmaven.plugin.baseline.Reproducibility.Change;
import io.github.mnistmaven.plugin.baseline.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How models compare with the baseline, for the build's log: one line that says it all, then the details. */
public final class ReproducibilityTable {

    private static final int LONGEST_VALUE = 28;
    private static final int CONTEXT = 8;
    private static final String DOTS = "...";

    private ReproducibilityTable() {}

    /**
     * The whole of it: {@link #findings}, and what to do next.
     *
     * @param reproducibility what it tells
     * @param baseline the file, as users know it
     * @return lines
     */
    public static List<String> lines(Reproducibility reproducibility, String baseline) {
        List<String> lines = findings(reproducibility, baseline);
        nextStep(reproducibility).ifPresent(step -> {
            lines.add("");
            lines.add(step);
        });
        return lines;
    }

    /**
     * What was found, without advice.
     *
     * @param reproducibility what it tells
     * @param baseline what the models are compared with, in words
     * @return lines
     */
    public static List<String> findings(Reproducibility reproducibility, String baseline) {
        List<String> lines = new ArrayList<>();
        lines.add("reproducibility: %s (baseline: %s)"
                .formatted(
                        reproducibility.models().stream()
                                .map(model ->
                                        model.model() + " " + model.verdict().words())
                                .collect(Collectors.joining(", ")),
                        baseline));
        for (Reproducibility.Model model : reproducibility.models()) {
            if (model.verdict() != Verdict.IDENTICAL) {
                lines.add("");
                lines.addAll(details(model));
            }
        }
        return lines;
    }

    private static List<String> details(Reproducibility.Model model) {
        List<String> lines = new ArrayList<>();
        lines.add("%s: %s".formatted(model.model(), explanation(model)));
        if (!model.changes().isEmpty()) {
            int width = model.changes().stream()
                    .mapToInt(change -> change.field().length())
                    .max()
                    .orElseThrow();
            lines.add(row(width, "", "baseline", "now"));
            for (Change change : model.changes()) {
                lines.add(row(
                        width,
                        change.field(),
                        shortened(change.baseline(), change.now()),
                        shortened(change.now(), change.baseline())));
            }
        }
        lines.add(String.format(
                Locale.ROOT,
                "  accuracy %.4f -> %.4f, loss %.4f -> %.4f",
                model.baseline().accuracy(),
                model.now().accuracy(),
                model.baseline().loss(),
                model.now().loss()));
        lines.add("  read right only by the baseline: %s digits, only now: %s (%s)"
                .formatted(model.onlyBaselineRight(), model.onlyNowRight(), NumberText.pValue(model.pValue())));
        return lines;
    }

    /** What a verdict means for a model, in a phrase. */
    static String explanation(Reproducibility.Model model) {
        return switch (model.verdict()) {
            case IDENTICAL -> "the same inputs led to the same bits";
            case EQUIVALENT ->
                "on another platform, the same inputs led to %s; it reads alike".formatted(model.otherBits());
            case CHANGED_INPUTS ->
                model.sameBits() ? "other inputs led to the same bits" : "other inputs led to other bits";
            case DRIFTED ->
                model.sameBits()
                        ? "the same inputs led to the same parameters, but they read differently"
                        : "on another platform, the same inputs led to a model that reads differently";
            case NOT_DETERMINISTIC -> "%s, the same inputs led to %s".formatted(model.where(), model.otherBits());
        };
    }

    private static String row(int width, String field, String baseline, String now) {
        return ("  %-" + width + "s  %-" + LONGEST_VALUE + "s  %s")
                .formatted(field, baseline, now)
                .stripTrailing();
    }

    /** Of a long value the part that tells it from the other one: names of processors often begin alike. */
    private static String shortened(String value, String other) {
        if (value.isEmpty()) {
            return "-";
        }
        int start =
                Math.min(Math.max(0, sharedStart(value, other) - CONTEXT), Math.max(0, value.length() - LONGEST_VALUE));
        String beginning = start == 0 ? value : DOTS + value.substring(start + DOTS.length());
        return beginning.length() <= LONGEST_VALUE
                ? beginning
                : beginning.substring(0, LONGEST_VALUE - DOTS.length()) + DOTS;
    }

    private static int sharedStart(String a, String b) {
        int i = 0;
        while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i;
    }

    /** What to do about the worst that was found. */
    private static Optional<String> nextStep(Reproducibility reproducibility) {
        List<Verdict> verdicts = reproducibility.models().stream()
                .map(Reproducibility.Model::verdict)
                .toList();
        if (verdicts.contains(Verdict.NOT_DETERMINISTIC)) {
            return Optional.of(
                    "next: mvn mnist:verify trains it once more: does this build stand alone, or the baseline?");
        }
        if (verdicts.contains(Verdict.DRIFTED)) {
            return Optional.of(
                    "next: train with -Dmnist.numerics=portable on both machines, or accept: mvn mnist:compare -Dmnist.updateBaseline");
        }
        if (verdicts.contains(Verdict.CHANGED_INPUTS)) {
            return Optional.of(
                    "next: if this is meant, commit the new baseline: mvn mnist:compare -Dmnist.updateBaseline");
        }
        return Optional.empty();
    }
}
