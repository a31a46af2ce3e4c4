package io.github.mnistmaven.plugin.runtime;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

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
     * A directory in it. One that is there can be read also where nothing can be written, as in an image that it was put into.
     *
     * @param name of the directory
     * @return its path; it need not exist
     */
    public Path directory(String name) {
        try {
            Path there = Path.of(property).resolve(name);
            return there.isAbsolute() && Files.isDirectory(there) ? there : path().resolve(name);
        } catch (InvalidPathException e) {
            return path().resolve(name);
        }
    }
}
