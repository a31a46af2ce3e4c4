/** The content of {@code results.json}, as the file has it. {@link io.github.mnistmaven.study.results.Results} is the same for users. */
package io.github.mnistmaven.study.internal.results;
