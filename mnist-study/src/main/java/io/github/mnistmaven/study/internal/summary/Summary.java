package io.github.mnistmaven.study.internal.summary;

import java.util.List;

/**
 * What was found, the verdict first. All texts are plain: who writes a summary escapes them.
 *
 * @param headline the verdict, in one sentence without a full stop
 * @param sentences what else matters most
 * @param tables the results
 * @param sections details, which most readers skip
 */
public record Summary(String headline, List<String> sentences, List<Table> tables, List<Section> sections) {

    /**
     * Takes copies.
     *
     * @param headline the verdict, in one sentence without a full stop
     * @param sentences what else matters most
     * @param tables the results
     * @param sections details, which most readers skip
     */
    public Summary {
        sentences = List.copyOf(sentences);
        tables = List.copyOf(tables);
        sections = List.copyOf(sections);
    }
}
