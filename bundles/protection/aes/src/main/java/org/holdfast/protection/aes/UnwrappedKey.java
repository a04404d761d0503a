package org.holdfast.protection.aes;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.spec.SecretKeySpec;
import org.holdfast.api.protection.WrappedKey;

/**
 * A key of a subsidiary or person, ready for use, with the wrapped form, the parent it was unwrapped from, and the suite by
 * which it works.
 */
final class UnwrappedKey {
    private final WrappedKey wrapped;
    private final String parentId;
    private final byte[] material;
    private final Suite suite;
    private final SealingKey sealing;
    private final Map<String, SecretKeySpec> indexKeys = new ConcurrentHashMap<>();

    UnwrappedKey(WrappedKey wrapped, String parentId, byte[] material, Suite suite, SealingKey sealing) {
        this.wrapped = wrapped;
        this.parentId = parentId;
        this.material = material;
        this.suite = suite;
        this.sealing = sealing;
    }

    /**
     * Tells whether unwrapping this form under this parent would give this key: a cache must not hide tampering, nor that the
     * bundle of the suite has gone or come back as another.
     */
    boolean isOf(WrappedKey form, String parent, Suite now) {
        return suite == now
                && parentId.equals(parent)
                && wrapped.ownerId().equals(form.ownerId())
                && Arrays.equals(wrapped.bytes(), form.bytes());
    }

    /** Wraps this key by another parent. */
    byte[] sealedBy(FieldSealer sealer, SealingKey parent, byte[] associated) {
        return sealer.seal(parent, associated, material);
    }

    String id() {
        return wrapped.id();
    }

    Suite suite() {
        return suite;
    }

    SealingKey sealing() {
        return sealing;
    }

    /** Returns the fingerprint of a value of a column. */
    byte[] fingerprint(String column, byte[] value) {
        return suite.fingerprint(indexKeys.computeIfAbsent(column, c -> suite.indexKey(material, c)), value);
    }
}
