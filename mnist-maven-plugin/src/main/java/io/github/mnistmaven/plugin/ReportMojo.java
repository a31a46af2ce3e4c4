package io.github.mnistmaven.plugin;

import io.github.mnistmaven.internal.files.PrintableText;
import io.github.mnistmaven.internal.files.UnwritableException;
import io.github.mnistmaven.plugin.protocol.OutputDirectory;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.plugin.site.SiteReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.reporting.AbstractMavenReport;
import org.apache.maven.reporting.MavenReportException;

/**
 * Adds a page to the Maven site, listed under Project Reports: what {@code mnist:compare} and {@code mnist:study} found, with
 * tables, figures and a link to the full report. It trains and measures nothing; without results, there is no page.
 *
 * @since 0.1.0
 */
@Mojo(name = "report", threadSafe = true)
public class ReportMojo extends AbstractMavenReport {

    private static final String NAME = "MNIST results";

    private static final int PROBE_BYTES = 10_000;

    /**
     * Whether to skip the goal.
     *
     * <p>For example:
     *
     * <pre>{@code
     * <skip>true</skip>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "mnist.skip", defaultValue = "false")
    private boolean skip;

    /** Where the page goes if the goal is run by itself; the site has its own directory. */
    @Parameter(defaultValue = "${project.build.directory}/reports", readonly = true, required = true)
    private File standaloneDirectory;

    private File measured;

    private boolean hasSaidWhyNot;

    /**
     * The directory with the results of {@code mnist:compare} and {@code mnist:study}.
     *
     * <p>For example:
     *
     * <pre>{@code
     * <outputDirectory>target/digits</outputDirectory>
     * }</pre>
     *
     * @param directory with {@code results.json}, or {@code study/study.json}, or both
     * @since 0.1.0
     */
    @Parameter(property = "mnist.outputDirectory", defaultValue = "${project.build.directory}/mnist")
    public void setOutputDirectory(File directory) {
        // Of all goals of this plugin, it is the directory of the results; to the class above, it is that of the page.
        measured = directory;
    }

    @Override
    protected String getOutputDirectory() {
        return outputDirectory == null ? standaloneDirectory.getAbsolutePath() : super.getOutputDirectory();
    }

    /** The name of the page without its ending; deprecated, but there is no report without it. */
    @Override
    @SuppressWarnings("deprecation")
    public String getOutputName() {
        return SiteReport.NAME;
    }

    @Override
    public String getName(Locale locale) {
        return NAME;
    }

    @Override
    public String getDescription(Locale locale) {
        return "How accurate the trained networks are, and how they compare with each other and with the baseline.";
    }

    @Override
    public boolean canGenerateReport() throws MavenReportException {
        if (skip) {
            sayOnce("skipped (parameter <skip>, -Dmnist.skip)");
            return false;
        }
        SiteReport report = report();
        if (!report.hasResults()) {
            sayOnce(
                    "no page about MNIST results, as there are none in %s; run mnist:compare or mnist:study first, for example with 'mvn verify site'"
                            .formatted(report.output().root()));
            return false;
        }
        requireWritable(getReportOutputDirectory());
        return true;
    }

    /** A site asks more than once. */
    private void sayOnce(String sentence) {
        if (!hasSaidWhyNot) {
            hasSaidWhyNot = true;
            getLog().info(PrintableText.of(sentence));
        }
    }

    private SiteReport report() throws MavenReportException {
        try {
            return new SiteReport(new OutputDirectory(
                    Parameters.outputDirectory(measured, getProject().getBasedir())));
        } catch (UserErrorException e) {
            throw new MavenReportException(PrintableText.of(e.getMessage()), e);
        }
    }

    /** Otherwise the class above would only say that a file of the skin is missing. */
    private static void requireWritable(File directory) throws MavenReportException {
        Path existing = directory.toPath().toAbsolutePath();
        while (!Files.isDirectory(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            Path probe = Files.createTempFile(existing, ".mnist", ".tmp");
            try {
                Files.write(probe, new byte[PROBE_BYTES]);
            } finally {
                Files.delete(probe);
            }
        } catch (IOException e) {
            throw new MavenReportException(unwritable(directory, UnwritableException.of(existing, e)));
        }
    }

    private static String unwritable(File directory, UnwritableException e) {
        return PrintableText.of(
                "cannot write the page about MNIST results (%s): make %s a writable directory with space left, or name another (in the pom, <directory> of <build> or <outputDirectory> of <reporting>)"
                        .formatted(e.problem(), directory));
    }

    @Override
    protected void executeReport(Locale locale) throws MavenReportException {
        try {
            report().write(getSink(), NAME, getReportOutputDirectory().toPath());
        } catch (UnwritableException e) {
            throw new MavenReportException(unwritable(getReportOutputDirectory(), e));
        } catch (IOException e) {
            throw new MavenReportException(PrintableText.of(e.getMessage()), e);
        }
    }
}
