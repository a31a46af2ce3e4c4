package io.github.mnistmaven.plugin.runtime;

import io.github.mnistmaven.plugin.protocol.UserErrorException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.ArtifactTypeRegistry;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.resolution.DependencyResult;

/**
 * What a worker's class path consists of, resolved by Maven as any dependency is, so that mirrors, credentials,
 * checksums and {@code -o} work as everywhere else: this plugin and what it runs with, what the user added to the
 * plugin's {@code <dependencies>}, and PyTorch for this machine.
 *
 * <p>The plugin's own realm would not do: Maven leaves out of it what it exports itself, such as slf4j.
 */
public final class WorkerClassPath {

    private static final String RUNTIME = "runtime";

    /** What the page of the site needs is of no use to a worker. */
    private static final List<Exclusion> WITHOUT_SITE = List.of(
            new Exclusion("org.apache.maven.reporting", "*", "*", "*"),
            new Exclusion("org.apache.maven.doxia", "*", "*", "*"));

    private final RepositorySystem repositorySystem;
    private final MavenSession session;
    private final MavenProject project;

    /**
     * Resolves for a project.
     *
     * @param repositorySystem Maven's resolver
     * @param session the build
     * @param project whose plugin repositories are asked
     */
    public WorkerClassPath(RepositorySystem repositorySystem, MavenSession session, MavenProject project) {
        this.repositorySystem = repositorySystem;
        this.session = session;
        this.project = project;
    }

    /**
     * Resolves the class path.
     *
     * @param plugin this plugin, as the project declares it
     * @return jars and directories
     * @throws UserErrorException if there is no native library for this machine, or something cannot be resolved; the
     *     message names it and says what to do
     */
    public List<ClassPathEntry> resolve(PluginDescriptor plugin) throws UserErrorException {
        Artifact nativeLibrary = NativeLibrary.of(System.getProperty("os.name"), System.getProperty("os.arch"));
        Artifact root = RepositoryUtils.toArtifact(plugin.getPluginArtifact());
        CollectRequest collect = new CollectRequest();
        collect.setRoot(new Dependency(root, RUNTIME, false, WITHOUT_SITE));
        collect.setDependencies(Stream.concat(added(plugin), Stream.of(new Dependency(nativeLibrary, RUNTIME)))
                .toList());
        collect.setRepositories(project.getRemotePluginRepositories());
        try {
            DependencyResult result = repositorySystem.resolveDependencies(
                    session.getRepositorySession(), new DependencyRequest(collect, null));
            return result.getArtifactResults().stream()
                    .map(ArtifactResult::getArtifact)
                    .map(artifact -> new ClassPathEntry(
                            name(artifact), artifact.getFile().toPath()))
                    .toList();
        } catch (DependencyResolutionException e) {
            throw new UserErrorException(explanation(e), e);
        }
    }

    private static String name(Artifact artifact) {
        String name = artifact.getGroupId() + ":" + artifact.getArtifactId();
        return artifact.getClassifier().isEmpty() ? name : name + ":" + artifact.getClassifier();
    }

    private Stream<Dependency> added(PluginDescriptor plugin) {
        RepositorySystemSession repositories = session.getRepositorySession();
        ArtifactTypeRegistry types = repositories.getArtifactTypeRegistry();
        return plugin.getPlugin().getDependencies().stream()
                .map(dependency -> RepositoryUtils.toDependency(dependency, types));
    }

    private String explanation(DependencyResolutionException failure) {
        List<Artifact> missing = failure.getResult() == null
                ? List.of()
                : failure.getResult().getArtifactResults().stream()
                        .filter(ArtifactResult::isMissing)
                        .map(result -> result.getRequest().getArtifact())
                        .toList();
        if (missing.isEmpty()) {
            return "the worker's class path cannot be resolved: " + failure.getMessage();
        }
        String names =
                String.join(", ", missing.stream().map(Artifact::toString).toList());
        String advice = missing.stream()
                .map(artifact -> "mvn dependency:get -Dtransitive=false -Dartifact=" + coordinates(artifact))
                .reduce((first, second) -> first + " && " + second)
                .orElseThrow();
        if (session.isOffline()) {
            return "%s: not in the local repository, and Maven is offline. Run the build once without -o, or run '%s'"
                    .formatted(names, advice);
        }
        return "%s: could not be resolved from %s. Check the network, mirrors and proxies in settings.xml and run again, or try '%s' to see why. The first reason was: %s"
                .formatted(names, repositories(), advice, failure.getMessage());
    }

    private String repositories() {
        return String.join(
                ", ",
                project.getRemotePluginRepositories().stream()
                        .map(repository -> "%s (%s)".formatted(repository.getId(), repository.getUrl()))
                        .toList());
    }

    /** As dependency:get takes them: {@code groupId:artifactId:version:packaging:classifier}. */
    private static String coordinates(Artifact artifact) {
        String withoutClassifier = String.join(
                ":", artifact.getGroupId(), artifact.getArtifactId(), artifact.getVersion(), artifact.getExtension());
        return artifact.getClassifier().isEmpty()
                ? withoutClassifier
                : withoutClassifier + ":" + artifact.getClassifier();
    }
}
