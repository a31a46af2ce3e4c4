package io.github.mnistmaven.study.gates;

import io.github.mnistmaven.internal.files.AtomicFile;
import io.github.mnistmaven.internal.files.Bounds;
import io.github.mnistmaven.internal.files.FileFormat;
import io.github.mnistmaven.internal.files.JsonFormatException;
import io.github.mnistmaven.study.results.ResultsFormatException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * What became of the rules: {@code gates.json}, and a report in the format of JUnit, in which CI servers show each rule as a test.
 *
 * <pre>{@code
 * GateReport report = GateReport.read(Path.of("target/mnist/study/gates.json"));
 * System.out.println(report.words()); // 1 of 3 rules broken
 * report.in(GateState.FAILED).forEach(result -> System.out.println(result.sentence()));
 * }</pre>
 *
 * @param results one for each rule, in their order
 * @param undecidedFails whether a rule that is undecided fails the build; else it is a warning
 */
public record GateReport(List<GateResult> results, boolean undecidedFails) {

    /** The name of the file. */
    public static final String FILE = "gates.json";

    /** The name of the report in the format of JUnit. */
    public static final String JUNIT_FILE = "TEST-mnist-gates.xml";

    private static final String SUITE = "mnist-gates";
    private static final FileFormat<GateReport> FORMAT =
            FileFormat.of("mnist-gates", "1.1", GateReport.class).alsoReading("1.0", OlderGateReport::fromVersion10);

    /**
     * Takes a copy.
     *
     * @param results one for each rule, in their order
     * @param undecidedFails whether a rule that is undecided fails the build; else it is a warning
     */
    public GateReport {
        results = Bounds.copyOf("results", results);
    }

    /**
     * The rules of a state.
     *
     * @param state such as failed
     * @return in the order of the rules
     */
    public List<GateResult> in(GateState state) {
        Bounds.requirePresent("state", state);
        return results.stream().filter(result -> result.state() == state).toList();
    }

    /**
     * The rules because of which a build fails.
     *
     * @return those that are broken and, if that is asked for, those that are undecided, in the order of the rules
     */
    public List<GateResult> failures() {
        return results.stream().filter(this::fails).toList();
    }

    /**
     * What became of all rules together: how many are broken; if none is, how many are undecided; else that all are kept. Undecided ones that fail the build are always said.
     *
     * @return such as {@code 1 of 3 rules broken}, or {@code the rule is broken} if there is a single one; without a full stop
     */
    public String words() {
        int broken = in(GateState.FAILED).size();
        int undecided = in(GateState.UNDECIDED).size();
        String failing = undecidedFails && undecided > 0 ? ", which fails this build" : "";
        if (broken > 0) {
            String others =
                    failing.isEmpty() ? "" : " and %s %s%s".formatted(undecided, GateState.UNDECIDED.words(), failing);
            return ofAll(broken, GateState.FAILED) + others;
        }
        return undecided > 0
                ? ofAll(undecided, GateState.UNDECIDED) + failing
                : ofAll(results.size(), GateState.PASSED);
    }

    private String ofAll(int count, GateState state) {
        return results.size() == 1
                ? "the rule is " + state.words()
                : "%s of %s rules %s".formatted(count, results.size(), state.words());
    }

    private boolean fails(GateResult result) {
        return result.state() == GateState.FAILED || undecidedFails && result.state() == GateState.UNDECIDED;
    }

    /**
     * Reads {@code gates.json}.
     *
     * @param file the file
     * @return what it holds
     * @throws ResultsFormatException if it does not hold what became of rules, or that of a version that is not read; the message names the
     *     field
     * @throws IOException if it cannot be read
     */
    public static GateReport read(Path file) throws IOException {
        Bounds.requirePresent("file", file);
        try {
            return FORMAT.read(file);
        } catch (JsonFormatException e) {
            throw new ResultsFormatException(e.getMessage(), e);
        }
    }

    /**
     * Writes {@code gates.json}, whole or not at all.
     *
     * @param file the file
     * @throws IOException if it cannot be written; what stood there before still does
     */
    public void write(Path file) throws IOException {
        Bounds.requirePresent("file", file);
        FORMAT.write(file, this);
    }

    /**
     * Writes the report in the format of JUnit, whole or not at all: a test suite with a test for each rule. One that is undecided is a failure if it fails the build; else it counts as skipped.
     *
     * @param file the file
     * @throws IOException if it cannot be written; what stood there before still does
     */
    public void writeJUnit(Path file) throws IOException {
        Bounds.requirePresent("file", file);
        AtomicFile.write(file, out -> {
            try {
                writeSuite(out);
            } catch (XMLStreamException e) {
                throw new IOException("%s cannot be written: %s".formatted(file, e.getMessage()), e);
            }
        });
    }

    private void writeSuite(OutputStream out) throws XMLStreamException {
        XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", SUITE);
        xml.writeAttribute("tests", Integer.toString(results.size()));
        xml.writeAttribute("failures", Integer.toString(failures().size()));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute(
                "skipped",
                Integer.toString(undecidedFails ? 0 : in(GateState.UNDECIDED).size()));
        for (GateResult result : results) {
            xml.writeCharacters("\n  ");
            writeTest(xml, result);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
        xml.close();
    }

    private void writeTest(XMLStreamWriter xml, GateResult result) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", SUITE);
        xml.writeAttribute("name", result.rule());
        if (result.state() == GateState.PASSED) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(result.sentence());
            xml.writeEndElement();
        } else {
            xml.writeEmptyElement(fails(result) ? "failure" : "skipped");
            xml.writeAttribute(
                    "message", (result.state() == GateState.UNDECIDED ? "undecided: " : "") + result.sentence());
        }
        xml.writeEndElement();
    }
}
