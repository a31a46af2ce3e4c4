/**
 * What was measured: {@link io.github.mnistmaven.study.results.Results} is the content of {@code results.json}, the contract
 * between measuring and everything after it.
 */
package io.github.mnistmaven.study.results;
