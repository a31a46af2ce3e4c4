package io.github.mnistmaven.study.internal.drawing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.mnistmaven.internal.layers.Layer;
import io.github.mnistmaven.internal.layers.Layer.Affine;
import io.github.mnistmaven.internal.layers.Layer.Convolution;
import io.github.mnistmaven.internal.layers.Layer.Dense;
import io.github.mnistmaven.internal.layers.Layer.MaxPool;
import io.github.mnistmaven.internal.layers.Layer.RowLstm;
import io.github.mnistmaven.internal.layers.LayeredNetwork;
import java.util.List;

/** A network as the script {@code networks.js} takes it: matrices in half precision, what is added to sums in single. */
final class NetworkJson {

    private NetworkJson() {}

    /**
     * The layers of each member.
     *
     * @throws IllegalArgumentException if a weight is too large for half precision, or not a number
     */
    static JsonArray of(LayeredNetwork network) {
        JsonArray members = new JsonArray();
        for (List<Layer> layers : network.members()) {
            JsonArray member = new JsonArray();
            layers.forEach(layer -> member.add(of(layer)));
            members.add(member);
        }
        return members;
    }

    private static JsonObject of(Layer layer) {
        if (layer instanceof Convolution convolution) {
            return of(convolution);
        }
        if (layer instanceof Dense dense) {
            return of(dense);
        }
        if (layer instanceof RowLstm lstm) {
            return of(lstm);
        }
        if (layer instanceof Affine affine) {
            JsonObject json = type("affine");
            json.addProperty("scales", NumberEncoding.singles(affine.scales()));
            json.addProperty("shifts", NumberEncoding.singles(affine.shifts()));
            return json;
        }
        if (layer instanceof MaxPool pool) {
            JsonObject json = type("maxPool");
            json.addProperty("size", pool.size());
            return json;
        }
        return type("relu");
    }

    private static JsonObject of(Convolution convolution) {
        JsonObject json = type("convolution");
        json.addProperty("kernel", convolution.kernel());
        json.addProperty("stride", convolution.stride());
        json.addProperty("padding", convolution.padding());
        json.addProperty("inputs", convolution.inputs());
        json.addProperty("filters", convolution.filters());
        json.addProperty("weights", NumberEncoding.halves(convolution.weights()));
        json.addProperty("biases", NumberEncoding.singles(convolution.biases()));
        return json;
    }

    private static JsonObject of(Dense dense) {
        JsonObject json = type("dense");
        json.addProperty("inputs", dense.inputs());
        json.addProperty("units", dense.units());
        json.addProperty("weights", NumberEncoding.halves(dense.weights()));
        json.addProperty("biases", NumberEncoding.singles(dense.biases()));
        return json;
    }

    private static JsonObject of(RowLstm lstm) {
        JsonObject json = type("rowLstm");
        json.addProperty("inputs", lstm.inputs());
        json.addProperty("units", lstm.units());
        json.addProperty("halves", lstm.halves());
        json.addProperty("inputWeights", NumberEncoding.halves(lstm.inputWeights()));
        json.addProperty("stateWeights", NumberEncoding.halves(lstm.stateWeights()));
        json.addProperty("biases", NumberEncoding.singles(lstm.biases()));
        return json;
    }

    private static JsonObject type(String type) {
        JsonObject json = new JsonObject();
        json.addProperty("type", type);
        return json;
    }
}
