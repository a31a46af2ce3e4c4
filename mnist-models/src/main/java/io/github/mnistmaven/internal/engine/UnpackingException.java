package io.github.mnistmaven.internal.engine;

/** PyTorch's libraries cannot be unpacked. The message says where to, and why. */
final class UnpackingException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    UnpackingException(String message, Throwable cause) {
        super(message, cause);
    }
}
