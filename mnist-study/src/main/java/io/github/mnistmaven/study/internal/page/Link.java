package io.github.mnistmaven.study.internal.page;

/**
 * A link to a place on the same page.
 *
 * @param id of the place
 * @param title what it says
 * @param isHidden until the script of the place shows it
 */
record Link(String id, String title, boolean isHidden) {

    Link(String id, String title) {
        this(id, title, false);
    }
}
