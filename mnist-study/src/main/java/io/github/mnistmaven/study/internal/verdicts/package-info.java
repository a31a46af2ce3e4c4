/** The files that say what became of a baseline and of rules. */
package io.github.mnistmaven.study.internal.verdicts;
