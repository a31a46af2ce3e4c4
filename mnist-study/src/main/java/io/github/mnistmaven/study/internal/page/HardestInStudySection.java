package io.github.mnistmaven.study.internal.page;

import io.github.mnistmaven.study.internal.page.Picture.Line;
import io.github.mnistmaven.study.internal.svg.Colour;
import io.github.mnistmaven.study.internal.text.ClassWords;
import io.github.mnistmaven.study.internal.text.NumberText;
import io.github.mnistmaven.study.runs.StudyResults;
import io.github.mnistmaven.study.statistics.Agreement;
import io.github.mnistmaven.study.statistics.ImageAgreement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The test digits that most runs get wrong, and those whose label may be wrong. */
final class HardestInStudySection {

    private static final int SHOWN = 18;

    /** More cells than these are not named one by one. */
    private static final int MAX_NAMED = 4;

    private final StudyResults results;
    private final Agreement agreement;
    private final ClassWords words;

    private HardestInStudySection(StudyResults results, ClassWords words) {
        this.results = results;
        this.agreement = results.agreement();
        this.words = words;
    }

    /** Nothing where no run errs. */
    static Optional<Section> of(StudyResults results, ClassWords words) {
        return results.agreement().misclassified().isEmpty()
                ? Optional.empty()
                : Optional.of(new HardestInStudySection(results, words).section());
    }

    private Section section() {
        List<ImageAgreement> candidates = agreement.labelCandidates();
        List<ImageAgreement> hardest = agreement.hardest(SHOWN);
        List<ImageAgreement> others = candidates.stream()
                .filter(image -> !hardest.contains(image))
                .limit(SHOWN)
                .toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.text("%s test %s misclassified by at least one run. Here are those that most runs got wrong%s."
                .formatted(
                        NumberText.count(results.agreement().misclassified().size()),
                        results.agreement().misclassified().size() == 1
                                ? words.image() + " was"
                                : words.images() + " were",
                        areCellsNamed() ? "; beside each cell is how many of its runs did" : "")));
        if (!candidates.isEmpty()) {
            blocks.add(Block.text(
                    "For %s of them, more than half of the runs of every cell predict the same other %s: the label may be wrong, or the %s is hard. Only a person can tell."
                            .formatted(NumberText.count(candidates.size()), words.aClass(), words.image())));
        }
        blocks.add(Block.gallery(pictures(hardest)));
        if (!others.isEmpty()) {
            blocks.add(Block.heading("Others whose label may be wrong"));
            blocks.add(Block.gallery(pictures(others)));
        }
        return new Section("hardest", "Hardest " + words.images(), "Hardest " + words.images(), blocks);
    }

    private boolean areCellsNamed() {
        return results.cells().size() <= MAX_NAMED;
    }

    private List<Picture> pictures(List<ImageAgreement> of) {
        return of.stream().map(this::picture).toList();
    }

    private Picture picture(ImageAgreement image) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of("%s of %s runs predict %s, mean confidence %s"
                .formatted(
                        image.alternativeRuns(),
                        image.runs(),
                        words.name(image.alternative()),
                        NumberText.percent(image.alternativeConfidence()))));
        if (areCellsNamed() && image.errorsByCell().size() == results.cells().size()) {
            IntStream.range(0, results.cells().size())
                    .forEach(i -> lines.add(Line.of(
                            new Colour(i),
                            "%s: %s/%s"
                                    .formatted(
                                            results.cells().get(i).name(),
                                            image.errorsByCell().get(i),
                                            results.cells().get(i).runs().size()))));
        } else {
            lines.add(Line.of("%s of %s runs wrong".formatted(image.errors(), image.runs())));
        }
        if (image.isLabelCandidate()) {
            lines.add(Line.of("Is the label wrong?"));
        }
        String shown = words.name(image.label());
        return Picture.of(
                results.image(image.image()),
                "Test %s number %s, labelled %s".formatted(words.image(), image.image(), shown),
                "Labelled " + shown,
                lines);
    }
}
