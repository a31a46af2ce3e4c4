package io.github.mnistmaven.plugin.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserHomeTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"?", "", "relative", "/no/such/home"})
    void givenAHomeThatCannotBeUsed_thenTheSubstituteTakesItsPlace(String property) {
        // given
        UserHome home = home(property);

        // then
        assertThat(home.isUsable()).isFalse();
        assertThat(home.path()).isEqualTo(directory.resolve("home"));
        assertThat(home.directory(".mnist-maven")).isEqualTo(directory.resolve("home/.mnist-maven"));
        assertThat(EngineCache.directory(Optional.empty(), Map.of(), home)).contains(directory.resolve("home/.djl.ai"));
    }

    @Test
    void givenAUsableHome_thenTheEngineFindsItByItself() {
        // given
        UserHome home = home(directory.toString());

        // then
        assertThat(home.path()).isEqualTo(directory);
        assertThat(home.directory(".mnist-maven")).isEqualTo(directory.resolve(".mnist-maven"));
        assertThat(EngineCache.directory(Optional.empty(), Map.of(), home)).isEmpty();
    }

    @Test
    void givenAHomeOfOthers_whenItHasTheDirectory_thenThatIsUsed() throws IOException {
        // given, in place of one that is not writable, as root writes everywhere
        Path file = Files.createDirectories(directory.resolve("others/.djl.ai"));

        // then
        assertThat(home(file.getParent().toString()).directory(".djl.ai")).isEqualTo(file);
    }

    @Test
    void givenAParameterOrAVariable_thenItDecides() {
        // given
        UserHome none = home("?");

        // then
        assertThat(EngineCache.directory(Optional.of(Path.of("cache")), Map.of("DJL_CACHE_DIR", "/x"), none))
                .contains(Path.of("cache").toAbsolutePath());
        assertThat(EngineCache.directory(Optional.empty(), Map.of("DJL_CACHE_DIR", "/x"), none))
                .isEmpty();
        assertThat(EngineCache.directory(Optional.empty(), Map.of("ENGINE_CACHE_DIR", "/x"), none))
                .isEmpty();
        assertThat(EngineCache.directory(Optional.empty(), Map.of("ENGINE_CACHE_DIR", ""), none))
                .isPresent();
    }

    private UserHome home(String property) {
        return new UserHome(property, directory.resolve("home"));
    }
}
