package io.github.mnistmaven.study;

import io.github.mnistmaven.HouseRule;
import io.github.mnistmaven.HouseRulesTest;
import java.util.List;

/** The arrows between the packages point one way; of mnist-models only what is plain Java is used; Maven is not known. */
class StructureTest extends HouseRulesTest {

    /** Packages of mnist-models that load no engine; see the StructureTest there. */
    private static final String MODELS = " evaluation provenance training recipe data internal.files internal.failures";

    static List<HouseRule> rules() {
        return List.of(
                HouseRule.arrow("study.statistics", "evaluation data internal.files", "provenance.Provenance"),
                HouseRule.arrow(
                        "study.internal.results", "study.statistics internal.runs" + MODELS, "study.results.Results"),
                HouseRule.arrow(
                        "study.results",
                        "study.internal.results study.statistics model" + MODELS,
                        "study.baseline.BaselineGate"),
                HouseRule.arrow(
                        "study.internal.runs",
                        "study.results study.internal.results study.statistics internal.runs" + MODELS,
                        "model.TrainedModel"),
                HouseRule.arrow(
                        "study.runs",
                        "study.internal.runs study.internal.results study.results study.statistics" + MODELS,
                        "model.TrainedModel"),
                HouseRule.arrow(
                        "study.experiment",
                        "study.report study.internal.runs study.runs study.statistics internal.runs model architecture"
                                + MODELS,
                        "study.baseline.BaselineGate"),
                HouseRule.arrow(
                        "study.gates",
                        "study.runs study.results study.statistics" + MODELS,
                        "study.report.ReportDirectory"),
                HouseRule.arrow(
                        "study.internal.verdicts", "study.gates study.baseline", "study.report.ReportDirectory"),
                HouseRule.arrow(
                        "study.internal.rules", "study.gates study.runs" + MODELS, "study.report.ReportDirectory"),
                HouseRule.arrow(
                        "study.internal.baseline",
                        "study.results study.statistics internal.runs" + MODELS,
                        "study.report.ReportDirectory"),
                HouseRule.arrow(
                        "study.baseline",
                        "study.internal.baseline study.results study.statistics" + MODELS,
                        "study.report.ReportDirectory"),
                HouseRule.arrow("study.internal.text", "study.statistics" + MODELS, "study.results.Results"),
                HouseRule.arrow(
                        "study.internal.figures",
                        "study.internal.text study.results study.statistics" + MODELS,
                        "study.baseline.BaselineGate"),
                HouseRule.arrow(
                        "study.internal.drawing",
                        "study.internal.text internal.layers internal.runs" + MODELS,
                        "study.results.Results"),
                HouseRule.arrow(
                        "study.internal.tables",
                        "study.internal.text study.internal.baseline study.baseline study.runs study.results study.statistics"
                                + MODELS,
                        "study.internal.figures.Figures"),
                HouseRule.arrow("study.internal.svg", "internal.files", "data.DigitSet"),
                HouseRule.arrow(
                        "study.internal.page",
                        "study.internal.svg study.internal.tables study.internal.figures study.internal.text"
                                + " study.internal.drawing study.internal.baseline study.baseline study.gates study.runs study.results study.statistics"
                                + MODELS,
                        "study.report.ReportDirectory"),
                HouseRule.arrow(
                        "study.internal.summary",
                        "study.internal.tables study.internal.figures study.internal.text study.internal.baseline study.gates study.baseline"
                                + " study.runs study.results study.statistics" + MODELS,
                        "study.report.ReportDirectory"),
                HouseRule.arrow(
                        "study.internal.markdown",
                        "study.internal.summary study.internal.figures internal.files",
                        "study.results.Results"),
                HouseRule.arrow(
                        "study.report",
                        "study.internal.page study.internal.markdown study.internal.summary study.internal.drawing"
                                + " study.internal.tables study.internal.figures study.internal.text study.internal.runs study.internal.verdicts study.gates study.baseline study.runs"
                                + " study.results study.statistics" + MODELS,
                        "model.TrainedModel"),
                HouseRule.without(
                        "Maven",
                        List.of("study"),
                        List.of("org.apache.maven.."),
                        "org.apache.maven.plugin.logging.Log"),
                HouseRule.without("engine", List.of("study"), List.of("ai.djl.."), "ai.djl.Model"));
    }

    @Override
    protected List<HouseRule> all() {
        return rules();
    }
}
