package io.github.mnistmaven.plugin.jobs;

import io.github.mnistmaven.internal.runs.RunFile;
import io.github.mnistmaven.model.TrainedModel;
import io.github.mnistmaven.plugin.protocol.OutputDirectory;
import java.io.IOException;
import java.nio.file.Path;

/** A model that was asked for by name: it is that one, or an error. */
final class SavedModel {

    private SavedModel() {}

    static TrainedModel load(OutputDirectory output, String name) throws IOException {
        Path directory = output.model(name);
        RunFile.read(directory).requireModel(name, directory);
        return TrainedModel.load(directory);
    }
}
