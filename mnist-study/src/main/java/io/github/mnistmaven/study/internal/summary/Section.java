package io.github.mnistmaven.study.internal.summary;

import io.github.mnistmaven.study.internal.figures.FigureFile;
import java.util.List;

/**
 * Details of a summary; nothing in it is needed to understand the rest.
 *
 * @param title of the section
 * @param sentences what there is to say
 * @param tables below the sentences
 * @param figures files in the directory of figures, a row of them for each list
 */
public record Section(String title, List<String> sentences, List<Table> tables, List<List<FigureFile>> figures) {

    /**
     * Takes copies.
     *
     * @param title of the section
     * @param sentences what there is to say
     * @param tables below the sentences
     * @param figures files in the directory of figures, a row of them for each list
     */
    public Section {
        sentences = List.copyOf(sentences);
        tables = List.copyOf(tables);
        figures = List.copyOf(figures);
    }

    static Section ofSentences(String title, List<String> sentences) {
        return new Section(title, sentences, List.of(), List.of());
    }

    static Section ofTable(String title, Table table) {
        return new Section(title, List.of(), List.of(table), List.of());
    }

    static Section ofFigures(String title, List<List<FigureFile>> figures) {
        return new Section(title, List.of(), List.of(), figures);
    }
}
