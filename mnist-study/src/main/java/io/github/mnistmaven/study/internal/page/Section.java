package io.github.mnistmaven.study.internal.page;

import java.util.List;

/**
 * A part of a page with a heading.
 *
 * @param id by which it is linked to
 * @param name what the link to it says
 * @param title the heading
 * @param blocks what it holds
 */
record Section(String id, String name, String title, List<Block> blocks) {

    Link link() {
        return new Link(id, name);
    }
}
