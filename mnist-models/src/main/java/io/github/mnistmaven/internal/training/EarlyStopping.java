package io.github.mnistmaven.internal.training;

import io.github.mnistmaven.training.Epoch;

/**
 * Decides after each epoch whether it is the best so far and whether training stops. Without patience the latest epoch
 * always counts as the best, and training never stops early.
 */
final class EarlyStopping {

    private final int patience;
    private Epoch best;
    private Epoch latest;

    EarlyStopping(int patience) {
        this.patience = patience;
    }

    /** Adds the latest epoch. */
    void add(Epoch epoch) {
        latest = epoch;
        if (best == null || patience == 0 || epoch.validationLoss() < best.validationLoss()) {
            best = epoch;
        }
    }

    boolean latestIsBest() {
        return best == latest;
    }

    /** The number of the best epoch. */
    int best() {
        return best.number();
    }

    boolean stops() {
        return patience > 0 && latest != null && latest.number() - best.number() >= patience;
    }
}
