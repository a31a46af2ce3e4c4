package io.github.mnistmaven.internal.failures;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An exception and its causes in one sentence, from the outermost on, in which nothing is said twice. */
public final class Causes {

    private Causes() {}

    /**
     * Says what failed and why.
     *
     * @param failed an exception
     * @return such as {@code IllegalStateException: the model cannot be saved; IOException: No space left on device}
     */
    public static String inWords(Throwable failed) {
        List<String> sentences = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = failed; cause != null && seen.add(cause); cause = cause.getCause()) {
            String sentence = sentence(cause);
            boolean said = sentences.stream().anyMatch(earlier -> earlier.contains(sentence))
                    || message(cause).filter(text -> isSaid(text, sentences)).isPresent();
            if (!isOnlyItsCause(cause) && !said) {
                sentences.add(sentence);
            }
        }
        return String.join("; ", sentences);
    }

    private static boolean isSaid(String text, List<String> sentences) {
        return sentences.stream().anyMatch(sentence -> sentence.contains(text));
    }

    /** An exception that was made of another one alone has that one's words. */
    private static boolean isOnlyItsCause(Throwable failed) {
        Throwable cause = failed.getCause();
        return cause != null
                && cause != failed
                && message(failed).map(cause.toString()::equals).orElse(true);
    }

    private static String sentence(Throwable failed) {
        String type = failed.getClass().getSimpleName();
        return message(failed).map(text -> type + ": " + text).orElse(type);
    }

    private static Optional<String> message(Throwable failed) {
        if (failed instanceof FileSystemException file && file.getReason() == null) {
            return fileMessage(file);
        }
        // Native code, and the libraries that call it, say so where they were given no text.
        return Optional.ofNullable(failed.getMessage())
                .map(text -> text.strip().replaceAll("\\s*\\(null\\)|^null$", ""))
                // As a library that cannot be loaded is named by Java and by the system.
                .map(text -> text.replaceFirst("^(.+?): \\1: ", "$1: "))
                .filter(text -> !text.isEmpty());
    }

    /** The exceptions of the file system have their reason in their type, and no more than a path in their message. */
    private static Optional<String> fileMessage(FileSystemException failed) {
        if (failed.getFile() == null) {
            return Optional.empty();
        }
        if (failed instanceof NoSuchFileException) {
            return Optional.of(failed.getFile() + " does not exist");
        }
        if (failed instanceof AccessDeniedException) {
            return Optional.of("no permission for " + failed.getFile());
        }
        if (failed instanceof FileAlreadyExistsException) {
            return Optional.of(failed.getFile() + " is in the way");
        }
        return Optional.of(failed.getFile());
    }
}
