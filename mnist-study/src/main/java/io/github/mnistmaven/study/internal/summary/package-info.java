/** What a short report says, whatever it is written in: {@code report.md} and the page of a Maven site are made from it. */
package io.github.mnistmaven.study.internal.summary;
