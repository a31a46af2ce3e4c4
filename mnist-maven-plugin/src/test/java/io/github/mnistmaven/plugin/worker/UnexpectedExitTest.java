package io.github.mnistmaven.plugin.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.plugin.protocol.Event;
import io.github.mnistmaven.plugin.protocol.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each ends a JVM of its own. */
class UnexpectedExitTest {

    /** What stands for a worker, and for the code that it runs. */
    static final class Program {

        private Program() {}

        public static void main(String[] args) throws Exception {
            EventChannel channel = EventChannel.takeStandardOutput();
            UnexpectedExit.reportTo(channel);
            switch (args[0]) {
                case "done" -> {
                    channel.send(new Event.Done());
                    exit(0);
                }
                case "thread" -> {
                    Thread thread = new Thread(() -> exit(3));
                    thread.start();
                    thread.join();
                }
                case "sleep" -> {
                    channel.send(new Event.Warned("ready"));
                    Thread.sleep(60_000);
                }
                default -> exit(Integer.parseInt(args[0]));
            }
        }

        private static void exit(int code) {
            System.exit(code);
        }
    }

    private static Process start(String what) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        what)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static List<Event> events(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(Wire::event)
                .flatMap(Optional::stream)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3", "thread"})
    void givenCodeThatCallsSystemExit_whenAWorkerRunsIt_thenTheFinalEventNamesThatCode(String what) throws Exception {
        // when
        List<Event> events = events(start(what));

        // then
        assertThat(events).singleElement().isInstanceOfSatisfying(Event.Failed.class, failed -> assertThat(
                        failed.message())
                .startsWith(Program.class.getName() + ".exit(UnexpectedExitTest.java:")
                .contains("called System.exit"));
    }

    @Test
    void givenAWorkerThatIsDone_whenItExits_thenNothingMoreIsReported() throws Exception {
        assertThat(events(start("done"))).containsExactly(new Event.Done());
    }

    @Test
    void givenAWorkerThatIsStoppedFromOutside_thenNothingIsReported() throws Exception {
        // given
        Process process = start("sleep");
        while (process.getInputStream().read() != '}') {
            // Until it is ready.
        }

        // when
        process.toHandle().destroy();

        // then
        assertThat(events(process)).isEmpty();
    }
}
