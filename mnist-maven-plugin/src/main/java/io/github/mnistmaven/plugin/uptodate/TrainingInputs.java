package io.github.mnistmaven.plugin.uptodate;

import io.github.mnistmaven.data.DigitDirectory;
import io.github.mnistmaven.data.DigitFormatException;
import io.github.mnistmaven.internal.failures.Causes;
import io.github.mnistmaven.internal.files.PrintableText;
import io.github.mnistmaven.internal.files.Sha256;
import io.github.mnistmaven.internal.numerics.Cpu;
import io.github.mnistmaven.internal.numerics.Numerics;
import io.github.mnistmaven.plugin.protocol.DigitsRequest;
import io.github.mnistmaven.plugin.protocol.RecipeRequest;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.plugin.runtime.ClassPathEntry;
import io.github.mnistmaven.plugin.runtime.Jdk;
import io.github.mnistmaven.plugin.runtime.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All that trained models depend on, as far as Maven knows it before a worker starts: names that a user understands, with
 * values that change when the result may. Instead of an architecture and its recipe, which would take an engine to know,
 * there is the class path that holds them; instead of digits that the library draws, the library.
 */
public final class TrainingInputs {

    private static final String DEFAULT = "the preset's";
    private static final String ALL = "all";

    private final SortedMap<String, String> values = new TreeMap<>();

    private TrainingInputs() {}

    /**
     * The inputs of a training.
     *
     * @param digits from what
     * @param recipe how
     * @param seed from what random choices
     * @param launch by what process
     * @return values by name
     * @throws UserErrorException if a file that they depend on cannot be read
     */
    public static SortedMap<String, String> of(DigitsRequest digits, RecipeRequest recipe, long seed, Launch launch)
            throws UserErrorException {
        TrainingInputs inputs = new TrainingInputs();
        try {
            inputs.values.put("seed", Long.toString(seed));
            inputs.addRecipe(recipe);
            inputs.addDigits(digits);
            inputs.addProcess(launch);
            for (ClassPathEntry entry : launch.classPath()) {
                inputs.values.put(entry.artifact(), ClassDigest.of(entry.path()));
            }
        } catch (IOException e) {
            // Those of the system are often just the name of a file; those of the library say it all.
            boolean explained = e.getClass() == IOException.class || e instanceof DigitFormatException;
            throw new UserErrorException(
                    explained
                            ? e.getMessage()
                            : "the inputs of the training cannot be read: %s".formatted(Causes.inWords(e)),
                    e);
        }
        return inputs.values;
    }

    private void addRecipe(RecipeRequest recipe) {
        values.put("preset", recipe.preset().id());
        put("epochs", recipe.epochs(), DEFAULT);
        put("batchSize", recipe.batchSize(), DEFAULT);
        put("learningRate", recipe.learningRate(), DEFAULT);
        put("validationFraction", recipe.validationFraction(), DEFAULT);
        put("patience", recipe.patience(), DEFAULT);
    }

    private void put(String name, Optional<?> value, String otherwise) {
        values.put(name, value.map(Object::toString).orElse(otherwise));
    }

    private void addDigits(DigitsRequest digits) throws IOException {
        put("trainSamples", digits.trainSamples(), ALL);
        if (digits.directory().isEmpty()) {
            // The published files are verified by their digests when they are fetched, so the name says it all.
            values.put("dataset", digits.dataset().id());
            return;
        }
        DigitDirectory directory = new DigitDirectory(digits.directory().get());
        values.put("dataset", "directory");
        // The weights do not depend on them, but the model has them.
        values.put(
                "classNames",
                String.join(", ", digits.classNames().isEmpty() ? directory.classNames() : digits.classNames()));
        // By this, the training digits change although the files that they are read from do not.
        values.put(
                "test digits",
                directory.holdsOutTestDigits() ? "the last sixth of the training file" : "a file of their own");
        for (Path file : directory.trainingFiles()) {
            values.put(file.getFileName().toString(), Sha256.of(file));
        }
    }

    private void addProcess(Launch launch) throws IOException {
        values.put("threads", Integer.toString(launch.threads()));
        values.put("numerics", launch.numerics().id());
        values.put("JDK", Jdk.version(launch.java()).orElse(launch.java().toString()));
        // Others, such as the size of the heap, change no result.
        String properties = launch.jvmArgs().stream()
                .filter(argument -> argument.startsWith("-D"))
                .collect(Collectors.joining(" "));
        values.put("jvmArgs", properties.isEmpty() ? "none" : properties);
        if (launch.numerics() == Numerics.NATIVE) {
            values.putAll(launch.environment());
            // The directory may have come here from another machine, as CI's caches do.
            Cpu cpu = Cpu.current();
            values.put("processor", "%s (%s)".formatted(cpu.name(), cpu.instructionSet(launch.environment())));
        }
    }

    /** The part of the inputs that is code: only artifacts have a colon in their names. */
    static Map<String, String> classPath(Map<String, String> inputs) {
        return inputs.entrySet().stream()
                .filter(input -> isArtifact(input.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean isArtifact(String name) {
        return name.contains(":");
    }

    /**
     * What differs, in words.
     *
     * @param before values by name
     * @param now values by name
     * @return a phrase each, such as {@code seed changed from 1 to 2}; empty if they are equal
     */
    static List<String> differences(Map<String, String> before, Map<String, String> now) {
        Set<String> all = new TreeSet<>(before.keySet());
        all.addAll(now.keySet());
        return all.stream()
                // Parameters, which users set, before the class path.
                .sorted(Comparator.comparing(TrainingInputs::isArtifact))
                .filter(name -> !Optional.ofNullable(before.get(name)).equals(Optional.ofNullable(now.get(name))))
                .map(name ->
                        difference(name, Optional.ofNullable(before.get(name)), Optional.ofNullable(now.get(name))))
                .toList();
    }

    private static String difference(String name, Optional<String> before, Optional<String> now) {
        if (before.isEmpty()) {
            return name + " is new";
        }
        if (now.isEmpty()) {
            return PrintableText.abbreviated(name) + " is gone";
        }
        boolean digests =
                before.get().length() == now.get().length() && before.get().matches("[0-9a-f]{64}");
        return digests
                ? name + " changed"
                : "%s changed from %s to %s".formatted(name, PrintableText.abbreviated(before.get()), now.get());
    }
}
