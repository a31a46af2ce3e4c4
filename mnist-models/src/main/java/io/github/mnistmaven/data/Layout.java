package io.github.mnistmaven.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files of a digit set that were found in a directory; what is in them is not known yet. */
interface Layout {

    /** What the training digits are read from; the labels are in the last of them. */
    List<Path> trainingFiles();

    /** Whether the last sixth of these are the test digits, as there is no other file of them; the rest are the training digits. */
    default boolean holdsOutTestDigits() {
        return false;
    }

    /** What it is called by people, if its files tell. */
    Optional<String> description();

    DigitSet training() throws IOException;

    DigitSet test() throws IOException;
}
