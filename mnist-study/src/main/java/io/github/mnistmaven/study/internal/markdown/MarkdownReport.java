package io.github.mnistmaven.study.internal.markdown;

import io.github.mnistmaven.study.internal.figures.ChartTheme;
import io.github.mnistmaven.study.internal.figures.FigureFile;
import io.github.mnistmaven.study.internal.summary.Section;
import io.github.mnistmaven.study.internal.summary.Summary;
import io.github.mnistmaven.study.internal.summary.Table;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A summary in Markdown, to be a comment to a pull request or the summary of a job: GitHub Flavored Markdown, whose tables
 * GitLab reads as well, and of HTML only what both let through.
 */
public final class MarkdownReport {

    /** The name of the file. */
    public static final String FILE = "report.md";

    /** Two figures side by side fill a comment. */
    private static final int WIDTH_IN_A_ROW = 350;

    private static final int MAX_WIDTH = 720;

    private final StringBuilder text = new StringBuilder();
    private final String figures;

    private MarkdownReport(String figures) {
        this.figures = figures;
    }

    /**
     * Writes a summary.
     *
     * @param summary what it says
     * @param figures the directory of the figures, as seen from the file
     * @param rest where readers find all of it, a sentence; empty for nothing
     * @return the content of the file
     */
    public static String of(Summary summary, String figures, String rest) {
        MarkdownReport report = new MarkdownReport(figures);
        report.write(summary);
        if (!rest.isEmpty()) {
            report.line("");
            report.line(MarkdownText.text(rest));
        }
        return report.text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void write(Summary summary) {
        line("### " + MarkdownText.text(summary.headline()));
        writeSentences(summary.sentences());
        summary.tables().forEach(this::write);
        line("");
        summary.sections().forEach(this::write);
    }

    private void writeSentences(List<String> sentences) {
        if (!sentences.isEmpty()) {
            line("");
            sentences.forEach(sentence -> line("- " + MarkdownText.text(sentence)));
        }
    }

    private void write(Table table) {
        line("");
        line(row(table.columns().stream()
                .map(column -> MarkdownText.text(column.title()))
                .toList()));
        line(row(table.columns().stream()
                .map(column -> column.kind() == Table.Kind.NUMBER ? "--:" : "---")
                .toList()));
        table.rows()
                .forEach(cells -> line(row(IntStream.range(0, cells.size())
                        .mapToObj(i -> cell(table.columns().get(i), cells.get(i)))
                        .toList())));
        if (!table.note().isEmpty()) {
            line("");
            line(MarkdownText.text(table.note()));
        }
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String cell(Table.Column column, String content) {
        return column.kind() == Table.Kind.NAME ? MarkdownText.name(content) : MarkdownText.text(content);
    }

    /** Folded. The empty lines have what is between the tags read as Markdown. */
    private void write(Section section) {
        line("<details><summary>%s</summary>".formatted(MarkdownText.text(section.title())));
        writeSentences(section.sentences());
        section.tables().forEach(this::write);
        if (!section.figures().isEmpty()) {
            line("");
            section.figures().forEach(this::writeFigures);
        }
        line("");
        line("</details>");
    }

    private void writeFigures(List<FigureFile> row) {
        line(row.stream().map(figure -> picture(figure, row.size())).collect(Collectors.joining(" ", "<p>", "</p>")));
    }

    private String picture(FigureFile figure, int inRow) {
        int width = inRow == 1 ? Math.min(MAX_WIDTH, figure.width()) : WIDTH_IN_A_ROW;
        return "<picture><source media=\"(prefers-color-scheme: dark)\" srcset=\"%s/%s/%s\"><img src=\"%s/%s\" width=\"%s\" alt=\"%s\"></picture>"
                .formatted(
                        figures,
                        ChartTheme.DARK.directory(),
                        figure.name(),
                        figures,
                        figure.name(),
                        width,
                        MarkdownText.attribute(figure.description()));
    }
}
