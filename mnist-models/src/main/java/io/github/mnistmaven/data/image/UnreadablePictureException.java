package io.github.mnistmaven.data.image;

/**
 * A picture cannot be read: it is not an image, damaged or too large, or it shows no digit, more than one where one was asked for, or
 * something else. The message is a sentence for whoever took the picture: what was seen, and what to do.
 *
 * <p>It is the same whether the picture came as a file, as a stream or as an image in memory, so that a service can tell a bad picture
 * from anything else that goes wrong:
 *
 * <pre>{@code
 * try (InputStream upload = Files.newInputStream(Path.of("upload.jpg"))) {
 *     DigitPicture picture = DigitPicture.read(upload, "upload.jpg");
 *     System.out.println(model.classify(picture));
 * } catch (UnreadablePictureException e) {
 *     System.out.println("Another picture, please: " + e.getMessage());
 * }
 * }</pre>
 *
 * <p>Where the bytes cannot be had at all, as of a missing file or a broken connection, there is an {@link java.io.IOException} instead.
 */
public final class UnreadablePictureException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message which picture, what was seen, and what to do
     */
    public UnreadablePictureException(String message) {
        super(message);
    }

    /**
     * Creates an exception with a cause.
     *
     * @param message which picture, what was seen, and what to do
     * @param cause the underlying exception
     */
    public UnreadablePictureException(String message, Throwable cause) {
        super(message, cause);
    }
}
