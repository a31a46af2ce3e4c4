package io.github.mnistmaven.study.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.study.runs.SampleStudy;
import io.github.mnistmaven.study.runs.StudyResults;
import io.github.mnistmaven.study.statistics.ImageAgreement;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StudyPageTest {

    private static final StudyResults STUDY = SampleStudy.of(2_000, 1, 2, 3);

    private static String page(StudyResults results) {
        return SamplePages.study(results).replace('\u00a0', ' ').replaceAll("</?bdi>", "");
    }

    @Test
    void givenAStudy_whenThePageIsMade_thenItLeadsWithTheDecision() {
        assertThat(page(STUDY))
                .contains("<h1>cnn-fast is more accurate than lstm-fast (")
                .contains("of 2,000 test digits, means over 3 seeds)</h1>")
                .contains("cnn-fast minus lstm-fast: +");
    }

    @Test
    void givenAStudy_whenThePageIsMade_thenEachSeedIsADotAndARow() {
        // when
        String page = page(STUDY);

        // then
        assertThat(page.split("class=\"single\"", -1)).hasSize(1 + 2 * 3);
        assertThat(page)
                .contains("cnn-fast, seed 3</th><td>%.3f %%</td>"
                        .formatted(100 * STUDY.cells().get(0).runs().get(2).accuracy()));
    }

    @Test
    void givenSeveralSeeds_whenThePageIsMade_thenCurvesHaveBands() {
        assertThat(SamplePages.study(SamplePages.study(2, 1, 2))).contains("<path class=\"line\"");
        assertThat(page(STUDY)).contains("over 3 seeds</title>");
    }

    @Test
    void givenAStudy_whenThePageIsMade_thenTheHardestDigitsAreShownWithWhatRunsSay() {
        // given
        ImageAgreement hardest = STUDY.agreement().misclassified().get(0);

        // when
        String page = page(STUDY);

        // then
        assertThat(page)
                .contains("alt=\"Test digit number %d, labelled %d\"".formatted(hardest.image(), hardest.label()))
                .contains("%d of %d runs predict %d, "
                        .formatted(hardest.alternativeRuns(), hardest.runs(), hardest.alternative()));
    }

    @Test
    void givenACellAlone_whenThePageIsMade_thenNoPairsAreShown() {
        assertThat(SamplePages.all().get("a study of one cell")).doesNotContain("id=\"pairs\"");
    }

    @Test
    void givenASingleSeed_whenThePageIsMade_thenItSaysThatNothingIsDecided() {
        assertThat(SamplePages.all().get("a study with one seed")).contains("train at least 2 of each");
    }

    @Test
    void givenRules_whenThePageIsMade_thenTheyAreThere() {
        assertThat(StudyPage.html(STUDY, Optional.of(SamplePages.rules()), Optional.empty()))
                .contains("1 of 3 rules broken:", "id=\"rules\"");
    }
}
