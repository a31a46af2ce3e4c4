package io.github.mnistmaven.plugin.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.evaluation.Misread;
import io.github.mnistmaven.plugin.baseline.Reproducibility;
import io.github.mnistmaven.plugin.baseline.Reproducibility.Change;
import io.github.mnistmaven.plugin.baseline.Verdict;
import io.github.mnistmaven.plugin.report.SampleReports.Sample;
import java.awt.image.BufferedImage;
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

    private static final Report REPORT = SampleReports.of(2_000, SampleReports.CNN, SampleReports.LSTM);
    private static final List<Painted> FIGURES = List.of(
            Painted.of(ComparisonFigure.of(REPORT)),
            Painted.of(LearningCurves.loss(REPORT.runs().get(1))));

    @Test
    void givenFigures_whenThePageIsWritten_thenItHoldsThemItself() {
        // when
        String page = HtmlReport.text(REPORT, FIGURES, Optional.empty());

        // then
        assertThat(FIGURES).allSatisfy(figure -> assertThat(page)
                .contains("src=\"data:image/png;base64," + Base64.getEncoder().encodeToString(figure.png()) + "\"")
                .contains("alt=\"" + figure.description() + "\""));
    }

    @Test
    void givenAPage_whenOpened_thenItNeedsNothingElse() {
        // when
        String page = HtmlReport.text(REPORT, FIGURES, Optional.empty());

        // then
        assertThat(page).doesNotContain("<script", "<link", "@import", "http:", "https:");
        assertThat(REFERENCE.matcher(page).results().map(match -> match.group(1)))
                .isNotEmpty()
                .containsOnly("data");
    }

    @Test
    void givenAPage_whenItIsReadAloud_thenEachPictureIsDescribed() {
        // when
        List<String> images = IMAGE.matcher(HtmlReport.text(REPORT, FIGURES, Optional.empty()))
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
        String page = HtmlReport.text(REPORT, FIGURES, Optional.empty());

        // then
        assertThat(page)
                .contains("<h1>cnn reads 99.50 % of 2,000 test digits right</h1>")
                .contains("<td>99.50 %</td><td>99.08 - 99.73</td><td>0.0290</td><td>10</td>")
                .contains("<td>99.15 %</td><td>98.64 - 99.47</td><td>0.0423</td><td>17</td>")
                .contains("moved by up to 1.5 pixels, bent by up to 0.5 pixels")
                .contains("<th scope=\"row\">cnn and lstm cannot be told apart</th><td>cnn 12, lstm 5</td>")
                .contains("60,000 from mnist, the last 10 % held out for validation")
                .contains(REPORT.testDigits().fingerprint());
    }

    @Test
    void givenABaseline_whenThePageIsWritten_thenItSaysHowModelsCompareAndWhatChanged() {
        // given
        Reproducibility found = ReproducibilityTableTest.found(
                Verdict.CHANGED_INPUTS, new Change("recipe.epochs", "4", "2"), new Change("data.source", "a<b", "c"));

        // when
        String page = HtmlReport.text(REPORT, FIGURES, Optional.of(found));

        // then
        assertThat(page)
                .contains(
                        "<th scope=\"row\">cnn</th><td><strong>changed inputs</strong>: other inputs led to other bits"
                                + "</td><td>99.37 %</td><td>99.03 %</td><td>p &#x3D; 0.00027</td>")
                .contains("<code>recipe.epochs</code></th><td>4</td><td>2</td>")
                .contains("<td>a&lt;b</td>");
        assertThat(HtmlReport.text(REPORT, FIGURES, Optional.empty())).doesNotContain("what the baseline says");
    }

    @Test
    void givenMisreadDigits_whenThePageIsWritten_thenTheSurestMistakesAreShown() throws IOException {
        // given
        List<Misread> misread = REPORT.entries().get(1).evaluation().misread();
        byte[] picture =
                DigitPicture.png(REPORT.testDigits().image(misread.get(0).index()));

        // when
        String page = HtmlReport.text(REPORT, List.of(), Optional.empty());

        // then
        assertThat(page)
                .contains("The 12 of 17 misread digits it was surest of")
                .contains("All misread digits")
                .contains(Png.dataUri(picture))
                .contains("<strong>%s</strong> read as <strong>%s</strong>"
                        .formatted(misread.get(0).truth(), misread.get(0).predicted()));
        assertThat(IMAGE.matcher(page).results()).hasSize(10 + 12);
    }

    @Test
    void givenADigit_whenPictured_thenItIsDarkInkOnWhitePaper() throws IOException {
        // given
        byte[] pixels = new byte[784];
        pixels[28 + 2] = (byte) 255;

        // when
        BufferedImage image = Pictures.decode(DigitPicture.png(pixels));

        // then
        assertThat(image.getRaster().getSample(2, 1, 0)).isZero();
        assertThat(image.getRaster().getSample(1, 2, 0)).isEqualTo(255);
    }

    @Test
    void givenANameWithMarkup_whenThePageIsWritten_thenItIsShownAsText() {
        // given
        Report report = SampleReports.of(100, new Sample("<b>\"R&D\"</b>", 0.9, 2, 1, 1));

        // when
        String page = HtmlReport.text(report, List.of(), Optional.empty());

        // then
        assertThat(page).doesNotContain("<b>").contains("&lt;b&gt;&quot;R&amp;D&quot;&lt;/b&gt; reads 90.00 %");
    }

    @Test
    void givenOneModelWithoutErrors_whenThePageIsWritten_thenNeitherVerdictNorMistakesAreShown() {
        // given
        Report report = SampleReports.of(100, SampleReports.FAULTLESS);

        // when
        String page = HtmlReport.text(report, List.of(), Optional.empty());

        // then
        assertThat(page).doesNotContain("by more than chance", "misread digits", "class=\"gallery\"");
    }
}
