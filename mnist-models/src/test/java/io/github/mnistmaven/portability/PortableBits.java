package io.github.mnistmaven.portability;

import io.github.mnistmaven.internal.files.FileFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The bits that processors gave: what {@code docs/portable-bits.json} holds.
 *
 * @param measurements one for each processor and date
 */
record PortableBits(List<Measurement> measurements) {

    private static final Path DOCS = Path.of("..", "docs");
    static final Path FILE = DOCS.resolve("portable-bits.json");
    static final Path PAGE = DOCS.resolve("portable-bits.md");

    private static final FileFormat<PortableBits> FORMAT =
            FileFormat.of("mnist-portable-bits", "1.0", PortableBits.class);

    PortableBits {
        measurements = List.copyOf(measurements);
    }

    /**
     * What one processor gave.
     *
     * @param processor its name
     * @param emulatedBy what pretended to be it; empty if it was a real one
     * @param date on which that was
     * @param os name of the operating system
     * @param java the version of the JDK
     * @param djl the version of DJL
     * @param pytorch the version of PyTorch
     * @param runs one for each architecture
     */
    record Measurement(
            String processor,
            String emulatedBy,
            String date,
            String os,
            String java,
            String djl,
            String pytorch,
            List<PortableRun> runs) {

        Measurement {
            runs = List.copyOf(runs);
        }

        boolean isReal() {
            return emulatedBy.isEmpty();
        }

        boolean isSameMachineAs(Measurement other) {
            return processor.equals(other.processor) && emulatedBy.equals(other.emulatedBy) && java.equals(other.java);
        }

        boolean agreesWith(Measurement other) {
            return runs.stream().noneMatch(run -> other.runs.stream()
                    .anyMatch(again -> again.isRepeatedBy(run) && !again.hasBitsOf(run)));
        }
    }

    static PortableBits read() throws IOException {
        return Files.exists(FILE) ? FORMAT.read(FILE) : new PortableBits(List.of());
    }

    /**
     * The same with another one. It replaces one of the same processor and JDK, unless that has other bits of the same training: then both stay,
     * as a processor that does not always give the same bits is a finding.
     */
    PortableBits with(Measurement added) {
        List<Measurement> all = new ArrayList<>(measurements);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isSameMachineAs(added) && all.get(i).agreesWith(added)) {
                all.set(i, added);
                return new PortableBits(all);
            }
        }
        all.add(added);
        return new PortableBits(all);
    }

    void write() throws IOException {
        FORMAT.write(FILE, this);
        Files.writeString(PAGE, PortableBitsPage.text(this));
    }

    /** What the first real processor gave for the same training: what all others are measured by. */
    Optional<PortableRun> reference(PortableRun run) {
        return measurements.stream()
                .filter(Measurement::isReal)
                .flatMap(measurement -> measurement.runs().stream())
                .filter(known -> known.isRepeatedBy(run))
                .findFirst();
    }

    /** Whether a run is of a training as the last one of its architecture was: inputs change with networks and recipes. */
    boolean isCurrent(PortableRun run) {
        return measurements.stream()
                .flatMap(measurement -> measurement.runs().stream())
                .filter(other -> other.architecture().equals(run.architecture()))
                .reduce((earlier, later) -> later)
                .stream()
                .allMatch(run::isRepeatedBy);
    }
}
