package io.github.mnistmaven.internal.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedTest {

    @Test
    void givenNumbers_whenSaid_thenOnlyOneIsSingular() {
        assertThat(Counted.of(0, "seed")).isEqualTo("0 seeds");
        assertThat(Counted.of(1, "seed")).isEqualTo("1 seed");
        assertThat(Counted.of(2, "seed")).isEqualTo("2 seeds");
        assertThat(Counted.of(1, "byte is", "bytes are")).isEqualTo("1 byte is");
        assertThat(Counted.of(12_345, "byte is", "bytes are")).isEqualTo("12345 bytes are");
    }
}
