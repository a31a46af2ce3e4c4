/** Real Maven builds against the packaged plugin. The guide is {@code src/it/README.md}. */
package io.github.mnistmaven.plugin.it;
