package io.github.mnistmaven.plugin.jobs;

import io.github.mnistmaven.plugin.protocol.Request;
import io.github.mnistmaven.plugin.protocol.UserErrorException;

/** What is said when an architecture or its training fails: the user can put it right, with the help of a stack trace. */
final class LoggedError {

    private LoggedError() {}

    /** The worker logs what ends it, so where code was called there is more to read than the message. */
    static UserErrorException because(RuntimeException failure, Request request) {
        String message = failure.getCause() == null
                ? failure.getMessage()
                : "%s%n  log, with the stack trace: %s"
                        .formatted(
                                failure.getMessage(), request.output().worker().resolve(request.task() + ".log"));
        return new UserErrorException(message, failure);
    }
}
