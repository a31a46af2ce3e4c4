/**
 * Charts as SVG for the middle of a page: lines and text without colours of their own. They take those of the page by class,
 * so that they are right in light, dark and print; numbers show when the pointer rests on a mark. Plain values go in, text
 * comes out.
 */
package io.github.mnistmaven.study.internal.svg;
