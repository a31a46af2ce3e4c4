package io.github.mnistmaven.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.recipe.Preset;
import io.github.mnistmaven.study.runs.PrecisionTarget;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyParametersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"3|1,2,3", " 2 |1,2", "1|1", "1,2,7|1,2,7", " 5 , 3 |5,3", "-1,0|-1,0"})
    void givenANumberOrAList_whenRead_thenTheseAreTheSeeds(String text, String seeds) throws UserErrorException {
        assertThat(StudyParameters.seeds(text))
                .containsExactlyElementsOf(
                        Arrays.stream(seeds.split(",")).map(Long::valueOf).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|seeds is 0; the number of seeds must be between 1 and 1000",
                "-4|seeds is -4; the number of seeds must be between 1 and 1000",
                "1001|seeds is 1001",
                "many|seeds is 'many'; it must be the number of seeds, such as 5, or a list of seeds, such as 1,2,7",
                "1,,2|seeds is '1,,2'; it must be the number",
                "1,|seeds is '1,'; it must be the number",
                "1.5|seeds is '1.5'",
                "3,7,3|seeds lists 3 twice; list it once",
                "99999999999999999999,1|seeds is '99999999999999999999,1'"
            })
    void givenWhatAreNoSeeds_whenRead_thenTheyAreRefused(String text, String message) {
        assertRefused(() -> StudyParameters.seeds(text), message, "(parameter <seeds>, -Dmnist.seeds)");
    }

    @Test
    void givenModelsAndPresets_whenRead_thenEachModelIsACellWithEachPreset() throws UserErrorException {
        assertThat(names(List.of("cnn", "lstm"), List.of("fast", " standard"), List.of()))
                .containsExactly("cnn-fast", "cnn-standard", "lstm-fast", "lstm-standard");
        assertThat(names(List.of("cnn", "lstm"), List.of(), List.of()))
                .containsExactly("cnn-standard", "lstm-standard");
    }

    @Test
    void givenCells_whenRead_thenTheyAreTheStudyUnlessThereArePresetsToo() throws UserErrorException {
        // given
        StudyCellParameter named = cell("cnn-small-batch", "cnn", "fast");
        named.batchSize = 32;
        StudyCellParameter unnamed = cell(null, " lstm ", null);

        // when
        List<StudyCellRequest> alone =
                StudyParameters.cells(List.of("cnn", "lstm"), List.of(), List.of(named, unnamed));

        // then
        assertThat(alone.stream().map(StudyCellRequest::name)).containsExactly("cnn-small-batch", "lstm-standard");
        assertThat(alone.get(0).recipe().preset()).isEqualTo(Preset.FAST);
        assertThat(alone.get(0).recipe().batchSize()).isEqualTo(Optional.of(32));
        assertThat(names(List.of("cnn"), List.of("fast"), List.of(named)))
                .containsExactly("cnn-fast", "cnn-small-batch");
    }

    @Test
    void givenCellsThatAreNone_whenRead_thenTheyAreRefused() {
        StudyCellParameter epochs = cell("a", "cnn", "fast");
        epochs.epochs = 0;
        assertCellRefused(epochs, "cell 'a': epochs is 0");
        StudyCellParameter patience = cell("a", "cnn", "fast");
        patience.patience = -1;
        assertCellRefused(patience, "cell 'a': patience is -1");
        assertCellRefused(cell("a", null, "fast"), "cell 'a' has no <model>; name the architecture");
        assertCellRefused(cell(null, null, null), "a cell has no <model>");
        assertCellRefused(cell(null, "../x", null), "the <model> '../x'");
        assertCellRefused(cell("A b", "cnn", null), "the <name> 'A b'");
        assertCellRefused(cell("a", "cnn", "quick"), "unknown <preset> 'quick'; the choices are");
        assertCellRefused(null, "cells has an empty element");
        assertRefused(
                () -> names(List.of("cnn"), List.of("fast"), List.of(cell("cnn-fast", "cnn", "fast"))),
                "the study has the cell 'cnn-fast' twice");
        assertRefused(() -> names(List.of("cnn"), List.of("quick"), List.of()), "unknown preset 'quick'", "<presets>");
        assertRefused(() -> names(List.of("cnn"), List.of("fast", "fast"), List.of()), "presets lists 'fast' twice");
        assertRefused(() -> names(List.of(), List.of(), List.of()), "models is empty");
    }

    @Test
    void givenOtherParametersOutOfRange_whenRead_thenTheyAreRefused() {
        assertRefused(() -> StudyParameters.parallel(0), "parallel is 0; it must be between 1 and 64");
        assertRefused(() -> StudyParameters.parallel(65), "parallel is 65");
        assertRefused(() -> StudyParameters.margin(-0.1), "margin is -0.1");
        assertRefused(() -> StudyParameters.margin(Double.NaN), "margin is NaN");
    }

    @Test
    void givenAPrecision_whenRead_thenItIsThatOfTwoCellsOfTheStudy() throws UserErrorException {
        // given
        List<StudyCellRequest> cells = StudyParameters.cells(List.of("cnn", "lstm", "net"), List.of("fast"), List.of());

        // when + then
        assertThat(StudyParameters.precision(null, List.of(), 20, cells)).isEmpty();
        assertThat(StudyParameters.precision(0.001, List.of(), 20, cells))
                .contains(PrecisionTarget.between("cnn-fast", "lstm-fast")
                        .withHalfWidth(0.001)
                        .withMaxSeeds(20));
        assertThat(StudyParameters.precision(0.001, List.of("net-fast", " cnn-fast"), 5, cells))
                .contains(PrecisionTarget.between("net-fast", "cnn-fast")
                        .withHalfWidth(0.001)
                        .withMaxSeeds(5));
        assertRefused(
                () -> StudyParameters.precision(0.001, List.of("cnn-fast", "lstm-best"), 20, cells),
                "halfWidthOf is 'cnn-fast,lstm-best'; it must name two different cells of the study, whose difference halfWidth is about; the study has cnn-fast, lstm-fast, net-fast");
        assertRefused(
                () -> StudyParameters.precision(0.001, List.of("cnn-fast"), 20, cells),
                "two different cells of the study");
        assertRefused(
                () -> StudyParameters.precision(0.001, List.of(), 20, cells.subList(0, 1)),
                "two different cells of the study");
        assertRefused(() -> StudyParameters.precision(0.0, List.of(), 20, cells), "halfWidth is 0.0");
        assertRefused(
                () -> StudyParameters.precision(0.001, List.of(), 1, cells),
                "maxSeeds is 1; it must be between 2 and 1000 (parameter <maxSeeds>, -Dmnist.maxSeeds)");
        assertRefused(
                () -> StudyParameters.precision(0.001, List.of("cnn-fast", "cnn-fast"), 20, cells),
                "halfWidthOf is 'cnn-fast,cnn-fast'; it must name two different cells");
    }

    private static StudyCellParameter cell(String name, String model, String preset) {
        StudyCellParameter cell = new StudyCellParameter();
        cell.name = name;
        cell.model = model;
        cell.preset = preset;
        return cell;
    }

    private static List<String> names(List<String> models, List<String> presets, List<StudyCellParameter> own)
            throws UserErrorException {
        return StudyParameters.cells(models, presets, own).stream()
                .map(StudyCellRequest::name)
                .toList();
    }

    private static void assertCellRefused(StudyCellParameter cell, String message) {
        assertRefused(
                () -> StudyParameters.cells(List.of("cnn"), List.of(), Arrays.asList(cell)),
                message,
                "(parameter <cells>)");
    }

    private static void assertRefused(ThrowingCallable call, String... texts) {
        assertThatThrownBy(call).isInstanceOf(UserErrorException.class).hasMessageContainingAll(texts);
    }
}
