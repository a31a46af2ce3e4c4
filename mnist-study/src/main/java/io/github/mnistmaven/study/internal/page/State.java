package io.github.mnistmaven.study.internal.page;

/**
 * Something that is good, bad or open, said at the top of a page.
 *
 * @param kind {@code good}, {@code bad} or {@code open}: its colour
 * @param mark the same in a word, as colours alone say nothing to many
 * @param text a sentence
 * @param target the id of the section that says more
 * @param link what the link to it says
 */
record State(String kind, String mark, String text, String target, String link) {

    static State good(String mark, String text, Link more) {
        return new State("good", "\u2714 " + mark, text, more.id(), more.title());
    }

    static State bad(String mark, String text, Link more) {
        return new State("bad", "\u2718 " + mark, text, more.id(), more.title());
    }

    static State open(String mark, String text, Link more) {
        return new State("open", "? " + mark, text, more.id(), more.title());
    }
}
