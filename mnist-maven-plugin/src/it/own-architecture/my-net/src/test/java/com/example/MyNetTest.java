package com.example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import io.github.mnistmaven.model.TrainedModel;
import io.github.mnistmaven.model.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MyNetTest {

    @Test
    void givenMyNet_whenTrainedSavedAndLoaded_thenItReadsDigits(@TempDir Path directory) throws IOException {
        // given
        EmbeddedDigits digits = new EmbeddedDigits().sizes(1_000, 200);

        // when
        try (TrainedModel model = Trainer.of(new MyNet()).epochs(3).train(digits.training())) {
            model.save(directory.resolve("my-net"));
        }

        // then
        try (TrainedModel loaded = TrainedModel.load(directory.resolve("my-net"), new MyNet())) {
            assertTrue(loaded.evaluate(digits.test()).accuracy() > 0.5);
        }
    }
}
