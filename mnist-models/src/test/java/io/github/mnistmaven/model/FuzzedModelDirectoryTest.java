package io.github.mnistmaven.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import io.github.mnistmaven.internal.files.JsonMutations;
import io.github.mnistmaven.internal.files.Sha256;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A model directory from elsewhere: whatever is in it, it loads or is rejected with the documented exception. */
class FuzzedModelDirectoryTest {

    private static final int DIRECTORIES = 1_500;
    private static final long MAX_BYTES = 300_000_000;

    private final Random random = new Random(42);
    private final JsonMutations mutations = new JsonMutations(42);

    @TempDir
    Path directory;

    @Test
    @Timeout(600)
    void givenMutatedModelDirectories_whenLoaded_thenNoneEndsInAnUndocumentedExceptionOrInALotOfMemory()
            throws IOException {
        // given
        Path original = directory.resolve("cnn");
        DigitSet digits = new EmbeddedDigits().sizes(60, 1).training();
        try (TrainedModel model = Trainer.of("cnn").epochs(1).train(digits)) {
            model.save(original);
        }
        byte[] parameters = Files.readAllBytes(original.resolve("cnn-0000.params"));
        String record = Files.readString(original.resolve("run.json"));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int rejected = 0;

        for (int i = 0; i < DIRECTORIES; i++) {
            // when
            mutate(original, record, parameters);
            long before = threads.getCurrentThreadAllocatedBytes();
            try {
                TrainedModel.load(original).close();
            } catch (IOException e) {
                rejected++;
                assertThat(e.getMessage()).as("directory %d", i).contains(original.toString());
            } catch (RuntimeException | Error e) {
                throw new AssertionError(
                        "directory %d: %s".formatted(i, Files.readString(original.resolve("run.json"))), e);
            }

            // then
            assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                    .as("bytes for directory %d", i)
                    .isLessThan(MAX_BYTES);
        }
        assertThat(rejected).isGreaterThan(DIRECTORIES * 3 / 4);
    }

    private void mutate(Path model, String record, byte[] parameters) throws IOException {
        Path recordFile = model.resolve("run.json");
        Path parametersFile = model.resolve("cnn-0000.params");
        Files.writeString(recordFile, record);
        Files.write(parametersFile, parameters);
        switch (random.nextInt(6)) {
            case 0 -> Files.write(parametersFile, mutated(parameters));
            case 1 -> {
                // As somebody does it who wants the file to be taken.
                byte[] mutated = mutated(parameters);
                Files.write(parametersFile, mutated);
                Files.writeString(
                        recordFile,
                        record.replaceFirst(
                                "(\"parametersFileSha256\": \")[0-9a-f]{64}", "$1" + sha256(parametersFile)));
            }
            default -> Files.writeString(recordFile, mutations.mutated(record));
        }
    }

    private static String sha256(Path file) throws IOException {
        return Sha256.of(file);
    }

    private byte[] mutated(byte[] bytes) {
        byte[] mutated =
                random.nextInt(3) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes.clone();
        // Headers are at the beginning, and between arrays.
        for (int i = random.nextInt(6); i >= 0 && mutated.length > 0; i--) {
            mutated[random.nextInt(random.nextBoolean() ? Math.min(200, mutated.length) : mutated.length)] =
                    (byte) (random.nextBoolean() ? 0x7f : random.nextInt(256));
        }
        return mutated;
    }
}
