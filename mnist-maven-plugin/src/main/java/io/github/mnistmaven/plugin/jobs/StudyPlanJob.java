package io.github.mnistmaven.plugin.jobs;

import io.github.mnistmaven.architecture.Architecture;
import io.github.mnistmaven.architecture.Architectures;
import io.github.mnistmaven.data.DigitSet;
import io.github.mnistmaven.internal.files.Counted;
import io.github.mnistmaven.model.TrainedModel;
import io.github.mnistmaven.model.Trainer;
import io.github.mnistmaven.plugin.digits.DigitLoader;
import io.github.mnistmaven.plugin.protocol.Event;
import io.github.mnistmaven.plugin.protocol.StudyPlanRequest;
import io.github.mnistmaven.plugin.protocol.StudyRunRequest;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.plugin.uptodate.Stamp;
import io.github.mnistmaven.plugin.uptodate.UpToDate;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Looks at the runs of a study before any is trained: an architecture that does not exist is an error, and a model that was trained with something else, such as another build of the plugin or another number of
 * threads, is kept where that changes no bit. To know that takes an engine, so it is done here.
 */
public final class StudyPlanJob {

    private final StudyPlanRequest request;
    private final Consumer<Event> events;

    /**
     * A job.
     *
     * @param request what to look at
     * @param events receives what happens
     */
    public StudyPlanJob(StudyPlanRequest request, Consumer<Event> events) {
        this.request = request;
        this.events = events;
    }

    /**
     * Does it.
     *
     * @throws UserErrorException if an architecture does not exist, or the digits cannot be read
     */
    public void run() throws UserErrorException {
        Map<String, Architecture> architectures = new LinkedHashMap<>();
        for (String model : request.models()) {
            architectures.put(
                    model, NamedArchitecture.of(model, "(parameter <models>, -Dmnist.models, or <model> of <cells>)"));
        }
        List<StudyRunRequest> saved = request.runs().stream()
                .filter(run -> Files.isDirectory(run.place().model()))
                .toList();
        if (!saved.isEmpty()) {
            keep(saved, architectures);
        }
    }

    private void keep(List<StudyRunRequest> saved, Map<String, Architecture> architectures) throws UserErrorException {
        DigitSet training = new DigitLoader(request.digits(), events::accept).training();
        int kept = 0;
        for (StudyRunRequest run : saved) {
            try {
                if (isWhatTrainingLeadsTo(run, architectures.get(run.model()), training)) {
                    Stamp.of(run.inputs(), run.place()).write(run.place());
                    kept++;
                }
            } catch (IOException | RuntimeException e) {
                // Whatever is wrong with it, training it again says so or mends it.
                continue;
            }
        }
        if (kept > 0) {
            events.accept(new Event.Noted(List.of(
                    "%s trained by another build or with other settings, but would come out the same to the bit, and %s not trained again"
                            .formatted(Counted.of(kept, "run was", "runs were"), kept == 1 ? "is" : "are"))));
        }
    }

    private static boolean isWhatTrainingLeadsTo(StudyRunRequest run, Architecture architecture, DigitSet training)
            throws IOException {
        // Of other code than its own, the library knows no more than the structure of the network.
        boolean sameCode =
                Architectures.builtIn().contains(architecture) || UpToDate.hasSameClassPath(run.place(), run.inputs());
        if (!sameCode || UpToDate.isDamaged(run.place())) {
            return false;
        }
        Trainer preset = Trainer.of(architecture).preset(run.recipe().preset());
        Trainer trainer = preset.recipe(run.recipe().applyTo(preset.recipe())).seed(run.seed());
        try (TrainedModel model = TrainedModel.load(run.place().model())) {
            return model.provenance().isBitCompatibleWith(trainer.provenance(training));
        }
    }
}
