/** What a comparison looks like: one class a format, all reading one {@code Report}. */
package io.github.mnistmaven.plugin.report;
