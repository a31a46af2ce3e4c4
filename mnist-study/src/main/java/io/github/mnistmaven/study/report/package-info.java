/**
 * A report in all formats: {@link io.github.mnistmaven.study.report.ReportDirectory} and {@link io.github.mnistmaven.study.report.StudyReportDirectory} write the files, of which
 * {@code report.html} is a page that needs nothing beside itself.
 */
package io.github.mnistmaven.study.report;
