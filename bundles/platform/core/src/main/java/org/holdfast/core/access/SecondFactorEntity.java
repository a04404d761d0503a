package org.holdfast.core.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A second factor's row. The secret is ciphertext here; of recovery codes there are fingerprints only. */
@Entity
@Table(name = "access_second_factor")
@NamedQuery(name = SecondFactorEntity.BY_ACCOUNT, query = "select f from SecondFactorEntity f where f.accountId = ?1")
@NamedQuery(
        name = SecondFactorEntity.HOLDERS,
        query = "select f.accountId from SecondFactorEntity f where f.confirmed = true")
@NamedQuery(
        name = SecondFactorEntity.USE_STEP,
        query = "update SecondFactorEntity f set f.lastStep = ?2 where f.accountId = ?1 and f.lastStep < ?2")
@NamedQuery(name = SecondFactorEntity.REMOVE, query = "delete from SecondFactorEntity f where f.accountId = ?1")
class SecondFactorEntity {
    static final String BY_ACCOUNT = "SecondFactorEntity.byAccount";
    static final String HOLDERS = "SecondFactorEntity.holders";
    static final String USE_STEP = "SecondFactorEntity.useStep";
    static final String REMOVE = "SecondFactorEntity.remove";

    @Id
    @Column(name = "account_id", updatable = false)
    private UUID accountId = new UUID(0, 0);

    @Column(name = "secret")
    private byte[] sealedSecret = new byte[0];

    @Column(name = "confirmed")
    private boolean confirmed;

    @Column(name = "last_step")
    private long lastStep;

    @Column(name = "recovery_codes")
    private String recoveryCodes = "";

    @Column(name = "created_at")
    private OffsetDateTime createdAt = OffsetDateTime.MIN;

    /** For the persistence provider, which fills the fields. */
    protected SecondFactorEntity() {}

    SecondFactorEntity(UUID accountId, byte[] sealedSecret, Instant now) {
        this.accountId = accountId;
        begin(sealedSecret, now);
    }

    final void begin(byte[] secret, Instant now) {
        sealedSecret = secret;
        lastStep = 0;
        createdAt = TokenEntity.column(now);
    }

    void confirm(long step, Collection<String> hashes) {
        confirmed = true;
        lastStep = step;
        recoveryCodes = String.join(",", hashes);
    }

    boolean useRecoveryCode(String hash) {
        Set<String> left = new LinkedHashSet<>(hashes());
        boolean known = confirmed && left.remove(hash);
        recoveryCodes = String.join(",", left);
        return known;
    }

    boolean confirmed() {
        return confirmed;
    }

    byte[] sealedSecret() {
        return sealedSecret;
    }

    SecondFactor factor(Optional<String> secret) {
        return new SecondFactor(accountId, secret, confirmed, hashes().size(), createdAt.toInstant());
    }

    private List<String> hashes() {
        return recoveryCodes.isEmpty() ? List.of() : List.of(recoveryCodes.split(",", -1));
    }
}
