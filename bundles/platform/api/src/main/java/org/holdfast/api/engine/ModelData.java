package org.holdfast.api.engine;

import java.util.Objects;

/**
 * A trained model as bytes, for the host to keep.
 *
 * @param algorithm the learning algorithm
 * @param engineVersion name and version of the engine that wrote it; another version may not read it to the same bits
 * @param bytes the model with its calibration, in the engine's own form; shared, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // model bytes are opaque and large; nobody compares two of these
public record ModelData(Algorithm algorithm, String engineVersion, byte[] bytes) {

    /** Checks that everything is there. */
    public ModelData {
        Objects.requireNonNull(algorithm, "algorithm");
        Objects.requireNonNull(engineVersion, "engineVersion");
        Objects.requireNonNull(bytes, "bytes");
    }
}
