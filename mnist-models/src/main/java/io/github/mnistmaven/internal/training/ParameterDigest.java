package io.github.mnistmaven.internal.training;

import ai.djl.nn.Block;
import io.github.mnistmaven.internal.files.Sha256;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;

/** Identifies the parameters of a network: equal bits give equal digests, and any changed bit gives another. */
public final class ParameterDigest {

    private ParameterDigest() {}

    /**
     * The digest of all parameters of a network, batch-norm averages included.
     *
     * @param block an initialized network
     * @return the SHA-256, in lower-case hexadecimal, of names, shapes and values as DJL saves them
     */
    public static String of(Block block) {
        try (DigestOutputStream digest = new DigestOutputStream(OutputStream.nullOutputStream(), Sha256.newDigest())) {
            block.saveParameters(new DataOutputStream(digest));
            return Sha256.hex(digest.getMessageDigest());
        } catch (IOException e) {
            throw new UncheckedIOException("a digest writes to nothing that can fail", e);
        }
    }
}
