package io.github.mnistmaven.training;

/**
 * Decides after each epoch whether its weights are the ones to keep and whether it was the last. Without patience every
 * epoch is better than the one before and none is the last.
 */
final class EarlyStopping {

    private final int patience;
    private Epoch best;
    private Epoch latest;

    EarlyStopping(int patience) {
        this.patience = patience;
    }

    /** Hears of an epoch. */
    void add(Epoch epoch) {
        latest = epoch;
        if (best == null || patience == 0 || epoch.validationLoss() < best.validationLoss()) {
            best = epoch;
        }
    }

    boolean latestIsBest() {
        return best == latest;
    }

    /** The epoch whose weights to keep. */
    int best() {
        return best.number();
    }

    boolean stops() {
        return patience > 0 && latest != null && latest.number() - best.number() >= patience;
    }
}
