package io.github.mnistmaven.plugin.protocol;

import java.nio.file.Path;
import java.util.List;

/**
 * Read the digits of pictures.
 *
 * @param models the names of the models that read them
 * @param digits what the models are for; none are loaded
 * @param output where the models are saved
 * @param pictures the files, in this order
 */
public record ReadRequest(List<String> models, DigitsRequest digits, OutputDirectory output, List<Path> pictures)
        implements Request {

    /** Takes copies. */
    public ReadRequest {
        models = List.copyOf(models);
        pictures = List.copyOf(pictures);
    }

    @Override
    public String goal() {
        return "read";
    }
}
