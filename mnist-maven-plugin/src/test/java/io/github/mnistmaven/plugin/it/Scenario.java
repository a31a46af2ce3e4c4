package io.github.mnistmaven.plugin.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A copy of a project in {@code src/it}, in which Maven is run against the packaged plugin. See the guide there. */
final class Scenario {

    private static final AtomicInteger COPIES = new AtomicInteger();
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final List<String> FILTERED = List.of(
            "version",
            "compilerPlugin",
            "installPlugin",
            "jarPlugin",
            "resourcesPlugin",
            "surefirePlugin",
            "assemblyPlugin",
            "shadePlugin",
            "sitePlugin",
            "springBootPlugin",
            "toolchainsPlugin",
            "junit",
            "pytorch",
            "pytorchClassifier");

    /** For Maven and the worker: JVMs that live for seconds do best without their optimizing compiler. */
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Path directory;
    private final Map<String, String> properties = new TreeMap<>(Map.of("mnist.jvmArgs", String.join(",", QUICK)));
    private final List<String> options = new ArrayList<>();
    private final Map<String, String> environment = new TreeMap<>(Map.of("JDK_JAVA_OPTIONS", String.join(" ", QUICK)));
    private List<String> prefix = List.of();
    private Path localRepository = TARGET.resolve("it-repo");
    private Path maven = Path.of(System.getProperty("maven.home"));

    private Scenario(Path directory) {
        this.directory = directory;
    }

    static Scenario named(String name) {
        Path copy = TARGET.resolve("it").resolve(name + "-" + COPIES.incrementAndGet());
        Path original = Path.of("src/it", name).toAbsolutePath();
        try {
            delete(copy);
            try (Stream<Path> files = Files.walk(original)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path target = copy.resolve(original.relativize(file));
                    Files.createDirectories(target.getParent());
                    Files.writeString(target, filtered(Files.readString(file)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Scenario(copy);
    }

    private static String filtered(String text) {
        String result = text;
        for (String name : FILTERED) {
            result = result.replace("@" + name + "@", System.getProperty("mnist.it." + name));
        }
        return result;
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(File::delete);
            }
        }
    }

    /** One module of the project, with the same settings. */
    Scenario in(String module) {
        return in(directory.resolve(module));
    }

    /** The same project, whose settings can be changed on their own. */
    Scenario copy() {
        return in(directory);
    }

    private Scenario in(Path place) {
        Scenario other = new Scenario(place);
        other.properties.putAll(properties);
        other.options.addAll(options);
        other.environment.putAll(environment);
        return other.withLocalRepository(localRepository);
    }

    /** Sets {@code -Dmnist.<name>=<value>}. */
    Scenario with(String name, Object value) {
        properties.put("mnist." + name, value.toString());
        return this;
    }

    /** Takes back what {@link #with} set. */
    Scenario without(String name) {
        properties.remove("mnist." + name);
        return this;
    }

    /** In place of all options that were set. */
    Scenario withOnly(List<String> all) {
        options.clear();
        options.addAll(all);
        return this;
    }

    Scenario withOption(String option) {
        options.add(option);
        return this;
    }

    /** Has the project, if its pom has a profile for that, choose a JDK as its toolchain. */
    Scenario withToolchain(Path jdk) throws IOException {
        Path toolchains = Files.writeString(directory.resolve("toolchains.xml"), """
                <toolchains>
                  <toolchain>
                    <type>jdk</type>
                    <provides>
                      <vendor>test</vendor>
                    </provides>
                    <configuration>
                      <jdkHome>%s</jdkHome>
                    </configuration>
                  </toolchain>
                </toolchains>
                """.formatted(jdk));
        return withOption("-Ptoolchain").withOption("-t").withOption(toolchains.toString());
    }

    Scenario withEnvironment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** A command that starts Maven, such as {@code taskset -c 0}; only for {@link #start}. */
    Scenario startedBy(String... command) {
        prefix = List.of(command);
        return this;
    }

    Scenario withLocalRepository(Path repository) {
        localRepository = repository;
        return this;
    }

    /** Runs in another Maven than the one that runs these tests. */
    Scenario withMaven(Path home) {
        maven = home;
        return this;
    }

    /** Where the project is. */
    Path directory() {
        return directory;
    }

    /** The plugin's output directory. */
    Path output() {
        return directory.resolve("target/mnist");
    }

    /** Runs goals or phases; {@code mnist:train} and the like are the plugin's, whatever its version. */
    Build run(String... goals) {
        try {
            Process build = start(goals);
            build.getOutputStream().close();
            int exitCode = build.waitFor();
            return new Build(exitCode, Files.readString(log()).stripTrailing());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts Maven without waiting for it; its log goes to {@code build.log}. */
    Process start(String... goals) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(maven.resolve("bin/mvn").toString());
        command.addAll(arguments(goals));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(directory.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectOutput(log().toFile());
        return builder.start();
    }

    Path log() {
        return directory.resolve("build.log");
    }

    /** What Maven is given for some goals. */
    List<String> arguments(String... goals) {
        List<String> arguments =
                new ArrayList<>(List.of("-B", "-ntp", "-s", settings().toString()));
        arguments.add("-Dmaven.repo.local=" + localRepository);
        properties.forEach((name, value) -> arguments.add("-D%s=%s".formatted(name, value)));
        arguments.addAll(options);
        String plugin = "io.github.mnistmaven:mnist-maven-plugin:" + System.getProperty("mnist.it.version");
        for (String goal : goals) {
            arguments.add(goal.startsWith("mnist:") ? plugin + goal.substring("mnist".length()) : goal);
        }
        return arguments;
    }

    /** Everything but the plugin itself is in the local repository of the build that runs these tests. */
    private static Path settings() {
        Path settings = TARGET.resolve("it-settings.xml");
        try {
            Files.writeString(settings, """
                    <settings>
                      <mirrors>
                        <mirror>
                          <id>outer-local-repository</id>
                          <mirrorOf>*</mirrorOf>
                          <url>%s</url>
                        </mirror>
                      </mirrors>
                    </settings>
                    """.formatted(Path.of(System.getProperty("mnist.it.localRepository"))
                    .toUri()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }
}
