package io.github.mnistmaven.study.internal.page;

/**
 * A link to a place on the same page.
 *
 * @param id of the place
 * @param title what it says
 */
record Link(String id, String title) {}
