/** Results as tables: for a log, for a spreadsheet, and next to a baseline. */
package io.github.mnistmaven.study.internal.tables;
