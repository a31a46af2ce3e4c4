package io.github.mnistmaven.plugin;

import io.github.mnistmaven.internal.files.PrintableText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * Properties of the command line that look like this plugin's but are not, as mistyped ones. Maven ignores them without a word. Which
 * there are is taken from the plugin's descriptor, for all goals: a property of one goal is no mistake where another one runs too.
 */
final class UnknownProperties {

    /** Those with a further dot are of others, such as of a build that tests this plugin. */
    private static final Pattern OURS = Pattern.compile("mnist\\.[^.]+");

    private final PluginDescriptor plugin;
    private final MavenSession session;

    UnknownProperties(PluginDescriptor plugin, MavenSession session) {
        this.plugin = plugin;
        this.session = session;
    }

    /** Once in a build, however many goals of this plugin it has. */
    void warn(Log log) {
        List<String> warnings = warnings(known(), session.getUserProperties(), ofProjects());
        if (!warnings.isEmpty()
                && session.getRepositorySession().getData().set(UnknownProperties.class.getName(), null, true)) {
            warnings.forEach(log::warn);
        }
    }

    /** A pom may have properties of such names for itself, which the command line then sets. */
    private Set<String> ofProjects() {
        Set<String> names = new TreeSet<>();
        for (MavenProject project : session.getProjects()) {
            names.addAll(project.getProperties().stringPropertyNames());
        }
        return names;
    }

    private Set<String> known() {
        Set<String> names = new TreeSet<>();
        for (MojoDescriptor goal : plugin.getMojos()) {
            PlexusConfiguration parameters = goal.getMojoConfiguration();
            for (PlexusConfiguration parameter : parameters.getChildren()) {
                Optional.ofNullable(parameter.getValue())
                        .filter(value -> value.startsWith("${mnist."))
                        .ifPresent(value -> names.add(value.substring(2, value.length() - 1)));
            }
        }
        return names;
    }

    static List<String> warnings(Set<String> known, Properties user, Set<String> ofProjects) {
        return user.stringPropertyNames().stream()
                .filter(name -> OURS.matcher(name).matches())
                .filter(name -> !known.contains(name) && !ofProjects.contains(name))
                .sorted()
                .map(name -> warning(name, known))
                .toList();
    }

    private static String warning(String name, Set<String> known) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        String nearest = known.stream()
                .min(Comparator.comparing((String other) -> distance.apply(name, other))
                        .thenComparing(Comparator.naturalOrder()))
                .map("; the nearest is -D%s"::formatted)
                .orElse("");
        return PrintableText.of("no goal has the property -D%s%s. 'mvn mnist:help -Ddetail' lists all of them"
                .formatted(PrintableText.abbreviated(name), nearest));
    }
}
