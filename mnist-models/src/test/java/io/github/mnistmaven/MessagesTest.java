package io.github.mnistmaven;

import static org.assertj.core.api.Assertions.assertThat;

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
 * All that a module says to people, in one list to be read: {@code target/messages.txt} has each string and text block of its sources that is more than
 * a word or two, with file and line. Each module has a subclass.
 */
public abstract class MessagesTest {

    /** Comments and characters come first, as they may have quotes in them. */
    private static final Pattern STRING = Pattern.compile(
            "(?s)/\\*.*?\\*/|//[^\\n]*|'(?:\\\\.|[^'\\\\])+'|\"\"\"\\n(?<block>.*?)(?<!\\\\)\"\"\"|\"(?<line>[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"");

    private static final Pattern SENTENCE = Pattern.compile("(?s).*[a-z]{2,} [a-z].* .*");

    /** What is not said, as it says nothing, or says it in another word than the rest. */
    private static final List<String> AVOIDED = List.of(
            "(?i).*\\bgood-?bye\\b.*",
            "(?i).*\\bobituary\\b.*",
            "(?i).*\\b(taught|learnt|anew)\\b.*",
            ".*\\b(is|are) there twice\\b.*",
            ".*\\bexpected (is|are)\\b.*",
            ".*\\basked was\\b.*",
            ".*[;,] there are %s.*",
            ".*; it (lies|is (at least|at most|between|from|above|an? number))(?!.* with probability).*",
            ".*\\b(is|are) to (be|build|return|use)\\b.*",
            "(?i).*\\bat the most\\b.*",
            "(?i).*\\bnot to be had\\b.*",
            "(?i).*\\b(\\w+ \\w+) \\1\\b.*",
            "(?i).*\\b(the|a|of|to|is|in|and) \\1\\b.*",
            ".*\\(null\\).*");

    private record Message(Path file, int line, String text) {
        @Override
        public String toString() {
            return "%s:%d  %s".formatted(file.getFileName(), line, text);
        }
    }

    @Test
    void givenAllMessages_whenRead_thenNoneSaysWhatIsAvoided() throws IOException {
        // given
        List<Message> messages = messages();

        // when
        Files.createDirectories(Path.of("target"));
        Files.write(
                Path.of("target/messages.txt"),
                messages.stream().map(Message::toString).toList());

        // then
        assertThat(messages).isNotEmpty().allSatisfy(message -> assertThat(AVOIDED)
                .as(message.toString())
                .noneMatch(message.text()::matches));
    }

    private static List<Message> messages() throws IOException {
        List<Message> messages = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                add(file, Files.readString(file), messages);
            }
        }
        return messages;
    }

    private static void add(Path file, String code, List<Message> messages) {
        Matcher string = STRING.matcher(code);
        while (string.find()) {
            String text = string.group("line") != null ? string.group("line") : string.group("block");
            if (text != null && SENTENCE.matcher(text).matches()) {
                int line = 1
                        + (int) code.substring(0, string.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
                messages.add(new Message(file, line, onOneLine(text)));
            }
        }
    }

    private static String onOneLine(String text) {
        return text.replaceAll("\\\\\\n\\s*", "").replaceAll("\\s*\\n\\s*", " ").strip();
    }
}
