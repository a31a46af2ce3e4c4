package io.github.mnistmaven.plugin.it;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A build that has ended.
 *
 * @param exitCode of Maven
 * @param log what it printed
 */
record Build(int exitCode, String log) {

    Build assertSucceeded() {
        assertThat(exitCode).as(log).isZero();
        return this;
    }

    Build assertFailed() {
        assertThat(exitCode).as(log).isNotZero();
        return this;
    }

    /** That the log has each of these texts. */
    Build assertSays(String... texts) {
        assertThat(log).contains(texts);
        return this;
    }

    Build assertSaysNot(String... texts) {
        assertThat(log).doesNotContain(texts);
        return this;
    }
}
