package io.github.mnistmaven.plugin.console;

import io.github.mnistmaven.study.baseline.Reproducibility;
import io.github.mnistmaven.study.baseline.Verdict;
import io.github.mnistmaven.study.internal.baseline.OtherArithmetic;
import java.util.List;
import java.util.Optional;

/** What a user of the plugin does next about what a baseline showed. */
public final class BaselineAdvice {

    private BaselineAdvice() {}

    private static boolean isDueToTheProcessor(Reproducibility.Model model) {
        return model.verdict() == Verdict.NOT_DETERMINISTIC
                && model.changes().stream().anyMatch(change -> OtherArithmetic.isOperation(change.field()));
    }

    /**
     * The next step.
     *
     * @param reproducibility what was found
     * @return what to do about the worst of it; nothing if all is well
     */
    public static Optional<String> nextStep(Reproducibility reproducibility) {
        List<Verdict> verdicts = reproducibility.models().stream()
                .map(Reproducibility.Model::verdict)
                .toList();
        if (reproducibility.models().stream().anyMatch(BaselineAdvice::isDueToTheProcessor)) {
            return Optional.of(
                    "next: on this processor, the engine computes differently from what portable numerics promise; please report it, and compare with -Dmnist.reproducibility=statistical until then");
        }
        if (verdicts.contains(Verdict.NOT_DETERMINISTIC)) {
            return Optional.of(
                    "next: mvn mnist:verify trains the model once more and shows whether training is deterministic on this machine");
        }
        if (verdicts.contains(Verdict.DRIFTED)) {
            return Optional.of(
                    "next: train with -Dmnist.numerics=portable on both machines, or accept the new results: mvn mnist:compare -Dmnist.updateBaseline");
        }
        if (verdicts.contains(Verdict.CHANGED_INPUTS)) {
            return Optional.of(
                    "next: if the change is intended, commit the new baseline: mvn mnist:compare -Dmnist.updateBaseline");
        }
        return Optional.empty();
    }
}
