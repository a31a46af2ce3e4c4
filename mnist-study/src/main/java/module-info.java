/**
 * Studies: models trained from several seeds, and what they say together. Begin with {@link io.github.mnistmaven.study.experiment.Study}. Models that are trained
 * already are compared as {@link io.github.mnistmaven.study.results.Results}, which a {@link io.github.mnistmaven.study.report.ReportDirectory} shows and a
 * {@link io.github.mnistmaven.study.baseline.BaselineGate} judges. Which exceptions there are is said in the description of
 * {@link io.github.mnistmaven.study.experiment}.
 *
 * <p>Packages named {@code internal} are not part of the library: any version may change them.
 */
@SuppressWarnings("requires-automatic") // XChart has no descriptor
module io.github.mnistmaven.study {
    requires transitive io.github.mnistmaven.models;
    requires com.google.gson;
    requires com.samskivert.jmustache;
    requires java.xml;
    requires org.apache.commons.csv;
    requires org.apache.commons.numbers.rootfinder;
    requires org.apache.commons.statistics.descriptive;
    requires org.apache.commons.statistics.distribution;
    requires org.knowm.xchart;

    exports io.github.mnistmaven.study.baseline;
    exports io.github.mnistmaven.study.experiment;
    exports io.github.mnistmaven.study.gates;
    exports io.github.mnistmaven.study.report;
    exports io.github.mnistmaven.study.results;
    exports io.github.mnistmaven.study.runs;
    exports io.github.mnistmaven.study.statistics;

    // The content of files, which the JSON of the other module reads and writes.
    exports io.github.mnistmaven.study.internal.baseline to
            io.github.mnistmaven.models;
    exports io.github.mnistmaven.study.internal.results to
            io.github.mnistmaven.models;
    exports io.github.mnistmaven.study.internal.runs to
            io.github.mnistmaven.models;

    // The values that the templates of the pages show.
    opens io.github.mnistmaven.study.internal.page to
            com.samskivert.jmustache;
}
