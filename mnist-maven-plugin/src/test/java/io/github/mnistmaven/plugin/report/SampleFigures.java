package io.github.mnistmaven.plugin.report;

import java.nio.file.Files;
import java.nio.file.Path;

final class SampleFigures {
    public static void main(String[] a) throws Exception {
        Path out = Files.createDirectories(Path.of(a[0]));
        Report four = SampleReports.of(
                SampleReports.CNN, SampleReports.LSTM, SampleReports.CNN_REFERENCE, SampleReports.LSTM_REFERENCE);
        for (Report.Entry e : four.entries()) {
            for (Figure f : new Figure[] {
                LearningCurves.accuracy(e.run()), LearningCurves.loss(e.run()), ConfusionFigure.of(e.evaluation())
            }) Files.write(out.resolve(f.fileName()), f.png());
        }
        Files.write(out.resolve("comparison.png"), ComparisonFigure.of(four).png());
        for (int n : new int[] {1, 2, 3}) {
            var run = SampleReports.run(new SampleReports.Sample("cnn" + n, .99, n, 1, 1));
            Files.write(
                    out.resolve("e" + n + "_acc.png"),
                    LearningCurves.accuracy(run).png());
            Files.write(
                    out.resolve("e" + n + "_loss.png"), LearningCurves.loss(run).png());
        }
        Files.write(
                out.resolve("comparison1.png"),
                ComparisonFigure.of(SampleReports.of(SampleReports.CNN)).png());
        Files.write(
                out.resolve("comparison2.png"),
                ComparisonFigure.of(SampleReports.of(SampleReports.CNN, SampleReports.LSTM))
                        .png());
        new ReportDirectory(out.resolve("four")).write(four);
        new ReportDirectory(out.resolve("one")).write(SampleReports.of(SampleReports.CNN));
        new ReportDirectory(out.resolve("two")).write(SampleReports.of(SampleReports.CNN, SampleReports.LSTM));
        new ReportDirectory(out.resolve("six"))
                .write(SampleReports.of(
                        2000,
                        SampleReports.CNN,
                        SampleReports.LSTM,
                        SampleReports.CNN_REFERENCE,
                        SampleReports.LSTM_REFERENCE,
                        new SampleReports.Sample(
                                "a-very-long-name-of-an-architecture-with-attention-and-more", .9, 2, 1234567890, 1000),
                        new SampleReports.Sample("perfect", 1, 3, 12, 1000)));
        LogTable.lines(four).forEach(System.out::println);
        System.out.println(ResultsCsv.text(four));
        Verdict.of(four.comparison()).forEach(v -> System.out.println(v.sentence()));
    }
}
