package io.github.mnistmaven.plugin;

import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.study.gates.GatedMetric;
import io.github.mnistmaven.study.gates.LimitedMetric;
import io.github.mnistmaven.study.gates.Measurements;
import io.github.mnistmaven.study.gates.Rule;
import io.github.mnistmaven.study.runs.StudyResults;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A {@code <rule>}, as Maven reads it from a pom. One about a {@code <cell>} is judged by {@code mnist:study}, one about a {@code <model>} by {@code mnist:compare}, so that both goals can
 * have the same configuration.
 */
public final class RuleParameter {

    private static final String DEFAULT_CONFIDENCE = "0.95";

    String cell;
    String model;
    String metric;
    String minimum;
    String maximum;
    String judgedBy;
    String relativeTo;
    String moreAccurateThan;
    String by;
    File noLossAgainst;
    String confidence;

    /** Called by Maven. */
    public RuleParameter() {}

    /** Whether it is about a model, and not about a cell of a study. */
    boolean isAboutModel() throws UserErrorException {
        if ((cell == null) == (model == null)) {
            throw refusal(
                    cell == null
                            ? "a rule has neither <cell> nor <model>; name the cell of a study that it is about, such as <cell>cnn-fast</cell>, or the model, such as <model>cnn</model>"
                            : "%s has a <model> as well; remove one of them: a cell is judged by mnist:study, a model by mnist:compare"
                                    .formatted(place()));
        }
        return model != null;
    }

    private String name() {
        return (cell == null ? model : cell).strip();
    }

    /**
     * The rules that it stands for: two if a metric has both a minimum and a maximum.
     *
     * @param margin the largest loss in accuracy that does not matter
     */
    List<Rule> checked(double margin) throws UserErrorException {
        if (Stream.of(metric, moreAccurateThan, noLossAgainst)
                        .filter(Objects::nonNull)
                        .count()
                != 1) {
            throw refusal("%s has %s <metric>, <moreAccurateThan> and <noLossAgainst>; it must have exactly one of them"
                    .formatted(
                            place(),
                            metric == null && moreAccurateThan == null && noLossAgainst == null
                                    ? "none of"
                                    : "several of"));
        }
        try {
            if (metric != null) {
                return ofMetric();
            }
            return List.of(moreAccurateThan != null ? ofDifference() : ofBaseline(margin));
        } catch (IllegalArgumentException e) {
            throw refusal("%s: %s".formatted(place(), e.getMessage()));
        }
    }

    private Rule ofDifference() throws UserErrorException {
        requireAbsent(
                "<moreAccurateThan>",
                "<minimum>, <maximum>, <judgedBy> or <relativeTo>",
                minimum,
                maximum,
                judgedBy,
                relativeTo);
        return Rule.moreAccurate(name())
                .than(moreAccurateThan.strip())
                .by(number("by", Objects.requireNonNullElse(by, "0")))
                .withConfidence(number("confidence", Objects.requireNonNullElse(confidence, DEFAULT_CONFIDENCE))
                        .doubleValue());
    }

    private Rule ofBaseline(double margin) throws UserErrorException {
        requireAbsent(
                "<noLossAgainst>",
                "<minimum>, <maximum>, <judgedBy>, <relativeTo> or <by>",
                minimum,
                maximum,
                judgedBy,
                relativeTo,
                by);
        if (model != null) {
            throw refusal(
                    "%s has <noLossAgainst>, which takes several seeds and is only for a <cell>; to check a model against earlier results, use the parameter <baseline> of mnist:compare"
                            .formatted(place()));
        }
        try {
            return Rule.noLoss(name(), Measurements.of(StudyResults.read(noLossAgainst.toPath())))
                    .withSource(noLossAgainst.getName())
                    .withMargin(BigDecimal.valueOf(margin))
                    .withConfidence(number("confidence", Objects.requireNonNullElse(confidence, DEFAULT_CONFIDENCE))
                            .doubleValue());
        } catch (NoSuchFileException e) {
            throw refusal(
                    "%s: the file %s does not exist; copy there the study.json of a study that you accept, and commit it"
                            .formatted(place(), noLossAgainst));
        } catch (IOException e) {
            throw refusal("%s: %s".formatted(place(), e.getMessage()));
        }
    }

    private List<Rule> ofMetric() throws UserErrorException {
        requireAbsent("<metric>", "<by> or <confidence>, which belong to other rules", by, confidence);
        GatedMetric checkedMetric = GatedMetric.of(metric.strip())
                .orElseThrow(() -> refusal("%s has the unknown <metric> '%s'; the choices are %s"
                        .formatted(place(), metric, String.join(", ", GatedMetric.ids()))));
        if (minimum == null && maximum == null) {
            throw refusal(
                    "%s has neither <minimum> nor <maximum>; it must have at least one of them".formatted(place()));
        }
        if (relativeTo != null) {
            return List.of(ofRelativeTime(checkedMetric));
        }
        LimitedMetric limited = Rule.limitTo(checkedMetric, name());
        if (byInterval()) {
            limited = limited.byInterval();
        }
        List<Rule> rules = new ArrayList<>();
        if (minimum != null) {
            rules.add(limited.atLeast(number("minimum", minimum)));
        }
        if (maximum != null) {
            rules.add(limited.atMost(number("maximum", maximum)));
        }
        return rules;
    }

    private Rule ofRelativeTime(GatedMetric checkedMetric) throws UserErrorException {
        if (checkedMetric != GatedMetric.TRAINING_TIME) {
            throw refusal("%s has <relativeTo>, which is only for the <metric> %s"
                    .formatted(place(), GatedMetric.TRAINING_TIME.id()));
        }
        requireAbsent("<relativeTo>", "<minimum> or <judgedBy>", minimum, judgedBy);
        return Rule.trainingTimeOf(name()).atMostTimesThatOf(relativeTo.strip(), number("maximum", maximum));
    }

    private boolean byInterval() throws UserErrorException {
        return switch (Objects.requireNonNullElse(judgedBy, "mean").strip()) {
            case "mean" -> false;
            case "interval" -> true;
            default ->
                throw refusal("%s has the unknown <judgedBy> '%s'; the choices are mean, interval"
                        .formatted(place(), judgedBy));
        };
    }

    private void requireAbsent(String beside, String elements, String... values) throws UserErrorException {
        if (Stream.of(values).anyMatch(Objects::nonNull)) {
            throw refusal("%s combines %s with %s; remove one of them".formatted(place(), beside, elements));
        }
    }

    private BigDecimal number(String element, String text) throws UserErrorException {
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            throw refusal("%s has the <%s> '%s'; it must be a number, such as 0.99".formatted(place(), element, text));
        }
    }

    private String place() {
        return "the rule about %s '%s'".formatted(cell == null ? "model" : "cell", cell == null ? model : cell);
    }

    private static UserErrorException refusal(String what) {
        return new UserErrorException(what + " (parameter <rules>)");
    }
}
