package org.holdfast.core.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An API token's row. Holds the fingerprint of the token's text; the text itself is kept nowhere. */
@Entity
@Table(name = "access_token")
@NamedQuery(name = TokenEntity.ALL, query = "select t from TokenEntity t order by t.createdAt, t.id")
@NamedQuery(name = TokenEntity.BY_FINGERPRINT, query = "select t from TokenEntity t where t.fingerprint = ?1")
@NamedQuery(name = TokenEntity.USED, query = "update TokenEntity t set t.lastUsedAt = ?2 where t.id = ?1")
@NamedQuery(
        name = TokenEntity.REVOKE,
        query = "update TokenEntity t set t.revokedAt = ?2 where t.id = ?1 and t.revokedAt is null")
@NamedQuery(name = TokenEntity.FORGET, query = "delete from TokenEntity t where t.expiresAt < ?1 or t.revokedAt < ?1")
class TokenEntity {
    static final String ALL = "TokenEntity.all";
    static final String BY_FINGERPRINT = "TokenEntity.byFingerprint";
    static final String USED = "TokenEntity.used";
    static final String REVOKE = "TokenEntity.revoke";
    static final String FORGET = "TokenEntity.forget";

    @Id
    @Column(name = "id", updatable = false)
    private UUID id = new UUID(0, 0);

    @Column(name = "name", updatable = false)
    private String name = "";

    @Column(name = "role", updatable = false)
    private String role = "";

    @Column(name = "permissions", updatable = false)
    private @Nullable String permissions;

    @Column(name = "subsidiaries", updatable = false)
    private String subsidiaries = "";

    @Column(name = "created_at", updatable = false)
    private OffsetDateTime createdAt = OffsetDateTime.MIN;

    @Column(name = "expires_at", updatable = false)
    private OffsetDateTime expiresAt = OffsetDateTime.MIN;

    @Column(name = "last_used_at")
    private @Nullable OffsetDateTime lastUsedAt;

    @Column(name = "revoked_at")
    private @Nullable OffsetDateTime revokedAt;

    @Column(name = "fingerprint", updatable = false)
    private String fingerprint = "";

    /** For the persistence provider, which fills the fields. */
    protected TokenEntity() {}

    TokenEntity(ApiToken token, String fingerprint) {
        id = token.id();
        name = token.name();
        role = token.role().code();
        permissions = Columns.join(token.permissions());
        subsidiaries = Columns.joinIds(token.subsidiaryIds());
        createdAt = column(token.createdAt());
        expiresAt = column(token.expiresAt());
        lastUsedAt = token.lastUsedAt().map(TokenEntity::column).orElse(null);
        revokedAt = token.revokedAt().map(TokenEntity::column).orElse(null);
        this.fingerprint = fingerprint;
    }

    static OffsetDateTime column(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    /** Returns the token, or empty where its role is none of this version's. */
    Optional<ApiToken> token() {
        return Role.of(role)
                .map(known -> new ApiToken(
                        id,
                        name,
                        known,
                        Columns.words(permissions == null ? "" : permissions),
                        Columns.ids(subsidiaries),
                        createdAt.toInstant(),
                        expiresAt.toInstant(),
                        Optional.ofNullable(lastUsedAt).map(OffsetDateTime::toInstant),
                        Optional.ofNullable(revokedAt).map(OffsetDateTime::toInstant)));
    }
}
