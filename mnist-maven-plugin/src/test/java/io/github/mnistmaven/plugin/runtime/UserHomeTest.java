package io.github.mnistmaven.plugin.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
        assertThat(MnistCache.directory(Optional.empty(), home)).contains(directory.resolve("home/.mnist-maven"));
        assertThat(EngineCache.choose(Optional.empty(), Map.of(), home))
                .contains(new EngineCache(
                        directory.resolve("home/.djl.ai"), "as .djl.ai in the user's home cannot be written to"));
    }

    @Test
    void givenAUsableHome_thenTheEngineFindsItByItself() {
        // given
        UserHome home = home(directory.toString());

        // then
        assertThat(home.path()).isEqualTo(directory);
        assertThat(MnistCache.directory(Optional.empty(), home)).isEmpty();
        assertThat(EngineCache.choose(Optional.empty(), Map.of(), home)).isEmpty();
    }

    /** Files in place of directories, as root can write to all of these. */
    @Test
    void givenAHome_whenADirectoryInItCannotBeWrittenTo_thenTheSubstituteTakesItsPlaceAloneAndThatIsSaid()
            throws IOException {
        // given
        Path others = Files.createDirectory(directory.resolve("others"));
        Files.writeString(others.resolve(".djl.ai"), "");
        UserHome home = home(others.toString());

        // when
        Optional<EngineCache> cache = EngineCache.choose(Optional.empty(), Map.of(), home);

        // then
        Path moved = directory.resolve("home/.djl.ai");
        assertThat(home.path()).isEqualTo(others);
        assertThat(cache).map(EngineCache::directory).contains(moved);
        assertThat(home.isSubstitute(moved)).isTrue();
        assertThat(home.moved("the libraries", moved, "engineCacheDirectory"))
                .isEqualTo(
                        ".djl.ai in the user's home, '%s', cannot be written to: the libraries go to %s. To use another directory, set the parameter <engineCacheDirectory>, -Dmnist.engineCacheDirectory",
                        others, moved);
        assertThat(MnistCache.directory(Optional.empty(), home)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenADirectoryThatIsReadOnly_thenItIsUsedIfNothingIsMissing(boolean isComplete) throws IOException {
        // given
        Path others = Files.createDirectories(directory.resolve("others/.djl.ai"));
        assumeTrue(others.toFile().setWritable(false) && !Files.isWritable(others), "root can write to it");

        // when
        Optional<Path> cache = home(others.getParent().toString()).toBeNamed(".djl.ai", path -> isComplete);

        // then
        assertThat(cache).contains(isComplete ? others : directory.resolve("home/.djl.ai"));
    }

    @Test
    void givenCaches_thenTheyAreCompleteWhenTheirLastFileIsThere() throws IOException {
        // given
        Path engine = Files.createDirectories(
                directory.resolve("pytorch").resolve(NativeLibrary.version() + "-cpu-linux-x86_64"));

        // then
        assertThat(EngineCache.isComplete(directory.resolve("none"))).isFalse();
        assertThat(EngineCache.isComplete(directory)).isFalse();
        Files.writeString(engine.resolve("0.0.0-" + System.mapLibraryName("djl_torch")), "");
        assertThat(EngineCache.isComplete(directory)).isFalse();
        Files.writeString(engine.resolve(System.mapLibraryName("torch")), "");
        assertThat(EngineCache.isComplete(directory)).isTrue();
    }

    @Test
    void givenAParameterOrAVariable_thenItDecides() {
        // given
        UserHome none = home("?");
        Path path = Path.of("cache");

        // then
        assertThat(MnistCache.directory(Optional.of(path), none)).contains(path);
        assertThat(EngineCache.choose(Optional.of(path), Map.of("DJL_CACHE_DIR", "/x"), none))
                .contains(new EngineCache(path.toAbsolutePath(), "parameter <engineCacheDirectory>"));
        assertThat(EngineCache.choose(Optional.empty(), Map.of("DJL_CACHE_DIR", "/x"), none))
                .isEmpty();
        assertThat(EngineCache.choose(Optional.empty(), Map.of("ENGINE_CACHE_DIR", "/x"), none))
                .isEmpty();
        assertThat(EngineCache.choose(Optional.empty(), Map.of("ENGINE_CACHE_DIR", ""), none))
                .isPresent();
    }

    private UserHome home(String property) {
        return new UserHome(property, directory.resolve("home"));
    }
}
