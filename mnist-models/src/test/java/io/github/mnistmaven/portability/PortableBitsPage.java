package io.github.mnistmaven.portability;

import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.portability.PortableBits.Measurement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code docs/portable-bits.md}: the table of processors, for people. */
final class PortableBitsPage {

    private static final String BEGIN = """
            # Portable bits

            <!-- Written by the command below from portable-bits.json; do not edit. -->

            Each row is a processor on which architectures were trained with [portable numerics](reproducibility.md#numerics): 2 epochs on 200
            embedded digits by the recipe of `fast`, seed 1, then 520 test digits predicted. A cell gives the first 8 digits of the SHA-256 of the parameters after
            the last epoch and of the predictions; `portable-bits.json` has those of each epoch and, for each operation of the engine, a checksum.
            `PortableBitsTest` trains the same in every build under Linux on an x86-64 processor with AVX2, and fails where a bit differs from the first row.

            """;

    private static final String END = """

            **Another processor?** This adds its row; please send the change of both files, whether or not the bits are the same. If portable numerics are refused there, send
            the message:

            ```
            mvn test -pl mnist-models -Dtest=PortableBitsTest -Dmnist.portableBits=add
            ```

            **Emulated processors** need `qemu-x86_64` (the Debian package `qemu-user`) and some minutes. The networks with an LSTM are left out: version 7.2
            computes them wrongly, with values that have nothing to do with the right ones, on whatever processor it emulates. The same test shows that the emulator
            finds what depends on the processor: the engine's square root.

            ```
            mvn test -pl mnist-models -Dtest=EmulatedPortableBitsTest -Dmnist.portableBits=add -Dmnist.emulatedProcessors=EPYC-v1,Haswell
            ```
            """;

    private PortableBitsPage() {}

    static String text(PortableBits bits) {
        List<String> architectures =
                Architectures.builtIn().stream().map(Architecture::name).toList();
        StringBuilder text = new StringBuilder(BEGIN);
        text.append("| processor | date | system | JDK | DJL, PyTorch | %s |%n"
                .formatted(architectures.stream().map("`%s`"::formatted).collect(Collectors.joining(" | "))));
        text.append("|---".repeat(5 + architectures.size())).append("|%n".formatted());
        for (Measurement one : bits.measurements()) {
            text.append("| %s | %s | %s | %s | %s, %s | %s |%n"
                    .formatted(
                            one.isReal()
                                    ? one.processor()
                                    : "%s, emulated by %s".formatted(one.processor(), one.emulatedBy()),
                            one.date(),
                            one.os(),
                            one.java(),
                            one.djl(),
                            one.pytorch(),
                            architectures.stream()
                                    .map(architecture -> cell(bits, one, architecture))
                                    .collect(Collectors.joining(" | "))));
        }
        return text.append(END).toString().replace("\r\n", "\n");
    }

    private static String cell(PortableBits bits, Measurement one, String architecture) {
        Optional<PortableRun> run = one.runs().stream()
                .filter(other -> other.architecture().equals(architecture))
                .findFirst();
        return run.map(found -> "%s %s%s"
                        .formatted(
                                shown(found.epochs().get(found.epochs().size() - 1)),
                                shown(found.predictions()),
                                remark(bits, found)))
                .orElse("-");
    }

    private static String remark(PortableBits bits, PortableRun run) {
        if (!bits.isCurrent(run)) {
            return " (an earlier training)";
        }
        return bits.reference(run).stream().allMatch(run::hasBitsOf) ? "" : " **differs**";
    }

    private static String shown(String digest) {
        return digest.substring(0, Math.min(8, digest.length()));
    }
}
