package io.github.mnistmaven.plugin.site;

import io.github.mnistmaven.study.internal.figures.FigureFile;
import io.github.mnistmaven.study.internal.summary.Section;
import io.github.mnistmaven.study.internal.summary.Summary;
import io.github.mnistmaven.study.internal.summary.Table;
import java.util.List;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.doxia.sink.SinkEventAttributes;
import org.apache.maven.doxia.sink.impl.SinkEventAttributeSet;

/** Writes a page of a site: headings, tables and lists of Doxia, which the site's skin gives their looks. */
public final class SitePage {

    /** Of a figure with others beside it, in pixels; the column of most skins is twice as wide. */
    private static final int WIDTH_IN_A_ROW = 420;

    private static final int MAX_WIDTH = 860;

    private final Sink sink;

    /**
     * Begins a page.
     *
     * @param sink where it is written to, which escapes what needs it
     * @param title of the page
     */
    public SitePage(Sink sink, String title) {
        this.sink = sink;
        sink.head();
        sink.title();
        sink.text(title);
        sink.title_();
        sink.head_();
        sink.body();
    }

    /**
     * Writes a summary.
     *
     * @param summary what it says
     * @param report the address of the page that says all of it; empty if there is none
     * @param figures the address of the directory of figures
     */
    public void write(Summary summary, String report, String figures) {
        sink.section1();
        sink.sectionTitle1();
        sink.text(summary.headline());
        sink.sectionTitle1_();
        write(summary.sentences());
        if (!report.isEmpty()) {
            sink.paragraph();
            sink.link(report);
            sink.text("The full report");
            sink.link_();
            sink.paragraph_();
        }
        summary.tables().forEach(this::write);
        summary.sections().forEach(section -> write(section, figures));
        sink.section1_();
    }

    /** Ends the page. */
    public void end() {
        sink.body_();
        sink.flush();
    }

    private void write(List<String> sentences) {
        if (!sentences.isEmpty()) {
            sink.list();
            for (String sentence : sentences) {
                sink.listItem();
                sink.text(sentence);
                sink.listItem_();
            }
            sink.list_();
        }
    }

    private void write(Section section, String figures) {
        sink.section2();
        sink.sectionTitle2();
        sink.text(section.title());
        sink.sectionTitle2_();
        write(section.sentences());
        section.tables().forEach(this::write);
        for (List<FigureFile> row : section.figures()) {
            sink.paragraph();
            row.forEach(figure -> write(figure, figures, row.size() > 1));
            sink.paragraph_();
        }
        sink.section2_();
    }

    private void write(FigureFile figure, String figures, boolean hasOthersBeside) {
        SinkEventAttributes attributes = new SinkEventAttributeSet();
        attributes.addAttribute(SinkEventAttributes.ALT, figure.description());
        attributes.addAttribute(
                SinkEventAttributes.WIDTH,
                Integer.toString(hasOthersBeside ? WIDTH_IN_A_ROW : Math.min(MAX_WIDTH, figure.width())));
        sink.figureGraphics(figures + "/" + figure.name(), attributes);
        sink.text(" ");
    }

    private void write(Table table) {
        sink.table();
        sink.tableRows(
                table.columns().stream()
                        .mapToInt(column -> column.kind() == Table.Kind.NUMBER ? Sink.JUSTIFY_RIGHT : Sink.JUSTIFY_LEFT)
                        .toArray(),
                false);
        sink.tableRow();
        for (Table.Column column : table.columns()) {
            sink.tableHeaderCell();
            sink.text(column.title());
            sink.tableHeaderCell_();
        }
        sink.tableRow_();
        for (List<String> row : table.rows()) {
            sink.tableRow();
            for (String cell : row) {
                sink.tableCell();
                sink.text(cell);
                sink.tableCell_();
            }
            sink.tableRow_();
        }
        sink.tableRows_();
        sink.table_();
        if (!table.note().isEmpty()) {
            sink.paragraph();
            sink.text(table.note());
            sink.paragraph_();
        }
    }
}
