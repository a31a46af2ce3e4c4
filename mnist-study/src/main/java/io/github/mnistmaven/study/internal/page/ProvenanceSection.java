package io.github.mnistmaven.study.internal.page;

import io.github.mnistmaven.study.internal.page.Table.Cell;
import io.github.mnistmaven.study.internal.text.ProvenanceText;
import io.github.mnistmaven.study.results.ModelResult;
import java.util.ArrayList;
import java.util.List;

/** What went into each model and where it was trained, folded away. */
final class ProvenanceSection {

    private ProvenanceSection() {}

    static Section ofModels(List<ModelResult> models) {
        return of(
                "What went into each model, and where it was trained.",
                models.stream()
                        .map(model -> fold(model.name(), ProvenanceText.lines(model.provenance(), model.history())))
                        .toList());
    }

    static Section of(String text, List<Block> folds) {
        List<Block> blocks = new ArrayList<>(List.of(Block.text(text)));
        blocks.addAll(folds);
        return new Section("provenance", "Provenance", "Provenance", blocks);
    }

    static Block fold(String name, List<ProvenanceText.Line> lines) {
        Table.Builder table = Table.of("Provenance of " + name, "What", "<Value");
        lines.forEach(line -> table.row(Cell.header(line.name()), Cell.words(line.value())));
        return Block.fold("Provenance of " + name, List.of(Block.table(table.narrow())));
    }
}
