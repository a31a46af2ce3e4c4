package io.github.mnistmaven.portability;

import ai.djl.engine.Engine;
import io.github.mnistmaven.internal.engine.OtherJvm;
import io.github.mnistmaven.internal.files.FileFormat;
import io.github.mnistmaven.internal.numerics.Cpu;
import io.github.mnistmaven.internal.numerics.Numerics;
import io.github.mnistmaven.portability.PortableBits.Measurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Trains in a process that is started with portable numerics, as they are chosen by its environment. */
final class PortableProcess {

    private static final FileFormat<Measurement> FORMAT =
            FileFormat.of("mnist-portable-bits-measurement", "1.0", Measurement.class);

    private final OtherJvm jvm = new OtherJvm(PortableProcess.class);
    private final Path result;

    /** Another process, which says by a file what came of it. */
    PortableProcess(Path result) {
        this.result = result;
        Numerics.PORTABLE.environment(Map.of()).forEach(jvm::variable);
        jvm.variable("OMP_WAIT_POLICY", "passive").variable("OPT_OUT_TRACKING", "true");
    }

    PortableProcess options(List<String> options) {
        options.forEach(jvm::option);
        return this;
    }

    PortableProcess startedBy(List<String> command) {
        jvm.startedBy(command);
        return this;
    }

    Measurement train(List<String> architectures) throws IOException, InterruptedException {
        jvm.option("-Dresult=" + result).run(architectures.toArray(String[]::new));
        return FORMAT.read(result);
    }

    public static void main(String[] architectures) throws IOException {
        List<PortableRun> runs =
                Arrays.stream(architectures).map(PortableRun::of).toList();
        Measurement measurement = new Measurement(
                processor(),
                "",
                LocalDate.now().toString(),
                System.getProperty("os.name"),
                System.getProperty("java.version"),
                Engine.getDjlVersion(),
                Engine.getInstance().getVersion(),
                runs);
        FORMAT.write(Path.of(System.getProperty("result")), measurement);
    }

    /** Names of processors in the cloud say little; family and model tell them apart. */
    private static String processor() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("/proc/cpuinfo"));
        return "%s (family %s, model %s)"
                .formatted(Cpu.current().name(), value(lines, "cpu family"), value(lines, "model"));
    }

    private static String value(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.substring(0, Math.max(0, line.indexOf(':')))
                        .strip()
                        .equals(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }
}
