package io.github.mnistmaven.plugin.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.study.report.ReportDirectory;
import io.github.mnistmaven.study.results.Results;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of a Maven site, made of results that lie there. */
class SiteIT {

    private static final Path KEPT = Path.of("../mnist-study/src/test/resources/formats");

    @Test
    void givenResults_whenTheSiteIsBuilt_thenTheyHaveAPageInItsSkinUnderProjectReports() throws IOException {
        // given
        Scenario scenario = Scenario.named("site");
        new ReportDirectory(scenario.output()).write(Results.read(KEPT.resolve("results-2.3.json")));

        // when
        Build build = scenario.run("site");

        // then
        Path site = scenario.directory().resolve("target/site");
        build.assertSucceeded().assertSays("mnist-maven-plugin").assertSaysNot("worker");
        assertThat(site.resolve("project-reports.html"))
                .content()
                .contains("<a href=\"mnist.html\"", "MNIST results", "How accurate the trained networks are");
        assertThat(site.resolve("mnist.html"))
                .content()
                .contains("css/apache-maven-fluido-", "<a href=\"project-reports.html\"")
                .contains(" test images correctly", "<img src=\"mnist/figures/comparison.png\"")
                .contains("<a href=\"mnist/report.html\"");
        assertThat(site.resolve("mnist/report.html")).isNotEmptyFile();
        assertThat(site.resolve("mnist/figures/comparison.png")).isNotEmptyFile();
    }

    @Test
    void givenNoResults_whenTheReportIsRun_thenItSaysSoAndWithSomeThereIsAPage() throws IOException {
        // given
        Scenario scenario = Scenario.named("site").with("outputDirectory", "elsewhere");

        // when
        Build without = scenario.run("mnist:report");
        new ReportDirectory(scenario.directory().resolve("elsewhere"))
                .write(Results.read(KEPT.resolve("results-2.3.json")));
        Build with = scenario.run("mnist:report");

        // then
        without.assertSucceeded().assertSays("no page about MNIST results, as there are none in ", "elsewhere");
        with.assertSucceeded();
        assertThat(scenario.directory().resolve("target/reports/mnist.html"))
                .content()
                .contains(" test images correctly");
        assertThat(scenario.directory().resolve("target/reports/mnist/figures/comparison.png"))
                .isNotEmptyFile();
    }
}
