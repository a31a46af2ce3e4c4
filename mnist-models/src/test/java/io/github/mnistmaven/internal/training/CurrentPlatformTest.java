package io.github.mnistmaven.internal.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.provenance.Platform;
import org.junit.jupiter.api.Test;

class CurrentPlatformTest {

    @Test
    void givenThisProcess_whenDescribedTwice_thenItsPlatformIsTheSame() {
        // when
        Platform platform = CurrentPlatform.platform();

        // then
        assertThat(platform).isEqualTo(CurrentPlatform.platform());
        assertThat(platform.arithmeticSha256()).hasSize(64);
        assertThat(platform.cpu()).isNotBlank();
        assertThat(platform.threads()).isEqualTo(1);
    }
}
