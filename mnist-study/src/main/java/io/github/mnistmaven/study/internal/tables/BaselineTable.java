package io.github.mnistmaven.study.internal.tables;

import io.github.mnistmaven.study.baseline.Reproducibility;
import io.github.mnistmaven.study.baseline.Reproducibility.Change;
import io.github.mnistmaven.study.baseline.Verdict;
import io.github.mnistmaven.study.internal.baseline.OtherArithmetic;
import io.github.mnistmaven.study.internal.text.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How models compare with the baseline, for the build's log: one line that says it all, then the details. */
public final class BaselineTable {

    private static final int LONGEST_VALUE = 28;
    private static final int CONTEXT = 8;
    private static final String DOTS = "...";

    private BaselineTable() {}

    /**
     * What was found.
     *
     * @param reproducibility what it tells
     * @param baseline what the models are compared with, in words
     * @return lines
     */
    public static List<String> lines(Reproducibility reproducibility, String baseline) {
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
        List<Change> changes = model.changes().stream()
                .filter(change -> !OtherArithmetic.isOperation(change.field()))
                .toList();
        if (!changes.isEmpty()) {
            int width = changes.stream()
                    .mapToInt(change -> change.field().length())
                    .max()
                    .orElseThrow();
            lines.add(row(width, "", "baseline", "now"));
            for (Change change : changes) {
                lines.add(row(
                        width,
                        change.field(),
                        shortened(change.baseline(), change.now()),
                        shortened(change.now(), change.baseline())));
            }
        }
        OtherArithmetic.ofFields(model.changes().stream()
                        .map(Reproducibility.Change::field)
                        .toList())
                .map(arithmetic -> "  " + arithmetic.sentence("now", "for the baseline"))
                .ifPresent(lines::add);
        lines.add(String.format(
                Locale.ROOT,
                "  accuracy %.4f -> %.4f, loss %.4f -> %.4f",
                model.baseline().accuracy(),
                model.now().accuracy(),
                model.baseline().loss(),
                model.now().loss()));
        lines.add("  test digits classified correctly only by the baseline: %s, only now: %s (%s)"
                .formatted(model.onlyBaselineCorrect(), model.onlyNowCorrect(), NumberText.pValue(model.pValue())));
        return lines;
    }

    /**
     * What a verdict means for a model, in a phrase.
     *
     * @param model its verdict and what that rests on
     * @return such as {@code the same inputs led to the same bits}
     */
    public static String explanation(Reproducibility.Model model) {
        return switch (model.verdict()) {
            case IDENTICAL -> "the same inputs led to the same bits";
            case EQUIVALENT ->
                "on another platform, the same inputs led to %s; predictions are consistent"
                        .formatted(model.otherBits());
            case CHANGED_INPUTS ->
                model.sameBits() ? "different inputs led to the same bits" : "different inputs led to different bits";
            case DRIFTED ->
                model.sameBits()
                        ? "the same inputs led to the same parameters, but to different predictions"
                        : "on another platform, the same inputs led to a model with significantly different predictions";
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
}
