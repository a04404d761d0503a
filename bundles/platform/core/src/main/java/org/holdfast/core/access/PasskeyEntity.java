package org.holdfast.core.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A passkey's row. The public key is no secret; the name is ciphertext, since people write what they like into it. */
@Entity
@Table(name = "access_passkey")
@NamedQuery(
        name = PasskeyEntity.BY_ACCOUNT,
        query = "select p from PasskeyEntity p where p.accountId = ?1 order by p.createdAt, p.id")
@NamedQuery(name = PasskeyEntity.BY_FINGERPRINT, query = "select p from PasskeyEntity p where p.fingerprint = ?1")
@NamedQuery(name = PasskeyEntity.HOLDERS, query = "select distinct p.accountId from PasskeyEntity p")
@NamedQuery(
        name = PasskeyEntity.USE,
        query = "update PasskeyEntity p set p.signCount = ?3, p.lastUsedAt = ?4 where p.id = ?1 and p.signCount = ?2")
@NamedQuery(name = PasskeyEntity.REMOVE, query = "delete from PasskeyEntity p where p.accountId = ?1 and p.id = ?2")
@NamedQuery(name = PasskeyEntity.REMOVE_ALL, query = "delete from PasskeyEntity p where p.accountId = ?1")
class PasskeyEntity {
    static final String BY_ACCOUNT = "PasskeyEntity.byAccount";
    static final String BY_FINGERPRINT = "PasskeyEntity.byFingerprint";
    static final String HOLDERS = "PasskeyEntity.holders";
    static final String USE = "PasskeyEntity.use";
    static final String REMOVE = "PasskeyEntity.remove";
    static final String REMOVE_ALL = "PasskeyEntity.removeAll";

    @Id
    @Column(name = "id", updatable = false)
    private UUID id = new UUID(0, 0);

    @Column(name = "account_id", updatable = false)
    private UUID accountId = new UUID(0, 0);

    @Column(name = "fingerprint", updatable = false)
    private String fingerprint = "";

    @Column(name = "credential", updatable = false)
    private byte[] credential = new byte[0];

    @Column(name = "rp_id", updatable = false)
    private String rpId = "";

    @Column(name = "name", updatable = false)
    private byte[] sealedName = new byte[0];

    @Column(name = "sign_count")
    private long signCount;

    @Column(name = "backup_eligible", updatable = false)
    private boolean backupEligible;

    @Column(name = "created_at", updatable = false)
    private OffsetDateTime createdAt = OffsetDateTime.MIN;

    @Column(name = "last_used_at")
    private @Nullable OffsetDateTime lastUsedAt;

    /** For the persistence provider, which fills the fields. */
    protected PasskeyEntity() {}

    PasskeyEntity(Passkey passkey, byte[] sealedName) {
        id = passkey.id();
        accountId = passkey.accountId();
        fingerprint = passkey.credential().fingerprint();
        credential = Base64.getUrlDecoder().decode(passkey.credential().data());
        rpId = passkey.credential().rpId();
        this.sealedName = sealedName;
        signCount = passkey.signCount();
        backupEligible = passkey.credential().backupEligible();
        createdAt = TokenEntity.column(passkey.createdAt());
        lastUsedAt = passkey.lastUsedAt().map(TokenEntity::column).orElse(null);
    }

    UUID id() {
        return id;
    }

    byte[] sealedName() {
        return sealedName;
    }

    Passkey passkey(Optional<String> name) {
        String data = Base64.getUrlEncoder().withoutPadding().encodeToString(credential);
        return new Passkey(
                id,
                accountId,
                name,
                new Passkey.Credential(fingerprint, data, rpId, backupEligible),
                signCount,
                createdAt.toInstant(),
                Optional.ofNullable(lastUsedAt).map(OffsetDateTime::toInstant));
    }
}
