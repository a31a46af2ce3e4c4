/** The pictures of a study: {@link io.github.mnistmaven.study.figures.Figures}. */
package io.github.mnistmaven.study.figures;
