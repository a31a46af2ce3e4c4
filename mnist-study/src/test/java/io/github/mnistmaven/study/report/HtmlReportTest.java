package io.github.mnistmaven.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.evaluation.Misclassification;
import io.github.mnistmaven.study.baseline.Reproducibility;
import io.github.mnistmaven.study.baseline.Reproducibility.Change;
import io.github.mnistmaven.study.baseline.Verdict;
import io.github.mnistmaven.study.internal.figures.DigitPicture;
import io.github.mnistmaven.study.internal.figures.Figures;
import io.github.mnistmaven.study.internal.figures.RenderedFigure;
import io.github.mnistmaven.study.internal.tables.BaselineTableTest;
import io.github.mnistmaven.study.results.Results;
import io.github.mnistmaven.study.results.SampleResults;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

    private static final Pattern IMAGE = Pattern.compile("<img [^>]*>");
    private static final Pattern REFERENCE = Pattern.compile("(?:src|href|url)\\s*[=(]\\s*\"?([^\"#)][^\"):]*)");

    private static final Results RESULTS = SampleResults.of(2_000, SampleResults.CNN, SampleResults.LSTM);
    private static final List<RenderedFigure> FIGURES = Figures.of(RESULTS).subList(0, 3);

    @Test
    void givenFigures_whenThePageIsWritten_thenItHoldsThemItself() {
        // when
        String page = HtmlReport.text(RESULTS, FIGURES, Optional.empty());

        // then
        assertThat(FIGURES).allSatisfy(figure -> assertThat(page)
                .contains("src=\"data:image/png;base64," + Base64.getEncoder().encodeToString(figure.png()) + "\"")
                .contains("alt=\"" + figure.description() + "\""));
    }

    @Test
    void givenAPage_whenOpened_thenItNeedsNothingElse() {
        // when
        String page = HtmlReport.text(RESULTS, FIGURES, Optional.empty());

        // then
        assertThat(page).doesNotContain("<script", "<link", "@import", "http:", "https:");
        assertThat(REFERENCE.matcher(page).results().map(match -> match.group(1)))
                .isNotEmpty()
                .containsOnly("data");
    }

    @Test
    void givenAPage_whenItIsReadAloud_thenEachPictureIsDescribed() {
        // when
        List<String> images = IMAGE.matcher(HtmlReport.text(RESULTS, FIGURES, Optional.empty()))
                .results()
                .map(MatchResult::group)
                .toList();

        // then
        assertThat(images).hasSizeGreaterThan(2).allSatisfy(image -> assertThat(image)
                .containsPattern("alt=\"[^\"]+\""));
    }

    @Test
    void givenResults_whenThePageIsWritten_thenItLeadsWithTheBestAndTablesAll() {
        // when
        String page = HtmlReport.text(RESULTS, FIGURES, Optional.empty());

        // then
        assertThat(page)
                .contains("<h1>cnn classified 99.50 % of 2,000 test digits correctly</h1>")
                .contains("<td>99.50 %</td><td>99.08 - 99.73</td><td>0.0290</td><td>10</td>")
                .contains("<td>99.15 %</td><td>98.64 - 99.47</td><td>0.0423</td><td>17</td>")
                .contains("shift up to 1.5 pixels, elastic deformation up to 0.5 pixels")
                .contains("<th scope=\"row\">cnn and lstm do not differ significantly</th><td>cnn 12, lstm 5</td>")
                .contains(
                        "60,000 from mnist, 10 % of them held out for validation (drawn at random, stratified by class)")
                .contains(RESULTS.testDigits().fingerprint());
    }

    @Test
    void givenABaseline_whenThePageIsWritten_thenItSaysHowModelsCompareAndWhatChanged() {
        // given
        Reproducibility found = BaselineTableTest.found(
                Verdict.CHANGED_INPUTS, new Change("recipe.epochs", "4", "2"), new Change("data.source", "a<b", "c"));

        // when
        String page = HtmlReport.text(RESULTS, FIGURES, Optional.of(found));

        // then
        assertThat(page)
                .contains(
                        "<th scope=\"row\">cnn</th><td><strong>changed inputs</strong>: other inputs led to other bits"
                                + "</td><td>99.37 %</td><td>99.03 %</td><td>p &#x3D; 0.00027</td>")
                .contains("<code>recipe.epochs</code></th><td>4</td><td>2</td>")
                .contains("<td>a&lt;b</td>");
        assertThat(HtmlReport.text(RESULTS, FIGURES, Optional.empty())).doesNotContain("match the baseline");
    }

    @Test
    void givenMisclassifiedDigits_whenThePageIsWritten_thenTheMostConfidentOnesAreShown() throws IOException {
        // given
        List<Misclassification> misclassified = RESULTS.evaluations().get(1).misclassified();
        String picture = DigitPicture.dataUri(
                SampleResults.digits(2_000).image(misclassified.get(0).index()));

        // when
        String page = HtmlReport.text(RESULTS, List.of(), Optional.empty());

        // then
        assertThat(page)
                .contains("The 12 most confident of 17 misclassifications")
                .contains("All misclassified digits")
                .contains(picture)
                .contains("<strong>%s</strong> predicted as <strong>%s</strong>"
                        .formatted(
                                misclassified.get(0).truth(),
                                misclassified.get(0).predicted()));
        assertThat(IMAGE.matcher(page).results()).hasSize(10 + 12);
    }

    @Test
    void givenNamesOfClasses_whenThePageIsWritten_thenItSpeaksOfThemAndNotOfDigits() {
        // given
        Results garments = SampleResults.of(
                SampleResults.digits(2_000).withClassNames(SampleResults.GARMENTS), SampleResults.LSTM);
        Misclassification hardest =
                garments.evaluations().get(0).misclassified().get(0);
        String shown = SampleResults.GARMENTS.get(hardest.truth());

        // when
        String page = HtmlReport.text(garments, Figures.of(garments), Optional.empty());

        // then
        assertThat(page)
                .contains("<h1>lstm classified 99.15 % of 2,000 test images correctly</h1>")
                .contains("<th scope=\"col\">Class</th>", "<tr><th scope=\"row\">ankle boot</th><td>")
                .contains("<strong>%s</strong> predicted as <strong>%s</strong>"
                        .formatted(shown, SampleResults.GARMENTS.get(hardest.predicted())))
                .contains("alt=\"Test image number %d, %s\"".formatted(hardest.index(), shown))
                .contains("<th scope=\"row\">Classes</th><td>T-shirt, trouser, ")
                .contains("of 2,000 test images misclassified, most often ")
                .doesNotContainIgnoringCase("digit");
    }

    @Test
    void givenASourceAndAClassWithMarkup_whenThePageIsWritten_thenTheyAreShownAsText() {
        // given
        DigitSet test = SampleResults.digits(100)
                .withSource("<b>\"R&D\"</b>")
                .withClassNames(List.of("<b>0", "1", "2", "3", "4", "5", "6", "7", "8", "9"));
        Results results = Results.of(test, List.of(SampleResults.result(SampleResults.CNN, test)));

        // when
        String page = HtmlReport.text(results, List.of(), Optional.empty());

        // then
        assertThat(page)
                .doesNotContain("<b>")
                .contains("&lt;b&gt;&quot;R&amp;D&quot;&lt;/b&gt;")
                .contains("<th scope=\"row\">&lt;b&gt;0</th>");
    }

    @Test
    void givenOneModelWithoutErrors_whenThePageIsWritten_thenNeitherVerdictNorMistakesAreShown() {
        // given
        Results results = SampleResults.of(100, SampleResults.FAULTLESS);

        // when
        String page = HtmlReport.text(results, List.of(), Optional.empty());

        // then
        assertThat(page).doesNotContain("by more than chance", "misclassified digits", "class=\"gallery\"");
    }

    @Test
    void givenResultsWithoutImages_whenThePageIsWritten_thenNoPictureIsBroken() {
        // given
        Results bare = new Results(RESULTS.testDigits(), RESULTS.models(), RESULTS.comparisons(), List.of());

        // when
        String page = HtmlReport.text(bare, List.of(), Optional.empty());

        // then
        assertThat(page).contains("misclassifications").doesNotContain("<img");
    }
}
