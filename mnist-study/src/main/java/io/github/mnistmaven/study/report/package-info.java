/**
 * A report in all formats: {@link io.github.mnistmaven.study.report.ReportDirectory} writes the files, of which
 * {@code report.html} is a page that needs nothing beside itself.
 */
package io.github.mnistmaven.study.report;
