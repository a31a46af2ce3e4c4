/** The part of a report in which readers draw a digit, and the models read it in the browser. */
package io.github.mnistmaven.study.internal.drawing;
