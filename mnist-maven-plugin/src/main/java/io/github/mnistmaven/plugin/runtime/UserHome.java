package io.github.mnistmaven.plugin.runtime;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The user's home, as far as it can be used: Java calls that of an account without an entry in the system's list of users {@code ?},
 * as in a container that runs by the number of a user; and that of others may not be writable. What would go there goes below the
 * output directory then.
 *
 * @param property as in the system property {@code user.home}
 * @param substitute a directory that takes its place
 */
public record UserHome(String property, Path substitute) {

    /**
     * That of Maven's process, which a user may have set.
     *
     * @param output the output directory
     * @return the home
     */
    public static UserHome of(Path output) {
        return new UserHome(
                System.getProperty("user.home"),
                output.toAbsolutePath().normalize().resolve("home"));
    }

    /**
     * Whether it is a directory that can be written to.
     *
     * @return false if the substitute is used
     */
    public boolean isUsable() {
        try {
            Path home = Path.of(property);
            return home.isAbsolute() && Files.isDirectory(home) && Files.isWritable(home);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /**
     * Where the worker's home is.
     *
     * @return the home or the substitute
     */
    public Path path() {
        return isUsable() ? Path.of(property) : substitute;
    }

    /**
     * A directory of the home, where it cannot be left to programs to find it there by themselves. It is that of the home if it can be
     * written to; or if nothing is missing in it, as in an image that it was put into.
     *
     * @param name of the directory
     * @param isComplete whether nothing has to be written to it
     * @return its path, which need not exist; nothing if programs find it in the home
     */
    public Optional<Path> toBeNamed(String name, Predicate<Path> isComplete) {
        Path directory = directory(name, isComplete);
        boolean found =
                isUsable() && !isSubstitute(directory) && (Files.isWritable(directory) || Files.notExists(directory));
        return found ? Optional.empty() : Optional.of(directory);
    }

    private Path directory(String name, Predicate<Path> isComplete) {
        Path other = substitute.resolve(name);
        try {
            Path there = Path.of(property).resolve(name);
            if (!there.isAbsolute() || Files.notExists(there)) {
                return isUsable() ? there : other;
            }
            return Files.isDirectory(there) && (Files.isWritable(there) || isComplete.test(there)) ? there : other;
        } catch (InvalidPathException e) {
            return other;
        }
    }

    /**
     * Whether a directory takes the place of one of the home.
     *
     * @param directory any
     * @return whether it is in the substitute
     */
    public boolean isSubstitute(Path directory) {
        return directory.startsWith(substitute);
    }

    /**
     * Says that a directory takes the place of one of the home.
     *
     * @param content of the directory, in words
     * @param directory in the substitute
     * @param parameter that names another one
     * @return a sentence
     */
    public String moved(String content, Path directory, String parameter) {
        return "%s in the user's home, '%s', cannot be written to: %s go to %s. To use another directory, set the parameter <%s>, -Dmnist.%s"
                .formatted(directory.getFileName(), property, content, directory, parameter, parameter);
    }
}
