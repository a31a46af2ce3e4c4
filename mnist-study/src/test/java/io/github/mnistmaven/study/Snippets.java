package io.github.mnistmaven.study;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * The pieces of Java in the documentation: those of Markdown files and those of javadoc. A piece is a whole source file, or some
 * statements; for the latter, all public packages count as imported and a few variables as declared.
 */
final class Snippets {

    private static final Pattern MARKDOWN = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern JAVADOC = Pattern.compile("<pre>\\{@code\\n(.*?)\\n *\\*? *\\}</pre>", Pattern.DOTALL);
    private static final Pattern TYPE =
            Pattern.compile("^(?:public |final |abstract )*(?:class|interface|record|enum) (\\w+)", Pattern.MULTILINE);
    private static final Pattern IMPORT = Pattern.compile("^import .*;\\n", Pattern.MULTILINE);

    /** What statements may use without saying where it comes from. */
    private static final String IMPORTS = Stream.of(
                    "io.github.mnistmaven.architecture",
                    "io.github.mnistmaven.data",
                    "io.github.mnistmaven.data.embedded",
                    "io.github.mnistmaven.data.image",
                    "io.github.mnistmaven.evaluation",
                    "io.github.mnistmaven.model",
                    "io.github.mnistmaven.provenance",
                    "io.github.mnistmaven.recipe",
                    "io.github.mnistmaven.training",
                    "io.github.mnistmaven.study.experiment",
                    "io.github.mnistmaven.study.gates",
                    "io.github.mnistmaven.study.runs",
                    "io.github.mnistmaven.study.baseline",
                    "io.github.mnistmaven.study.report",
                    "io.github.mnistmaven.study.results",
                    "io.github.mnistmaven.study.statistics",
                    "java.awt.image",
                    "java.io",
                    "java.net",
                    "java.nio.file",
                    "java.time",
                    "java.math",
                    "java.util",
                    "java.util.concurrent")
            .map(name -> "import " + name + ".*;\n")
            .collect(Collectors.joining());

    private static final String VARIABLES = """
                TrainedModel model;
                DigitSet digits;
                DigitSet training;
                DigitSet test;
                byte[] pixels;
                List<RunPredictions> runsOfCnn;
                List<RunPredictions> runsOfLstm;
                Study study;
                StudyResults results;
            """;

    private Snippets() {}

    /**
     * A piece of Java.
     *
     * @param place the file and the line that it begins at
     * @param text as it stands there
     */
    record Snippet(String place, String text) {

        /** The file that it stands in. */
        String file() {
            return place.substring(0, place.indexOf(':'));
        }

        /** The name of the type, if it is a whole source file. */
        Optional<String> type() {
            Matcher type = TYPE.matcher(text);
            return type.find() ? Optional.of(type.group(1)) : Optional.empty();
        }

        @Override
        public String toString() {
            return place;
        }

        /**
         * What the compiler says of it; nothing if it compiles.
         *
         * @param all pieces: whole source files on the same page may use each other
         */
        List<String> errors(List<Path> classPath, List<Snippet> all) {
            Map<String, String> sources = new LinkedHashMap<>();
            all.stream().filter(other -> other.file().equals(file())).forEach(other -> other.type()
                    .ifPresent(name -> sources.put(name, other.text)));
            sources.put(type().orElse("App"), type().isPresent() ? text : wrapped());
            return compile(sources, classPath);
        }

        private String wrapped() {
            String own = IMPORT.matcher(text).results().map(MatchResult::group).collect(Collectors.joining());
            String rest = IMPORT.matcher(text).replaceAll("");
            String members = rest.startsWith("@Override")
                    ? rest
                    : VARIABLES + "    void run() throws Exception {\n" + rest + "\n    }\n";
            return own + IMPORTS + "abstract class App implements Architecture {\n" + members + "}\n";
        }
    }

    /** All of them. */
    static List<Snippet> in(Path root) throws IOException {
        List<Snippet> all = new ArrayList<>();
        for (Path file : files(root, "README.md", "docs")) {
            collect(file, MARKDOWN, all);
        }
        for (Path file : files(root, "mnist-models/src/main/java", "mnist-study/src/main/java")) {
            collect(file, JAVADOC, all);
        }
        return all;
    }

    private static List<Path> files(Path root, String... places) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String place : places) {
            try (Stream<Path> below = Files.walk(root.resolve(place))) {
                below.filter(file -> file.toString().matches(".*\\.(md|java)"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    private static void collect(Path file, Pattern pattern, List<Snippet> all) throws IOException {
        String content = Files.readString(file);
        pattern.matcher(content).results().forEach(found -> {
            long line = content.substring(0, found.start()).lines().count() + 1;
            String text = pattern == JAVADOC ? found.group(1).replaceAll("(?m)^ *\\* ?", "") : found.group(1);
            // Of a file of JSON, or of what people leave out.
            if (!text.contains("\"format\":")) {
                all.add(new Snippet(file.getFileName() + ":" + line, text));
            }
        });
    }

    private static List<String> compile(Map<String, String> sources, List<Path> classPath) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            List<JavaFileObject> objects = sources.entrySet().stream()
                    .<JavaFileObject>map(source -> new Source(source.getKey(), source.getValue()))
                    .toList();
            JavaCompiler.CompilationTask task =
                    compiler.getTask(null, files, found, List.of("-proc:none"), null, objects);
            // Analyzed only: no class files are written.
            ((JavacTask) task).analyze();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .toList();
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String type, String text) {
            super(URI.create("string:///" + type + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
