package io.github.mnistmaven.study.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.mnistmaven.study.internal.drawing.DrawableModel;
import io.github.mnistmaven.study.results.Results;
import io.github.mnistmaven.study.results.SampleResults;
import io.github.mnistmaven.study.runs.SampleStudy;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawableModelsTest {

    private static final Path DIRECTORY = Path.of("report");

    @Test
    void givenResults_thenEachModelIsWhereTrainingSavesIt() {
        // given
        Results results = SampleResults.of(50, SampleResults.CNN, SampleResults.LSTM);

        // when
        List<DrawableModel> models = DrawableModels.of(results, DIRECTORY);

        // then
        assertThat(models)
                .extracting(DrawableModel::number, DrawableModel::name, DrawableModel::directory)
                .containsExactly(
                        tuple(1, "cnn", Path.of("report/models/cnn")), tuple(2, "lstm", Path.of("report/models/lstm")));
        assertThat(models.get(0).parametersSha256())
                .contains(results.models().get(0).history().best().parametersSha256());
    }

    @Test
    void givenAStudy_thenTheFirstRunOfEachCellIsWhereTheStudySavesIt() {
        // when
        List<DrawableModel> models = DrawableModels.of(SampleStudy.of(50, 3, 4), DIRECTORY);

        // then
        assertThat(models)
                .extracting(DrawableModel::name, DrawableModel::directory)
                .containsExactly(
                        tuple("cnn-fast, seed 3", Path.of("report/runs/cnn-fast/seed-3")),
                        tuple("lstm-fast, seed 3", Path.of("report/runs/lstm-fast/seed-3")));
        assertThat(models.get(0).provenance().inputs().seed()).isEqualTo(3);
    }
}
