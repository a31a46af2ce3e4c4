/** Summaries in Markdown, as GitHub and GitLab show it. */
package io.github.mnistmaven.study.internal.markdown;
