package io.github.mnistmaven.study.internal.page;

import io.github.mnistmaven.study.internal.drawing.DrawingSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A page, as its template sees it.
 *
 * @param kind what the page is about, in a line above the headline
 * @param headline the answer in one sentence
 * @param explanations what the answer rests on, a paragraph each
 * @param states what a build has to know: whether rules are kept and baselines are met
 * @param navigation where the sections are
 * @param first sections
 * @param drawing HTML between the first sections and the rest; empty for none
 * @param rest sections
 * @param footer lines
 */
record Page(
        String kind,
        String headline,
        List<String> explanations,
        List<State> states,
        List<Link> navigation,
        List<Section> first,
        String drawing,
        List<Section> rest,
        List<String> footer) {

    static Page of(
            String kind,
            String headline,
            List<String> explanations,
            List<State> states,
            List<Section> first,
            Optional<DrawingSection> drawing,
            List<Section> rest,
            List<String> footer) {
        List<Link> navigation = new ArrayList<>();
        first.forEach(section -> navigation.add(section.link()));
        drawing.ifPresent(section -> navigation.add(new Link(DrawingSection.ID, section.title(), section.isHidden())));
        rest.forEach(section -> navigation.add(section.link()));
        return new Page(
                kind,
                headline,
                explanations,
                states,
                navigation,
                first,
                drawing.map(DrawingSection::html).orElse(""),
                rest,
                footer);
    }

    /** Those that there are. */
    static List<Section> sections(List<Optional<Section>> sections) {
        return sections.stream().flatMap(Optional::stream).toList();
    }
}
