package io.github.mnistmaven.study.gates;

import io.github.mnistmaven.internal.files.Bounds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The minimum accuracy that models must reach on the test digits.
 *
 * @param ofModel the accuracy, 0 to 1, by the name of the model; models without one are not judged
 */
public record MinimumAccuracy(Map<String, BigDecimal> ofModel) {

    /** Figures are shown with this many decimals, unless that would hide what they are about. */
    private static final int DECIMALS = 5;

    /** No model is judged. */
    public static final MinimumAccuracy NONE = new MinimumAccuracy(Map.of());

    /**
     * Takes a copy.
     *
     * @param ofModel the accuracy, 0 to 1, by the name of the model; models without one are not judged
     */
    public MinimumAccuracy {
        Bounds.requirePresent("ofModel", ofModel);
        ofModel.forEach((model, accuracy) -> {
            Bounds.requirePresent("the name of a model in ofModel", model);
            Bounds.requirePresent("the accuracy of a model in ofModel", accuracy);
        });
        ofModel = Map.copyOf(ofModel);
    }

    /**
     * Which models do not reach their accuracy.
     *
     * @param accuracies of the models that were evaluated, by name
     * @return a sentence each, in the order of the names; empty if all is well
     */
    public List<String> violations(Map<String, Double> accuracies) {
        Bounds.requirePresent("accuracies", accuracies);
        List<String> violations = new ArrayList<>();
        ofModel.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> violation(
                        entry.getKey(), entry.getValue(), Optional.ofNullable(accuracies.get(entry.getKey())))
                .ifPresent(violations::add));
        return violations;
    }

    private static Optional<String> violation(String model, BigDecimal minimum, Optional<Double> accuracy) {
        if (accuracy.isEmpty()) {
            return Optional.of("%s was not evaluated, but is expected to have an accuracy of at least %s"
                    .formatted(model, minimum.toPlainString()));
        }
        BigDecimal exact = BigDecimal.valueOf(accuracy.get());
        if (exact.compareTo(minimum) >= 0) {
            return Optional.empty();
        }
        BigDecimal shown = rounded(exact, minimum);
        return Optional.of("%s accuracy is %s, but expected minimum is %s (short by %s)"
                .formatted(
                        model,
                        shown.toPlainString(),
                        minimum.toPlainString(),
                        minimum.subtract(shown).stripTrailingZeros().toPlainString()));
    }

    /** Rounded as far as it stays below the minimum: "0.99 is below 0.99" would help nobody. */
    private static BigDecimal rounded(BigDecimal accuracy, BigDecimal minimum) {
        BigDecimal rounded = accuracy;
        for (int decimals = DECIMALS; decimals <= accuracy.scale(); decimals++) {
            rounded = accuracy.setScale(decimals, RoundingMode.HALF_UP);
            if (rounded.compareTo(minimum) < 0) {
                break;
            }
        }
        return rounded;
    }
}
