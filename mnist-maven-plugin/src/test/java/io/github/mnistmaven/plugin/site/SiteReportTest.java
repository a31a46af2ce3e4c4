package io.github.mnistmaven.plugin.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnistmaven.plugin.protocol.OutputDirectory;
import io.github.mnistmaven.study.gates.Gates;
import io.github.mnistmaven.study.gates.Measurements;
import io.github.mnistmaven.study.gates.Rule;
import io.github.mnistmaven.study.report.ReportDirectory;
import io.github.mnistmaven.study.report.StudyReportDirectory;
import io.github.mnistmaven.study.results.Results;
import io.github.mnistmaven.study.results.ResultsFormatException;
import io.github.mnistmaven.study.runs.StudyResults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.doxia.module.xhtml5.Xhtml5SinkFactory;
import org.apache.maven.doxia.sink.Sink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteReportTest {

    /** Files of the formats that are read, kept by the module that reads them. */
    private static final Path KEPT = Path.of("../mnist-study/src/test/resources/formats");

    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"]*)\"");

    @TempDir
    Path directory;

    private OutputDirectory output;
    private Path site;

    @BeforeEach
    void makeDirectories() throws IOException {
        output = new OutputDirectory(Files.createDirectories(directory.resolve("mnist")));
        site = Files.createDirectories(directory.resolve("site"));
    }

    @Test
    void givenAComparisonAndAStudy_whenThePageIsWritten_thenItHasBothAndAllItRefersTo() throws IOException {
        // given
        new ReportDirectory(output.root()).write(Results.read(KEPT.resolve("results-2.3.json")));
        Files.copy(KEPT.resolve("reproducibility-2.0.json"), output.root().resolve("reproducibility.json"));
        StudyResults study = StudyResults.read(KEPT.resolve("study-1.0.json"));
        String first = study.cells().get(0).name();
        String second = study.cells().get(1).name();
        new StudyReportDirectory(output.study())
                .write(study, Gates.of(Rule.moreAccurate(first).than(second)).judge(Measurements.of(study)));

        // when
        String page = page();

        // then
        assertThat(new SiteReport(output).hasResults()).isTrue();
        assertThat(page)
                .contains("<title>MNIST results</title>", " test images correctly", "Against the baseline: ")
                .contains("against the baseline</th>", "<th>std. dev.</th>", "the accuracy of " + first)
                .containsPattern("the rule is (kept|broken|undecided); ")
                .containsPattern("<img [^>]*alt=\"Test accuracy and loss\\. ");
        Matcher references = REFERENCE.matcher(page);
        assertThat(references.results().map(match -> match.group(1)))
                .contains("mnist/report.html", "mnist/figures/comparison.png")
                .allSatisfy(reference -> assertThat(site.resolve(reference)).isNotEmptyFile());
    }

    @Test
    void givenResultsAlone_whenThePageIsWritten_thenItHasNeitherFiguresNorALink() throws IOException {
        // given results of another machine, with a source that is markup
        String results = Files.readString(KEPT.resolve("results-2.3.json"))
                .replaceFirst("\"source\": \"[^\"]*\"", "\"source\": \"<script>alert(1)</script> {a, http://b}\"");
        Files.writeString(output.results(), results);

        // when
        String page = page();

        // then
        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; {a, http://b}")
                .doesNotContain("<script", "<img", "href");
    }

    @Test
    void givenNoResults_thenThereIsNothingToShow() {
        assertThat(new SiteReport(output).hasResults()).isFalse();
    }

    @Test
    void givenDamagedResults_whenThePageIsWritten_thenTheFileIsNamed() throws IOException {
        // given
        Files.writeString(output.results(), "{\"format\": {}}");

        // then
        assertThatThrownBy(this::page)
                .isInstanceOf(ResultsFormatException.class)
                .hasMessageContaining(output.results().toString());
    }

    private String page() throws IOException {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        Sink sink = new Xhtml5SinkFactory().createSink(page, StandardCharsets.UTF_8.name());
        new SiteReport(output).write(sink, "MNIST results", site);
        sink.close();
        return page.toString(StandardCharsets.UTF_8);
    }
}
