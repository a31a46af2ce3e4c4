package io.github.mnistmaven.plugin.jobs;

import io.github.mnistmaven.architecture.ArchitectureException;
import io.github.mnistmaven.data.image.DigitPicture;
import io.github.mnistmaven.data.image.UnreadablePictureException;
import io.github.mnistmaven.model.Reading;
import io.github.mnistmaven.model.TrainedModel;
import io.github.mnistmaven.plugin.protocol.Event;
import io.github.mnistmaven.plugin.protocol.ReadRequest;
import io.github.mnistmaven.plugin.protocol.Unwritable;
import io.github.mnistmaven.plugin.protocol.UserErrorException;
import io.github.mnistmaven.study.internal.figures.ReadingFigure;
import io.github.mnistmaven.study.internal.figures.Rendering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads the digits of pictures, and draws what was read where into copies of them. */
public final class ReadJob {

    private final ReadRequest request;
    private final Consumer<Event> events;

    /**
     * A job.
     *
     * @param request what to read
     * @param events receives what happens
     */
    public ReadJob(ReadRequest request, Consumer<Event> events) {
        this.request = request;
        this.events = events;
    }

    /**
     * Does it.
     *
     * @throws UserErrorException if a model cannot be loaded or fails, or nothing can be written; a picture that cannot be read is
     *     only warned of
     */
    public void run() throws UserErrorException {
        List<TrainedModel> models = new ArrayList<>();
        try {
            for (String name : request.models()) {
                models.add(SavedModel.load(request.output(), name));
            }
            Rendering.problem("the digits in pictures get boxes, but no names")
                    .ifPresent(problem -> events.accept(new Event.Warned(problem)));
            Map<Path, String> names = PictureNames.of(request.pictures());
            int width = names.values().stream().mapToInt(String::length).max().orElse(0);
            for (Map.Entry<Path, String> picture : names.entrySet()) {
                read(models, picture.getKey(), picture.getValue(), width);
            }
        } catch (ArchitectureException e) {
            throw LoggedError.because(e, request);
        } catch (IOException e) {
            throw new UserErrorException(e.getMessage(), e);
        } finally {
            models.forEach(TrainedModel::close);
        }
    }

    private void read(List<TrainedModel> models, Path file, String name, int width) throws UserErrorException {
        for (TrainedModel model : models) {
            removeCopy(copy(model, name));
        }
        DigitPicture picture;
        try {
            picture = DigitPicture.read(file);
        } catch (IOException | UnreadablePictureException e) {
            // One picture that cannot be read keeps none of the others from being read.
            events.accept(new Event.Warned("not read: %s".formatted(e.getMessage())));
            return;
        }
        for (TrainedModel model : models) {
            Reading reading;
            try {
                reading = model.read(picture);
            } catch (UnreadablePictureException e) {
                events.accept(new Event.Warned("%s  not read: %s".formatted(model.name(), e.getMessage())));
                continue;
            }
            String start = String.format("%s  %-" + width + "s", model.name(), name);
            events.accept(new Event.Noted(lines(start, reading)));
            draw(copy(model, name), picture, reading);
        }
    }

    private Path copy(TrainedModel model, String name) {
        return request.output().readings(model.name()).resolve(name + ".png");
    }

    /** That of an earlier run would say that the picture was read. */
    private static void removeCopy(Path copy) throws UserErrorException {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw Unwritable.because("a picture with the digits that were read", copy.getParent(), e);
        }
    }

    private static List<String> lines(String name, Reading reading) {
        List<String> lines = new ArrayList<>();
        String start = name;
        Iterator<String> texts = reading.text().lines().iterator();
        for (var line : reading.lines()) {
            String probabilities = line.stream()
                    .map(digit -> String.format(
                            Locale.ROOT, "%.2f%s", digit.classification().probability(), digit.isSure() ? "" : "?"))
                    .collect(Collectors.joining(" "));
            lines.add("%s  %s  (%s)".formatted(start, texts.next(), probabilities));
            start = " ".repeat(name.length());
        }
        return lines;
    }

    private static void draw(Path copy, DigitPicture picture, Reading reading) throws UserErrorException {
        try {
            new ReadingFigure(
                            picture.image(),
                            reading.width(),
                            reading.height(),
                            reading.digits().stream()
                                    .map(digit -> new ReadingFigure.Mark(
                                            digit.box(), digit.classification().className(), digit.isSure()))
                                    .toList())
                    .write(copy);
        } catch (IOException e) {
            throw Unwritable.because("a picture with the digits that were read", copy.getParent(), e);
        }
    }
}
