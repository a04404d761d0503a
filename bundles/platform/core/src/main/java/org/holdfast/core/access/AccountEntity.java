package org.holdfast.core.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account's row. The name for people is ciphertext here: the store seals and opens it, so that no entity, and
 * nothing that keeps entities, ever holds it in plain.
 */
@Entity
@Table(name = "access_user")
@NamedQuery(name = AccountEntity.ALL, query = "select a from AccountEntity a order by a.username")
@NamedQuery(name = AccountEntity.BY_ID, query = "select a from AccountEntity a where a.id = ?1")
@NamedQuery(name = AccountEntity.BY_EXTERNAL_ID, query = "select a from AccountEntity a where a.externalId = ?1")
@NamedQuery(name = AccountEntity.BY_NAME, query = "select a from AccountEntity a where a.username = ?1")
class AccountEntity {
    static final String ALL = "AccountEntity.all";
    static final String BY_ID = "AccountEntity.byId";
    static final String BY_EXTERNAL_ID = "AccountEntity.byExternalId";
    static final String BY_NAME = "AccountEntity.byName";

    @Id
    @Column(name = "id", updatable = false)
    private UUID id = new UUID(0, 0);

    @Column(name = "username", updatable = false)
    private String username = "";

    @Column(name = "display_name")
    private byte @Nullable [] sealedName;

    @Column(name = "password_hash")
    private String passwordHash = "";

    @Column(name = "roles")
    private String roles = "";

    @Column(name = "subsidiaries")
    private String subsidiaries = "";

    @Column(name = "employee_id")
    private @Nullable UUID employeeId;

    @Column(name = "language")
    private String language = "";

    @Column(name = "must_change")
    private boolean mustChange;

    @Column(name = "active")
    private boolean active;

    @Column(name = "origin")
    private String origin = "";

    @Column(name = "external_id")
    private @Nullable String externalId;

    @Version
    @Column(name = "version")
    private long version;

    /** For the persistence provider, which fills the fields. */
    protected AccountEntity() {}

    AccountEntity(Account account, byte @Nullable [] sealedName) {
        id = account.id();
        username = account.username();
        take(account, sealedName);
    }

    /** Takes over everything that may change of an account. */
    final void take(Account account, byte @Nullable [] name) {
        sealedName = name;
        roles = Columns.joinRoles(account.roles());
        subsidiaries = Columns.joinIds(account.subsidiaryIds());
        employeeId = account.employeeId().orElse(null);
        language = account.language();
        active = account.active();
        takePassword(account);
    }

    final void takePassword(Account account) {
        origin = account.origin().kind().code();
        externalId = account.origin().externalId().orElse(null);
        passwordHash = account.passwordHash();
        mustChange = account.mustChangePassword();
    }

    UUID id() {
        return id;
    }

    byte @Nullable [] sealedName() {
        return sealedName;
    }

    long version() {
        return version;
    }

    Account account(String displayName) {
        return new Account(
                id,
                username,
                displayName,
                passwordHash,
                Columns.roles(roles),
                Columns.ids(subsidiaries),
                Optional.ofNullable(employeeId),
                language,
                mustChange,
                active,
                new Origin(Origin.Kind.of(origin).orElse(Origin.Kind.LOCAL), Optional.ofNullable(externalId)),
                version);
    }
}
