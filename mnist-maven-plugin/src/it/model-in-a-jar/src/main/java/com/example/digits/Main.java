package com.example.digits;

import io.github.mnistmaven.data.embedded.EmbeddedDigits;
import io.github.mnistmaven.model.TrainedModel;

/** Reads a digit with the model that is a resource of this program. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        byte[] seven = new EmbeddedDigits().seed(7).sizes(10, 10).test().image(7);
        try (TrainedModel model = TrainedModel.load(Main.class.getResource(arguments[0]))) {
            System.out.println(model.name() + " reads " + model.classify(seven));
        }
    }
}
