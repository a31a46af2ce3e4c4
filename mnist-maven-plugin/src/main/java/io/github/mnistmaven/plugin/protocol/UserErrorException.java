package io.github.mnistmaven.plugin.protocol;

/**
 * Something that the user of the plugin can put right. The message says all there is to know: the file or parameter,
 * what is wrong with it, and what to do.
 */
public class UserErrorException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message the file or parameter, what is wrong with it, and what to do
     */
    public UserErrorException(String message) {
        super(message);
    }

    /**
     * Says what is wrong, and what it was noticed by.
     *
     * @param message the file or parameter, what is wrong with it, and what to do
     * @param cause what it was noticed by
     */
    public UserErrorException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Says what is wrong with a parameter.
     *
     * @param parameter its name, which is added as pom and command line have it
     * @param what is wrong with it, and what to do
     * @return the exception
     */
    public static UserErrorException about(String parameter, String what) {
        return about(parameter, what, null);
    }

    /**
     * Says what is wrong with a parameter, and what it was noticed by.
     *
     * @param parameter its name, which is added as pom and command line have it
     * @param what is wrong with it, and what to do
     * @param cause what it was noticed by, or null
     * @return the exception
     */
    public static UserErrorException about(String parameter, String what, Throwable cause) {
        return new UserErrorException("%s (parameter <%s>, -Dmnist.%s)".formatted(what, parameter, parameter), cause);
    }
}
