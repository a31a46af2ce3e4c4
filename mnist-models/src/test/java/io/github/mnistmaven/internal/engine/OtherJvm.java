package io.github.mnistmaven.internal.engine;

import io.github.mnistmaven.internal.numerics.Numerics;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A JVM of its own, as a process can start the engine in one way only. It does not have the settings that tests have. */
public final class OtherJvm {

    private final Class<?> program;
    private final List<String> options = new ArrayList<>();
    private final Map<String, String> variables = new TreeMap<>();
    private final List<String> starter = new ArrayList<>();
    private Predicate<String> onClassPath = entry -> true;

    /** Runs the {@code main} of a class. */
    public OtherJvm(Class<?> program) {
        this.program = program;
    }

    /** Leaves out those entries of the class path whose path contains a text. */
    public OtherJvm without(String part) {
        onClassPath = onClassPath.and(entry -> !entry.contains(part));
        return this;
    }

    /** An option of the JVM. */
    public OtherJvm option(String option) {
        options.add(option);
        return this;
    }

    /** A program that starts it, with its arguments. */
    public OtherJvm startedBy(List<String> command) {
        starter.addAll(command);
        return this;
    }

    /** An environment variable. */
    public OtherJvm variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** What it prints, standard error included. */
    public String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(starter);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), program.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("OMP_WAIT_POLICY", "GOMP_SPINCOUNT", "OPT_OUT_TRACKING"));
        Numerics.pin(builder.environment(), Map.of());
        builder.environment().putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exitCode = process.waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException("exit code %d:%n%s".formatted(exitCode, output));
        }
        return output;
    }

    private String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(onClassPath)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
