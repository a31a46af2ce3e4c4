package io.github.mnistmaven.study.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.study.internal.page.SamplePages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages where they are read. */
class ReportPageBrowserTest {

    private static final int PHONE = 360;
    private static final String BACKGROUND = "getComputedStyle(document.body).backgroundColor";

    private static Chromium browser;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() {
        browser = Chromium.startOrSkip();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    static Stream<String> pages() {
        return SamplePages.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void givenAPage_whenOpenedOnAPhone_thenItFitsAndAsksForNothing(String kind) throws IOException {
        // when
        Chromium.Tab tab = browser.open(file(SamplePages.all().get(kind)), PHONE, 740);

        // then
        assertThat(tab.evaluate("document.documentElement.scrollWidth").getAsInt())
                .isLessThanOrEqualTo(PHONE);
        assertThat(tab.requests()).isEmpty();
        assertThat(tab.problems()).isEmpty();
    }

    /** Many models make a page longer, not other; axe-core would take seconds for it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "two models, rules, a baseline",
                "models that read drawings",
                "a study of two cells",
                "a model without errors, of one epoch",
                "markup"
            })
    void givenAPage_whenCheckedInLightAndDark_thenItBreaksNoRuleOfAccessibility(String kind) throws IOException {
        // given
        Chromium.Tab tab = browser.open(file(SamplePages.all().get(kind)), PHONE, 740);
        tab.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)");

        // when
        List<String> light = Axe.violations(tab);
        tab.media("screen", "dark");
        List<String> dark = Axe.violations(tab);

        // then
        assertThat(light).isEmpty();
        assertThat(dark).isEmpty();
    }

    @Test
    void givenAPageThatIsHardToUse_whenChecked_thenItIsNoticed() throws IOException {
        // given
        String page = "<!DOCTYPE html><html><title>x</title><p style='color: #aaa; background: #fff'>pale";

        // when
        List<String> violations = Axe.violations(browser.open(file(page)));

        // then
        assertThat(violations)
                .anyMatch(it -> it.startsWith("html-has-lang"))
                .anyMatch(it -> it.startsWith("color-contrast"));
    }

    @Test
    void givenMarkupInNames_whenAPageIsOpened_thenItIsShownAndNotRun() throws IOException {
        // when
        Chromium.Tab tab = browser.open(file(SamplePages.all().get("markup")));

        // then
        assertThat(tab.evaluate("document.scripts.length").getAsInt()).isZero();
        assertThat(tab.evaluate("document.body.textContent").getAsString()).contains("<script>alert(1)</script>");
    }

    @Test
    void givenAReaderWhoPrefersDark_whenTheyPrint_thenPaperStaysLight() throws IOException {
        // given
        Chromium.Tab tab = browser.open(file(SamplePages.withVerdicts()));
        String light = tab.evaluate(BACKGROUND).getAsString();

        // when
        tab.media("screen", "dark");
        String dark = tab.evaluate(BACKGROUND).getAsString();
        tab.media("print", "dark");
        String print = tab.evaluate(BACKGROUND).getAsString();

        // then
        assertThat(dark).isNotEqualTo(light);
        assertThat(print).isEqualTo("rgb(255, 255, 255)");
        assertThat(tab.evaluate("getComputedStyle(document.body).color").getAsString())
                .isEqualTo("rgb(28, 39, 51)");
        assertThat(tab.pdf())
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII))
                .hasSizeGreaterThan(20_000);
    }

    @Test
    void givenFoldedTables_whenPrinted_thenTheyAreThere() throws IOException {
        // given
        String isVisible = "document.querySelector('details table').checkVisibility()";
        Chromium.Tab tab = browser.open(file(SamplePages.withVerdicts()));
        boolean before = tab.evaluate(isVisible).getAsBoolean();

        // when
        tab.media("print", "light");

        // then
        assertThat(before).isFalse();
        assertThat(tab.evaluate(isVisible).getAsBoolean()).isTrue();
    }

    @Test
    void givenAPageToDrawOn_whenShownWithScriptsAndWithoutAndPrinted_thenAreaAndLinkAreThereTogetherOrNotAtAll()
            throws IOException {
        // given
        String page = SamplePages.all().get("models that read drawings");
        String isVisible =
                "['#draw', 'a[href=\"#draw\"]'].map(it => document.querySelector(it).checkVisibility()).join()";
        Chromium.Tab tab = browser.open(file(page));

        // when
        String onScreen = tab.evaluate(isVisible).getAsString();
        tab.media("print", "light");
        String onPaper = tab.evaluate(isVisible).getAsString();
        String withoutScripts = browser.open(file(page.replace("script-src 'unsafe-inline'", "script-src 'none'")))
                .evaluate(isVisible)
                .getAsString();

        // then
        assertThat(onScreen).isEqualTo("true,true");
        assertThat(onPaper).isEqualTo("false,false");
        assertThat(withoutScripts).isEqualTo("false,false");
    }

    @Test
    void givenAKeyboardAlone_whenMovingThroughThePage_thenLinksTablesAndFoldsAreReached() throws IOException {
        // given
        Chromium.Tab tab = browser.open(file(SamplePages.withVerdicts()));
        int stops = tab.evaluate("document.querySelectorAll('a, summary, [tabindex=\"0\"]').length")
                .getAsInt();

        // when the tab key is pressed often enough to reach the first fold
        String reached = "";
        for (int i = 0; i < stops && !reached.equals("SUMMARY"); i++) {
            tab.key("Tab", 9);
            reached = tab.evaluate("document.activeElement.tagName").getAsString();
        }

        // then it opens by the return key
        assertThat(reached).isEqualTo("SUMMARY");
        tab.send(
                "Input.dispatchKeyEvent",
                "{type: 'keyDown', key: 'Enter', code: 'Enter', text: '\\r', windowsVirtualKeyCode: 13}");
        assertThat(tab.evaluate("document.activeElement.parentElement.open").getAsBoolean())
                .isTrue();
    }

    private Path file(String page) throws IOException {
        return Files.writeString(directory.resolve("report.html"), page);
    }
}
