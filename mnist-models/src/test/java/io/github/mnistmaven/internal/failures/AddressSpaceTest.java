package io.github.mnistmaven.internal.failures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressSpaceTest {

    @Test
    void givenALimit_thenItIsNamed() {
        assertThat(AddressSpace.limit("Max address space         3072000000           unlimited   bytes\n"))
                .hasValueSatisfying(text -> assertThat(text).contains("at most 2929 MB", "ulimit -v"));
        assertThat(AddressSpace.limit("Max address space         unlimited            unlimited   bytes\n"))
                .isEmpty();
        assertThat(AddressSpace.limit("")).isEmpty();
    }

    @Test
    void givenAFailureThatNeedsNoMemory_thenNoLimitIsBehindIt() {
        assertThat(AddressSpace.limitBehind(new IllegalStateException("no such model")))
                .isEmpty();
    }
}
