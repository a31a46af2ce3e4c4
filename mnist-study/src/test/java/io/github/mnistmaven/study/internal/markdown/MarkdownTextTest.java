package io.github.mnistmaven.study.internal.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.internal.files.PrintableText;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTextTest {

    private static final Pattern CELL = Pattern.compile("<td>(.*)</td>\n<td>(.*)</td>");

    /** What means something to Markdown, to HTML or to the sites, and what does not. */
    private static final List<String> PARTS = List.of(
            "|",
            "\\",
            "`",
            "``",
            "*",
            "**",
            "_",
            "__",
            "~~",
            "<script>",
            "</code>",
            "<!--",
            "-->",
            "<b>",
            "&lt;",
            "&#60;",
            "&",
            "[a](b)",
            "![a](b)",
            "]",
            "#12",
            "@user",
            "!3",
            "$x$",
            "^",
            "www.example.com",
            "https://example.com/a",
            "a@example.com",
            ":smile:",
            " ",
            "a",
            "0",
            "-",
            "---",
            "+",
            "=",
            "{",
            "}",
            "(",
            ")",
            "\"",
            "'",
            "\u05d0\u05d1\u05d2",
            "\ud83d\ude00",
            "\u00e4");

    @Test
    void givenAnyNameOrText_whenGitHubReadsIt_thenItIsShownAsItIsAndMeansNothing() {
        SplittableRandom random = new SplittableRandom(20);
        for (int i = 0; i < 3_000; i++) {
            // given
            StringBuilder made = new StringBuilder("x");
            for (int j = random.nextInt(8); j >= 0; j--) {
                made.append(PARTS.get(random.nextInt(PARTS.size())));
            }
            String given = made.append('y').toString();
            String expected = given.replaceAll("\\s+", " ");

            // when
            String html = Gfm.html("| n | t |\n| --- | --- |\n| %s | %s |\n"
                    .formatted(MarkdownText.name(given), MarkdownText.text(given)));

            // then
            Matcher cells = CELL.matcher(withoutLinks(html));
            assertThat(cells.find()).as("%s: %s", given, html).isTrue();
            String name = cells.group(1);
            assertThat(name).as(given).startsWith("<code>").endsWith("</code>");
            assertThat(name.substring("<code>".length(), name.length() - "</code>".length()))
                    .as(given)
                    .doesNotContain("<");
            assertThat(cells.group(2)).as(given).doesNotContain("<");
            assertThat(Gfm.visible(name)).isEqualTo(expected);
            assertThat(Gfm.visible(cells.group(2))).isEqualTo(expected);
        }
    }

    /** What looks like an address may become a link, which shows where it leads. */
    private static String withoutLinks(String html) {
        return html.replaceAll("<a href=[^>]*>|</a>", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cnn", "cnn-reference", "AMD EPYC 7B13, 2 threads", "a_b", "\u05d0\u05d1"})
    void givenAPlainName_thenItStandsInBackticks(String name) {
        assertThat(MarkdownText.name(name)).isEqualTo("`" + name + "`");
    }

    @Test
    void givenALongName_thenItIsCutBetweenCharacters() {
        // given
        String name = "\ud83d\ude00".repeat(200);

        // when
        String shown = MarkdownText.name(name);

        // then
        assertThat(shown).isEqualTo("`" + "\ud83d\ude00".repeat(79) + "\u2026`");
    }

    @Test
    void givenHiddenCharacters_thenTheyAreShownAsCodes() {
        // given text that turns the direction of writing, and a line break
        String name = "abc\u202edef\nghi";

        // then
        assertThat(PrintableText.isPrintable(MarkdownText.name(name))).isTrue();
        assertThat(Gfm.visible(Gfm.html(MarkdownText.name(name)))).isEqualTo("abc\\u202edef ghi\n");
        assertThat(MarkdownText.name("")).isEmpty();
    }

    @Test
    void givenADescription_whenItIsAnAttribute_thenItStaysWithinItsQuotes() {
        assertThat(MarkdownText.attribute("a \"b\" onload=<x> | `c`"))
                .isEqualTo("a &#34;b&#34; onload=&lt;x&gt; &#124; &#96;c&#96;");
    }
}
