package io.github.mnistmaven.study.internal.page;

import java.util.List;

/** A piece of a section. Of the lists one is not empty, which is how Mustache tells what it is. */
sealed interface Block {

    /** A heading within a section. */
    default List<String> headings() {
        return List.of();
    }

    /** Text. */
    default List<String> paragraphs() {
        return List.of();
    }

    /** One below the other. */
    default List<Table> tables() {
        return List.of();
    }

    /** Side by side where there is room. */
    default List<Chart> figures() {
        return List.of();
    }

    /** A gallery. */
    default List<Picture> pictures() {
        return List.of();
    }

    /** What a reader opens to see. */
    default List<Fold> folds() {
        return List.of();
    }

    /** Blocks that belong together, side by side where there is room. */
    default List<Group> groups() {
        return List.of();
    }

    record Headings(List<String> headings) implements Block {}

    record Paragraphs(List<String> paragraphs) implements Block {}

    record Tables(List<Table> tables) implements Block {}

    record Figures(List<Chart> figures) implements Block {}

    record Gallery(List<Picture> pictures) implements Block {}

    record Folds(List<Fold> folds) implements Block {}

    record Groups(List<Group> groups) implements Block {}

    /**
     * What a reader opens to see.
     *
     * @param title always there
     * @param blocks what opens
     */
    record Fold(String title, List<Block> blocks) {}

    /**
     * Blocks that belong together.
     *
     * @param blocks one below the other
     */
    record Group(List<Block> blocks) {}

    static Block heading(String text) {
        return new Headings(List.of(text));
    }

    static Block text(String... paragraphs) {
        return new Paragraphs(List.of(paragraphs));
    }

    static Block table(Table table) {
        return new Tables(List.of(table));
    }

    static Block figures(List<Chart> figures) {
        return new Figures(figures);
    }

    static Block gallery(List<Picture> pictures) {
        return new Gallery(pictures);
    }

    static Block fold(String title, List<Block> blocks) {
        return new Folds(List.of(new Fold(title, blocks)));
    }

    static Block groups(List<List<Block>> groups) {
        return new Groups(groups.stream().map(Group::new).toList());
    }
}
