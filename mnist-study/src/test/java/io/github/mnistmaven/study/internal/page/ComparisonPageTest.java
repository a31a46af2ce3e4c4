package io.github.mnistmaven.study.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.evaluation.Misclassification;
import io.github.mnistmaven.study.gates.GateReport;
import io.github.mnistmaven.study.gates.GateState;
import io.github.mnistmaven.study.gates.SampleGates;
import io.github.mnistmaven.study.internal.drawing.DrawingSection;
import io.github.mnistmaven.study.internal.figures.DigitPicture;
import io.github.mnistmaven.study.results.Results;
import io.github.mnistmaven.study.results.SampleResults;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonPageTest {

    private static final Results RESULTS = SampleResults.of(2_000, SampleResults.CNN, SampleResults.LSTM);

    /** What is read, without what keeps numbers and their units together. */
    private static String page(Results results) {
        return plain(SamplePages.page(results));
    }

    private static String plain(String html) {
        return html.replace('\u00a0', ' ').replaceAll("</?bdi>", "");
    }

    @Test
    void givenResults_whenThePageIsMade_thenItLeadsWithTheAnswerAndTablesAll() {
        assertThat(page(RESULTS))
                .contains(
                        "<h1>cnn and lstm do not differ significantly in accuracy: 99.50 % and 99.15 % of 2,000 test digits</h1>")
                .contains("cnn alone was correct on 12 digits, lstm alone on 5 (p &#x3D; 0.14).")
                .contains("99.50 %</td><td>99.08 - 99.73</td><td>10</td><td>0.0290</td>")
                .contains("99.15 %</td><td>98.64 - 99.47</td><td>17</td><td>0.0423</td>")
                .contains("cnn and lstm do not differ significantly</th><td class=\"words\">cnn: 12, lstm: 5</td>")
                .contains("shift up to 1.5 pixels, elastic deformation up to 0.5 pixels")
                .contains(
                        "60,000 from mnist, 10 % of them held out for validation (drawn at random, stratified by class)")
                .contains(RESULTS.testDigits().fingerprint());
    }

    @Test
    void givenAFigure_whenThePageIsMade_thenItsNumbersShowOnHoverAndInATable() {
        assertThat(page(RESULTS))
                .contains("<title>cnn: 99.50 % (99.08 - 99.73)</title>")
                .contains(
                        "<caption><span>Training and validation loss of cnn and lstm, epoch by epoch</span></caption>")
                .contains("<title>lstm, epoch 8: validation accuracy 99.16 %</title>");
    }

    @Test
    void givenABaseline_whenThePageIsMade_thenItSaysHowModelsCompareWhyAndWhatToDo() {
        assertThat(plain(SamplePages.withVerdicts()))
                .contains("? Differs from the baseline:</strong> <span>cnn: changed inputs. <a href=\"#baseline\">")
                .contains("changed inputs: different inputs led to different bits</td>")
                .contains(
                        "if the change is intended, update the baseline and commit it</td><td>99.37 %</td><td>99.03 %</td>")
                .contains("recipe.epochs</th><td class=\"words\">4</td><td class=\"words\">2</td>");
        assertThat(page(RESULTS)).doesNotContain("id=\"baseline\"");
    }

    @Test
    void givenRules_whenThePageIsMade_thenABrokenOneIsSaidAtTheTopAndAllAreTabled() {
        assertThat(plain(SamplePages.withVerdicts()))
                .contains(
                        "<li class=\"bad\"><strong>\u2718 1 of 3 rules broken:</strong> <span>accuracy of lstm is 0.99, missed by 0.005.")
                .contains("\u2714 kept</td>", "\u2718 broken</td>", "? undecided</td>");
        assertThat(page(RESULTS)).doesNotContain("id=\"rules\"");
    }

    @Test
    void givenAnUndecidedRuleThatFailsTheBuild_whenThePageIsMade_thenItIsAsBadAsABrokenOne() {
        // given
        GateReport rules = new GateReport(
                List.of(
                        SampleGates.result(
                                "accuracy of cnn at least 0.99", GateState.PASSED, "accuracy of cnn is 0.995"),
                        SampleGates.result("cnn more accurate than lstm", GateState.UNDECIDED, "probability 0.9")),
                true);

        // when
        String page = plain(ComparisonPage.html(RESULTS, Optional.empty(), Optional.of(rules), Optional.empty()));

        // then
        assertThat(page)
                .contains(
                        "<li class=\"bad\"><strong>\u2718 1 of 2 rules undecided, which fails this build:</strong> <span>probability 0.9.")
                .contains("\u2714 kept</td>", "<td class=\"left bad strong\">\u2718 undecided</td>");
    }

    @Test
    void givenADrawingSection_whenThePageIsMade_thenItIsLinkedAndStandsAfterTheResults() {
        // when
        String page = ComparisonPage.html(
                RESULTS,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new DrawingSection("Draw an image", true, "<section id=\"draw\"></section>")));

        // then
        assertThat(page)
                .containsSubsequence(
                        "<li hidden><a href=\"#draw\">Draw an image</a>",
                        "id=\"results\"",
                        "id=\"draw\"",
                        "id=\"curves\"");
        assertThat(page(RESULTS)).doesNotContain("\"#draw\"");
    }

    @Test
    void givenMisclassifiedDigits_whenThePageIsMade_thenTheHardestAreShownWithWhatEachModelSays() {
        // given
        List<Misclassification> misclassified = RESULTS.evaluations().get(1).misclassified();
        String picture = DigitPicture.dataUri(
                SampleResults.digits(2_000).image(misclassified.get(0).index()));

        // when
        String page = page(RESULTS);

        // then
        assertThat(page)
                .contains("test digits were misclassified by at least one model")
                .contains(picture)
                .contains("lstm: %s \u2718".formatted(misclassified.get(0).predicted()))
                .contains("Labelled %s".formatted(misclassified.get(0).truth()));
    }

    @Test
    void givenAModelThatSmoothsLabels_whenThePageIsMade_thenItSaysHowSureItIsAndHowOftenRight() {
        assertThat(page(RESULTS)).containsPattern("Mean confidence 9\\d\\.\\d\\d %, accuracy 99\\.50 %\\. Expected");
    }

    @Test
    void givenNamesOfClasses_whenThePageIsMade_thenItSpeaksOfThemAndNotOfDigits() {
        // given
        Results garments = SampleResults.of(
                SampleResults.digits(2_000).withClassNames(SampleResults.GARMENTS), SampleResults.LSTM);
        Misclassification hardest =
                garments.evaluations().get(0).misclassified().get(0);

        // when
        String page = page(garments);

        // then
        assertThat(page)
                .contains("<h1>lstm classified 99.15 % of 2,000 test images correctly</h1>")
                .contains("<span>Class</span></th>", "<tr><th scope=\"row\">ankle boot</th><td>")
                .contains("lstm: %s \u2718".formatted(SampleResults.GARMENTS.get(hardest.predicted())))
                .contains("alt=\"Test image number %d, labelled %s\""
                        .formatted(hardest.index(), SampleResults.GARMENTS.get(hardest.truth())))
                .contains("<th scope=\"row\">Classes</th><td class=\"words\">T-shirt, trouser, ")
                .contains("17 errors in 2,000 images; the most frequent: ")
                .doesNotContainIgnoringCase("digit");
    }

    @Test
    void givenOneModelWithoutErrors_whenThePageIsMade_thenNeitherDifferencesNorErrorsAreShown() {
        assertThat(page(SampleResults.of(100, SampleResults.FAULTLESS)))
                .contains("No error in 100 digits.")
                .doesNotContain("by more than chance", "id=\"hardest\"", "<img");
    }

    @Test
    void givenResultsWithoutImages_whenThePageIsMade_thenNoPictureIsBroken() {
        assertThat(page(SamplePages.withoutImages())).contains("Labelled ").doesNotContain("<img");
    }
}
