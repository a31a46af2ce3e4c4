package io.github.mnistmaven.internal.layers;

import io.github.mnistmaven.internal.files.Bounds;
import java.util.List;

/**
 * A trained network as plain layers: from 28x28 pixels of 0 (background) to 1 (ink) to ten logits.
 *
 * @param members the layers of each network of an ensemble, whose logits are averaged; a single network is an ensemble of one
 */
public record LayeredNetwork(List<List<Layer>> members) {

    /**
     * Takes a copy.
     *
     * @param members the layers of each network
     */
    public LayeredNetwork {
        members = Bounds.copyOf("members", members).stream()
                .map(member -> Bounds.copyOf("a member", member))
                .toList();
    }
}
