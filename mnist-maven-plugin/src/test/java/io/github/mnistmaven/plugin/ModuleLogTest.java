package io.github.mnistmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

class ModuleLogTest {

    @Test
    void givenLinesOfAnyLevel_thenEachBeginsWithTheModule() {
        // given
        List<String> lines = new ArrayList<>();
        ModuleLog log = new ModuleLog(
                new SystemStreamLog() {
                    @Override
                    public void info(CharSequence content) {
                        lines.add(content.toString());
                    }

                    @Override
                    public void warn(CharSequence content) {
                        lines.add(content.toString());
                    }

                    @Override
                    public void error(CharSequence content) {
                        lines.add(content.toString());
                    }
                },
                "one");

        // when
        log.info("cnn  epoch 1/2");
        log.info("");
        log.warn("w");
        log.error("e");

        // then
        assertThat(lines).containsExactly("[one] cnn  epoch 1/2", "[one]", "[one] w", "[one] e");
    }
}
