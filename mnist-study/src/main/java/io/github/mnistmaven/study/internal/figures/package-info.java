/** The pictures of a study: {@link io.github.mnistmaven.study.internal.figures.Figures}. */
package io.github.mnistmaven.study.internal.figures;
