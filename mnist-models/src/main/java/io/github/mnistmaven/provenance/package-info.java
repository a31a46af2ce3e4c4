/**
 * What went into a model and where it was trained, as plain values that can be compared:
 * {@link io.github.mnistmaven.provenance.Provenance}. Plain Java; no engine is loaded to read or compare it.
 */
package io.github.mnistmaven.provenance;
