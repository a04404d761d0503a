package org.holdfast.protection.aes;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.spec.SecretKeySpec;
import org.holdfast.api.protection.WrappedKey;

/** A key of a subsidiary or person, ready for use, with the wrapped form and the parent it was unwrapped from. */
final class UnwrappedKey {
    private final WrappedKey wrapped;
    private final String parentId;
    private final byte[] material;
    private final SealingKey sealing;
    private final Map<String, SecretKeySpec> indexKeys = new ConcurrentHashMap<>();

    UnwrappedKey(WrappedKey wrapped, String parentId, byte[] material, SealingKey sealing) {
        this.wrapped = wrapped;
        this.parentId = parentId;
        this.material = material;
        this.sealing = sealing;
    }

    /** Tells whether unwrapping this form under this parent would give this key: a cache must not hide tampering. */
    boolean isOf(WrappedKey form, String parent) {
        return parentId.equals(parent)
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

    SealingKey sealing() {
        return sealing;
    }

    SecretKeySpec indexKey(String column, KeyDerivation derivation) {
        return indexKeys.computeIfAbsent(
                column, c -> derivation.fingerprintKey(material, Hierarchy.derivationInfo("blind-index", c)));
    }
}
