/**
 * What went into a run and where it ran, as plain values that can be compared:
 * {@link io.github.mnistmaven.provenance.Provenance}. And what makes two runs give the same bits:
 * {@link io.github.mnistmaven.provenance.Numerics}.
 */
package io.github.mnistmaven.provenance;
