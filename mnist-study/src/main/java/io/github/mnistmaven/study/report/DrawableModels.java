package io.github.mnistmaven.study.report;

import io.github.mnistmaven.study.internal.drawing.DrawableModel;
import io.github.mnistmaven.study.internal.runs.StudyDirectory;
import io.github.mnistmaven.study.results.ModelResult;
import io.github.mnistmaven.study.results.Results;
import io.github.mnistmaven.study.runs.StudyCell;
import io.github.mnistmaven.study.runs.StudyResults;
import io.github.mnistmaven.study.runs.StudyRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The models of a report, and where they are saved beside it. */
final class DrawableModels {

    /** The directory of saved models; {@code mnist:train} names it so. */
    private static final String MODELS = "models";

    private DrawableModels() {}

    /** Those of a comparison, in a directory for each name. */
    static List<DrawableModel> of(Results results, Path directory) {
        List<ModelResult> models = results.models();
        return IntStream.range(0, models.size())
                .mapToObj(i -> new DrawableModel(
                        i + 1,
                        models.get(i).name(),
                        models.get(i).provenance(),
                        Optional.of(models.get(i).history().best().parametersSha256()),
                        directory.resolve(MODELS).resolve(models.get(i).name())))
                .toList();
    }

    /** Of a study, the first run of each cell. */
    static List<DrawableModel> of(StudyResults results, Path directory) {
        StudyDirectory study = new StudyDirectory(directory);
        List<StudyCell> cells = results.cells();
        return IntStream.range(0, cells.size())
                .mapToObj(i -> {
                    StudyRun first = cells.get(i).runs().get(0);
                    return new DrawableModel(
                            i + 1,
                            "%s, seed %s".formatted(cells.get(i).name(), first.seed()),
                            first.provenance(),
                            Optional.empty(),
                            study.run(cells.get(i).name(), first.seed()));
                })
                .toList();
    }
}
