/** What a user sees in Maven's log and, on a terminal, below it. */
package io.github.mnistmaven.plugin.console;
