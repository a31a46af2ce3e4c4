/**
 * The pages of reports. {@link io.github.mnistmaven.study.internal.page.ComparisonPage} and {@link io.github.mnistmaven.study.internal.page.StudyPage} say
 * what is on them as sections of blocks; the templates beside this package say how a block looks. A page needs nothing beside itself, and
 * {@link io.github.mnistmaven.study.internal.page.PageTemplate} escapes whatever text it is given.
 */
package io.github.mnistmaven.study.internal.page;
