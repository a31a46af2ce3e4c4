/**
 * What {@code run.json} holds, as plain values that can be compared: what went into a run and where it ran
 * ({@link io.github.mnistmaven.provenance.Provenance}), and what each epoch measured
 * ({@link io.github.mnistmaven.provenance.History}). {@link io.github.mnistmaven.provenance.Numerics} determines
 * whether two runs give the same bits. Plain Java; no engine is loaded to read or compare it.
 */
package io.github.mnistmaven.provenance;
