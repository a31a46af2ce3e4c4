package io.github.mnistmaven.plugin;

import io.github.mnistmaven.plugin.protocol.RecipeRequest;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.recipe.Preset;
import io.github.mnistmaven.study.internal.runs.StoredStudy;
import io.github.mnistmaven.study.runs.PrecisionTarget;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/** From what Maven puts into the fields of {@code mnist:study} to checked values, as {@link Parameters} does for all goals. */
final class StudyParameters {

    private static final int MAX_SEEDS = 1000;
    private static final int MAX_PARALLEL = 64;

    private StudyParameters() {}

    /** A number N is that of the seeds 1 to N; several numbers are seeds. */
    static List<Long> seeds(String text) throws UserErrorException {
        List<Long> numbers = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            try {
                numbers.add(Long.parseLong(part.strip()));
            } catch (NumberFormatException e) {
                throw Parameters.refusal(
                        "seeds",
                        "seeds is '%s'; it must be the number of seeds, such as 5, or a list of seeds, such as 1,2,7"
                                .formatted(text));
            }
        }
        if (numbers.size() == 1) {
            return firstSeeds(numbers.get(0));
        }
        if (numbers.size() > MAX_SEEDS) {
            throw Parameters.refusal(
                    "seeds", "seeds lists %d seeds; it may list at most %d".formatted(numbers.size(), MAX_SEEDS));
        }
        Set<Long> seen = new HashSet<>();
        for (long seed : numbers) {
            if (!seen.add(seed)) {
                throw Parameters.refusal("seeds", "seeds lists %d twice; list it once".formatted(seed));
            }
        }
        return numbers;
    }

    private static List<Long> firstSeeds(long count) throws UserErrorException {
        if (count < 1 || count > MAX_SEEDS) {
            throw Parameters.refusal(
                    "seeds",
                    "seeds is %d; the number of seeds must be between 1 and %d. To train from a particular seed, list at least two, such as 42,43"
                            .formatted(count, MAX_SEEDS));
        }
        return LongStream.rangeClosed(1, count).boxed().toList();
    }

    static int parallel(int value) throws UserErrorException {
        if (value < 1 || value > MAX_PARALLEL) {
            throw Parameters.refusal(
                    "parallel", "parallel is %d; it must be between 1 and %d".formatted(value, MAX_PARALLEL));
        }
        return value;
    }

    static double margin(double value) throws UserErrorException {
        if (!(value >= 0 && value <= 1)) {
            throw Parameters.refusal(
                    "margin",
                    "margin is %s; it must be a difference in accuracy between 0 and 1, such as 0.001"
                            .formatted(value));
        }
        return value;
    }

    static void requireFits(int cells, int seeds, int testDigits) throws UserErrorException {
        try {
            StoredStudy.requireFits(cells, seeds, testDigits);
        } catch (IllegalArgumentException e) {
            throw new UserErrorException(
                    "%s (parameters <seeds>, <maxSeeds>, <models>, <presets> and <cells>)".formatted(e.getMessage()),
                    e);
        }
    }

    /** Nothing where the number of seeds is fixed. */
    static Optional<PrecisionTarget> precision(
            Double halfWidth, List<String> pair, int maxSeeds, List<StudyCellRequest> cells) throws UserErrorException {
        if (halfWidth == null) {
            return Optional.empty();
        }
        List<String> names = cells.stream().map(StudyCellRequest::name).toList();
        List<String> chosen = Parameters.elements("halfWidthOf", pair).stream()
                .map(String::strip)
                .toList();
        List<String> both = chosen.isEmpty() ? names.stream().limit(2).toList() : chosen;
        if (both.size() != 2 || both.get(0).equals(both.get(1)) || !names.containsAll(both)) {
            throw Parameters.refusal(
                    "halfWidthOf",
                    "halfWidthOf is %s; it must name two different cells of the study, whose difference halfWidth is about; the study has %s"
                            .formatted(
                                    chosen.isEmpty() ? "not set" : "'" + String.join(",", chosen) + "'",
                                    String.join(", ", names)));
        }
        PrecisionTarget target;
        try {
            target = PrecisionTarget.between(both.get(0), both.get(1)).withHalfWidth(halfWidth);
        } catch (IllegalArgumentException e) {
            throw Parameters.refusal("halfWidth", e.getMessage());
        }
        try {
            return Optional.of(target.withMaxSeeds(maxSeeds));
        } catch (IllegalArgumentException e) {
            throw Parameters.refusal("maxSeeds", e.getMessage());
        }
    }

    /** Each model by each preset, then the cells of one's own; where only these are given, they are all. */
    static List<StudyCellRequest> cells(List<String> models, List<String> presets, List<StudyCellParameter> own)
            throws UserErrorException {
        List<StudyCellRequest> cells = new ArrayList<>();
        List<Preset> chosen = presets.isEmpty() && own.isEmpty() ? List.of(Preset.STANDARD) : presets(presets);
        for (String model : chosen.isEmpty() ? List.<String>of() : Parameters.models(models)) {
            for (Preset preset : chosen) {
                cells.add(new StudyCellRequest(model + "-" + preset.id(), model, RecipeRequest.of(preset)));
            }
        }
        for (StudyCellParameter cell : own) {
            if (cell == null) {
                throw new UserErrorException(
                        "cells has an empty element; fill it in or leave it out (parameter <cells>)");
            }
            cells.add(cell.checked());
        }
        requireDistinct(cells);
        return cells;
    }

    private static void requireDistinct(List<StudyCellRequest> cells) throws UserErrorException {
        Set<String> names = new HashSet<>();
        for (StudyCellRequest cell : cells) {
            if (!names.add(cell.name())) {
                throw new UserErrorException(
                        "the study has the cell '%s' twice; give each cell a <name> of its own (parameters <cells>, <models> and <presets>)"
                                .formatted(cell.name()));
            }
        }
    }

    private static List<Preset> presets(List<String> values) throws UserErrorException {
        List<Preset> presets = new ArrayList<>();
        for (String value : Parameters.elements("presets", values)) {
            Preset preset = Parameters.preset("presets", value);
            if (presets.contains(preset)) {
                throw Parameters.refusal("presets", "presets lists '%s' twice".formatted(preset.id()));
            }
            presets.add(preset);
        }
        return presets;
    }
}
