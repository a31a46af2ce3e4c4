package io.github.mnistmaven.study.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** What holds for the page of whatever results. */
class PagesTest {

    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");
    private static final Pattern TARGET = Pattern.compile("href=\"#([^\"]*)\"");
    private static final Pattern ADDRESS =
            Pattern.compile("(?:src|href|srcset|action|url|@import)\\s*[=(\\s]\\s*[\"']?([^\"'#\\s)][^\"'\\s)]{0,20})");
    private static final Pattern HEADING = Pattern.compile("<h([1-6])");
    private static final Pattern IMAGE = Pattern.compile("<img [^>]*>");
    private static final Pattern SVG = Pattern.compile("<svg .*?</svg>", Pattern.DOTALL);
    private static final String POLICY =
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:\">";
    private static final int MOST_BYTES = 2_000_000;

    static Stream<String> pages() {
        return SamplePages.all().keySet().stream();
    }

    private static List<String> found(Pattern pattern, String kind) {
        return pattern.matcher(withoutScripts(SamplePages.all().get(kind)).replace(POLICY, ""))
                .results()
                .map(result -> result.groupCount() == 0 ? result.group() : result.group(1))
                .toList();
    }

    /** What looks like markup in a script is none. */
    private static String withoutScripts(String page) {
        return page.replaceAll("(?s)<script( type=\"application/json\")?>.*?</script>", "");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void givenResults_whenAPageIsMade_thenItNeedsNothingElseAndIsSmall(String kind) {
        // when
        String page = SamplePages.all().get(kind);

        // then
        assertThat(found(ADDRESS, kind)).allMatch(address -> address.startsWith("data:image/png"));
        assertThat(page).doesNotContain("<link", "http:", "https:").contains(POLICY);
        assertThat(withoutScripts(page)).doesNotContain("<script");
        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MOST_BYTES);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void givenResults_whenAPageIsMade_thenPlacesAreUniqueAndLinksLeadToThem(String kind) {
        // when
        List<String> ids = found(ID, kind);

        // then
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids).containsAll(found(TARGET, kind));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void givenResults_whenAPageIsMade_thenNoLevelOfHeadingsIsLeftOut(String kind) {
        // when
        List<Integer> levels = new ArrayList<>(List.of(0));
        found(HEADING, kind).stream().map(Integer::valueOf).forEach(levels::add);

        // then
        assertThat(levels).containsOnlyOnce(1);
        for (int i = 1; i < levels.size(); i++) {
            assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void givenResults_whenAPageIsMade_thenEachPictureIsDescribed(String kind) {
        assertThat(found(IMAGE, kind)).allMatch(image -> image.matches(".* alt=\"[^\"]+\".*"));
        assertThat(found(SVG, kind))
                .isNotEmpty()
                .allMatch(svg -> svg.matches("(?s)<svg [^>]*role=\"img\" aria-label=\"[^\"]+\">.*"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void givenResults_whenAPageIsMade_thenItsFiguresAreWellFormedAndInTheirFrame(String kind) throws Exception {
        for (String svg : found(SVG, kind)) {
            // when it is parsed, so that nothing unescaped is left
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));

            // then
            assertThat(svg).doesNotContain("NaN", "Infinity", "E-", "=\"-");
        }
    }

    @Test
    void givenTheSameResults_whenAPageIsMadeTwiceInAnyLocale_thenTheBytesAreTheSame() {
        // given
        Locale before = Locale.getDefault();
        String page = SamplePages.withVerdicts() + SamplePages.study(SamplePages.study(2, 1, 2, 3));

        // when
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            // then
            assertThat(SamplePages.withVerdicts() + SamplePages.study(SamplePages.study(2, 1, 2, 3)))
                    .isEqualTo(page);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void givenMarkupInNamesAndRules_whenAPageIsMade_thenItIsShownAsText() {
        assertThat(SamplePages.all().get("markup"))
                .contains("0&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;amp;")
                .doesNotContain("<script");
        assertThat(SamplePages.withVerdicts())
                .contains("&lt;b&gt;0.9&lt;/b&gt;", "a&lt;b")
                .doesNotContain("<b>");
    }

    @Test
    void givenTextFromRightToLeft_whenAPageIsMade_thenWhatIsAroundItKeepsItsOrder() {
        // when
        String page = SamplePages.all().get("right-to-left text");

        // then names within a sentence are isolated from it, and so is each text in a table
        assertThat(page)
                .containsPattern("predicted as \u2068\\d[^\u2069<]+\u2069, ")
                .containsPattern("lstm: \u2068\\d[^\u2069<]+\u2069 [\u2714\u2718]");
        assertThat(Pattern.compile("<(td|th scope=\"row\")[^>]*>(?!<bdi>|<span|<)[^<]")
                        .matcher(page)
                        .results())
                .isEmpty();
    }

    @Test
    void givenALossBeyondAllMeasure_whenAPageIsMade_thenTheOtherCurvesAreNotSqueezed() {
        assertThat(SamplePages.all().get("a model that learned nothing"))
                .contains("Losses above 20 lie on the upper edge.", "1.0e+30")
                .doesNotContain("1e+30<");
        assertThat(SamplePages.withVerdicts()).doesNotContain("Losses above");
    }
}
