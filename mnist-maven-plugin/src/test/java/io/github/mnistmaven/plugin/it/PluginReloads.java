package io.github.mnistmaven.plugin.it;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Properties;
import javax.management.ObjectName;
import org.codehaus.plexus.classworlds.ClassWorld;

/**
 * A JVM in which Maven is run again and again, each time with a container of its own, which loads each plugin anew: as in a daemon or
 * an editor after a plugin has changed. Maven's launcher starts it in place of Maven. After each round it prints what the JVM holds.
 */
public final class PluginReloads {

    /** Between the arguments of two builds of a round. */
    static final String NEXT_BUILD = "--next-build";

    static final String HELD = "after round";

    private PluginReloads() {}

    /** The number of rounds, and Maven's arguments for each of the builds of a round. */
    public static void main(String[] arguments, ClassWorld world) throws Exception {
        PrintStream out = System.out;
        // By name, as this class is compiled without Maven's own main class, and sees it in Maven only.
        Class<?> cli = world.getClassRealm("plexus.core").loadClass("org.apache.maven.cli.MavenCli");
        Constructor<?> maven = cli.getConstructor(ClassWorld.class);
        Method run = cli.getMethod("doMain", String[].class, String.class, PrintStream.class, PrintStream.class);
        String directory = System.getProperty("maven.multiModuleProjectDirectory");
        Properties original = (Properties) System.getProperties().clone();
        List<String> all = List.of(arguments);
        for (int round = 1; round <= Integer.parseInt(arguments[0]); round++) {
            int start = 1;
            while (start < all.size()) {
                int next = all.subList(start, all.size()).indexOf(NEXT_BUILD);
                int end = next < 0 ? all.size() : start + next;
                String[] ofBuild = all.subList(start, end).toArray(String[]::new);
                out.println("exit code " + run.invoke(maven.newInstance(world), ofBuild, directory, out, out));
                // What one build was told by -D is not for the next.
                System.setProperties((Properties) original.clone());
                start = end + 1;
            }
            out.printf("%s %d: %s%n", HELD, round, held());
        }
    }

    private static String held() throws Exception {
        for (int i = 0; i < 3; i++) {
            System.gc();
            // For threads that end when nobody has their owner any more.
            Thread.sleep(200);
        }
        UnixOperatingSystemMXBean system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        String loaders = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "vmClassloaderStats",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return "%d loaders, %d classes, %d threads, %d open files"
                .formatted(
                        loaders.lines()
                                .filter(line -> line.endsWith("realm.ClassRealm"))
                                .count(),
                        ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                        ManagementFactory.getThreadMXBean().getThreadCount(),
                        system.getOpenFileDescriptorCount());
    }
}
