package io.github.mnistmaven;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * An architecture rule about which packages may use which, together with a violation of it: a class that is planted in
 * a package
 * and uses a type that is forbidden there. A rule that does not find its planted violation checks nothing.
 *
 * @param name for the report of the test
 * @param rule the rule
 * @param plantedIn a package, without {@value #ROOT}
 * @param forbiddenType a type that must not be used there, with its package
 */
public record HouseRule(String name, ArchRule rule, String plantedIn, String forbiddenType) {

    /** What all packages begin with. */
    public static final String ROOT = "io.github.mnistmaven.";

    @Override
    public String toString() {
        return name;
    }

    /** The classes of the module that this is called in: those in its directory of compiled main classes. */
    public static JavaClasses module() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPath(Path.of("target/classes"));
    }

    /** Packages whose classes are there but which no rule names, and those that lack a description. */
    public static List<String> packagesWithout(Path sources, List<HouseRule> rules) throws IOException {
        List<String> named = rules.stream().map(HouseRule::plantedIn).toList();
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("module-info.java"))
                    .map(Path::getParent)
                    .distinct()
                    .filter(directory -> !Files.isRegularFile(directory.resolve("package-info.java"))
                            || !isNamed(sources, directory, named))
                    .map(directory -> sources.relativize(directory).toString())
                    .toList();
        }
    }

    private static boolean isNamed(Path sources, Path directory, List<String> named) {
        String name = sources.relativize(directory).toString().replace(java.io.File.separatorChar, '.') + "/";
        return named.stream()
                .anyMatch(it -> it.endsWith("/")
                        ? name.equals(ROOT + it)
                        : name.replace('/', '.').startsWith(ROOT + it + "."));
    }

    /**
     * A package uses, of all packages of this project, only those below it.
     *
     * @param name of the package
     * @param below separated by blanks
     * @param forbiddenType a type of a package that is not below
     */
    public static HouseRule arrow(String name, String below, String forbiddenType) {
        String[] allowed = Stream.concat(Stream.of(name), Arrays.stream(below.split(" ")))
                .filter(part -> !part.isEmpty())
                .map(HouseRule::pattern)
                .toArray(String[]::new);
        ArchRule rule = classes()
                .that()
                .resideInAPackage(pattern(name))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(not(resideInAPackage(ROOT + "."))));
        return new HouseRule("%s uses only %s".formatted(name, below), rule, name, ROOT + forbiddenType);
    }

    /**
     * Packages do not use types of some library.
     *
     * @param what the library, in a word
     * @param names of the packages
     * @param library packages of the library, as ArchUnit writes them
     * @param forbiddenType one of its types
     */
    public static HouseRule without(String what, List<String> names, List<String> library, String forbiddenType) {
        ArchRule rule = noClasses()
                .that()
                .resideInAnyPackage(names.stream().map(HouseRule::pattern).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library.toArray(String[]::new));
        return new HouseRule("no %s in %s".formatted(what, names), rule, names.get(0), forbiddenType);
    }

    /** A package alone if it ends in a slash, else with all that are below it. */
    private static String pattern(String name) {
        return name.endsWith("/") ? ROOT + name.substring(0, name.length() - 1) : ROOT + name + "..";
    }

    /** Compiles a class that breaks this rule, and imports it alone. */
    public JavaClasses planted(Path directory) throws IOException {
        String name = ROOT + (plantedIn.endsWith("/") ? plantedIn.substring(0, plantedIn.length() - 1) : plantedIn);
        return compiled(directory, """
                package %s;

                class Planted {
                    %s forbidden;
                }
                """.formatted(name, forbiddenType));
    }

    /** Compiles a class named {@code Planted}, and imports it alone. */
    static JavaClasses compiled(Path directory, String text) throws IOException {
        Path source = Files.writeString(directory.resolve("Planted.java"), text);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        directory.toString(),
                        source.toString());
        if (result != 0) {
            throw new IllegalStateException("the planted class does not compile: " + text);
        }
        return new ClassFileImporter().importPath(directory);
    }
}
