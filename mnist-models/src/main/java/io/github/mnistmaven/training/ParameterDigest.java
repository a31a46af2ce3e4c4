package io.github.mnistmaven.training;

import ai.djl.nn.Block;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells networks apart by their parameters: the same bits give the same digest, any other bit another. */
public final class ParameterDigest {

    private ParameterDigest() {}

    /**
     * The digest of all parameters of a network, batch-norm averages included.
     *
     * @param block an initialized network
     * @return the SHA-256, in lower-case hexadecimal, of names, shapes and values as DJL saves them
     */
    public static String of(Block block) {
        try (DigestOutputStream digest =
                new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            block.saveParameters(new DataOutputStream(digest));
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException("a digest writes to nothing that can fail", e);
        }
    }
}
