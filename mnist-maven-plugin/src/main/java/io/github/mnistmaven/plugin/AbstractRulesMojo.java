package io.github.mnistmaven.plugin;

import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.study.gates.Rule;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/** What the goals have in common that judge what was measured by rules. */
abstract class AbstractRulesMojo extends AbstractMnistMojo {

    static final String RULES = "parameter <rules>";

    /**
     * What the results must show for the build to pass. Rules are judged after the results are written; each verdict says what was found, what is required, and by how much it is
     * missed.
     *
     * <p>A rule about a {@code cell} is judged by {@code mnist:study}, one about a {@code model} by {@code mnist:compare}. What takes several seeds is undecided for single models: whether one is
     * more accurate than another, and, of metrics other than {@code accuracy} and {@code calibrationError}, the interval.
     *
     * <p>A limit: {@code metric} ({@code accuracy}, {@code logLoss}, {@code brierScore}, {@code calibrationError}, {@code trainingTime} in seconds, {@code parameters}, or
     * {@code modelSize} in bytes), {@code minimum} or {@code maximum}, and {@code judgedBy}: {@code mean}, the default, or {@code interval}, which keeps the rule only if the whole 95 % interval does.
     *
     * <p>A difference: {@code moreAccurateThan} another, {@code by} at least this much (0 by default), with this {@code confidence} (0.95 by default).
     *
     * <p>No loss, only for a {@code cell}: {@code noLossAgainst}, a {@code study.json} that the project has committed to and that has a cell of the same name, with a {@code confidence}; a loss of at
     * most {@code margin} does not count. A {@code model} is checked against the {@code baseline} of {@code mnist:compare} instead.
     *
     * <p>A training time that depends less on the machine: the metric {@code trainingTime}, {@code relativeTo} another cell or model, and how many times as long it may be at the
     * {@code maximum}.
     *
     * <p>For example:
     *
     * <pre>{@code
     * <rules>
     *   <rule><cell>cnn-fast</cell><metric>accuracy</metric><minimum>0.99</minimum><judgedBy>interval</judgedBy></rule>
     *   <rule><cell>cnn-fast</cell><moreAccurateThan>lstm-fast</moreAccurateThan><by>0.003</by></rule>
     *   <rule><cell>cnn-fast</cell><metric>trainingTime</metric><relativeTo>lstm-fast</relativeTo><maximum>2</maximum></rule>
     *   <rule><model>cnn</model><metric>modelSize</metric><maximum>200000</maximum></rule>
     * </rules>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private List<RuleParameter> rules = List.of();

    /**
     * What to do if a rule is undecided because there are too few seeds or test digits: {@code warn}, or {@code fail} the build.
     *
     * <p>For example:
     *
     * <pre>{@code
     * <onUndecided>fail</onUndecided>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.onUndecided", defaultValue = "warn")
    private String onUndecided;

    AbstractRulesMojo(RepositorySystem repositorySystem, ToolchainManager toolchains) {
        super(repositorySystem, toolchains);
    }

    final List<Rule> rulesAboutCells(double margin) throws UserErrorException {
        return rules(rules, false, margin);
    }

    /** None of which has a margin. */
    final List<Rule> rulesAboutModels() throws UserErrorException {
        return rules(rules, true, 0);
    }

    static List<Rule> rules(List<RuleParameter> parameters, boolean aboutModels, double margin)
            throws UserErrorException {
        List<Rule> checked = new ArrayList<>();
        for (RuleParameter parameter : parameters) {
            if (parameter == null) {
                throw new UserErrorException(
                        "rules has an empty element; fill it in or leave it out (%s)".formatted(RULES));
            }
            if (parameter.isAboutModel() == aboutModels) {
                checked.addAll(parameter.checked(margin));
            }
        }
        return checked;
    }

    final boolean undecidedFails() throws UserErrorException {
        return Parameters.undecidedFails(onUndecided);
    }
}
