package io.github.mnistmaven.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mnistmaven.data.DigitDirectory;
import io.github.mnistmaven.data.RealMnist;
import io.github.mnistmaven.data.image.UnreadablePictureException;
import io.github.mnistmaven.recipe.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Pictures as people take them, named {@code <kind>_<n>_is_<digits>}, or without the last part if they show none, where the system
 * property {@code mnist.test.wild} names a directory with some. They are made from MNIST, and like it they are not part of the project.
 */
class WildPicturesTest {

    private static final Pattern NAME = Pattern.compile("(?<kind>.+?)_\\d+(_is_(?<digits>\\d+))?\\..+");

    private static List<Path> pictures() throws IOException {
        String directory = System.getProperty("mnist.test.wild", "");
        assumeTrue(!directory.isBlank(), "no pictures are here: -Dmnist.test.wild=<directory> names some");
        try (Stream<Path> files = Files.list(Path.of(directory))) {
            return files.sorted().toList();
        }
    }

    @Test
    void givenPicturesAsPeopleTakeThem_whenRead_thenEachIsReadOrRefusedAsItsNameSays() throws IOException {
        // given
        List<Path> pictures = pictures();
        Trainer trainer = Trainer.of("cnn").preset(Preset.FAST);
        List<String> wrong = new ArrayList<>();

        // when
        try (TrainedModel model = trainer.train(new DigitDirectory(RealMnist.directory()).training())) {
            for (Path picture : pictures) {
                Matcher name = NAME.matcher(picture.getFileName().toString());
                assertThat(name.matches()).as(picture.toString()).isTrue();
                boolean damaged = name.group("kind").equals("jpeg-cut");
                String digits = damaged || name.group("digits") == null ? "" : name.group("digits");
                String single = digits.length() == 1 ? digits : "";
                check(
                        picture,
                        single,
                        () -> String.valueOf(model.classify(picture).digit()),
                        wrong);
                check(picture, digits, () -> model.read(picture).text(), wrong);
            }
        }

        // then
        assertThat(pictures).isNotEmpty();
        assertThat(wrong).isEmpty();
    }

    private interface Answer {

        String get() throws IOException;
    }

    /** Nothing is expected where the picture has to be refused. */
    private static void check(Path picture, String expected, Answer answer, List<String> wrong) throws IOException {
        String given;
        try {
            given = answer.get();
        } catch (UnreadablePictureException e) {
            given = "";
        }
        if (!given.equals(expected)) {
            wrong.add("%s is read as '%s'".formatted(picture.getFileName(), given));
        }
    }
}
