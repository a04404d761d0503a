package org.holdfast.core.access;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Names for the random ids of the audit log, for the reader who may see them: accounts for whom {@code audit:readActors} was
 * given, people for whoever is told this one's. For one call.
 */
@Dependent
final class AuditNames {
    private final AccountStore accounts;
    private final PersonNames people;
    private final Visibility visibility;
    /** An export asks for the same few accounts again and again. */
    private final Map<String, Optional<String>> known = new HashMap<>();

    @Inject
    AuditNames(AccountStore accounts, Instance<PersonNames> people, Visibility visibility) {
        // Without the room of people nobody has a name.
        this(accounts, people.isResolvable() ? people.get() : id -> Optional.empty(), visibility);
    }

    AuditNames(AccountStore accounts, PersonNames people, Visibility visibility) {
        this.accounts = accounts;
        this.people = people;
        this.visibility = visibility;
    }

    /** Returns the user name of an account by its random id; the server, the command line and tokens have none. */
    Optional<String> account(String id) {
        if (!visibility.has("audit:readActors")) {
            return Optional.empty();
        }
        return known.computeIfAbsent(
                id, wanted -> uuid(wanted).flatMap(accounts::find).map(Account::username));
    }

    /** Returns the name of a person by the random id. */
    Optional<String> person(String id) {
        return uuid(id).flatMap(found -> people.named(found)
                .filter(named -> visibility.tells("name", found, named.subsidiaryId()))
                .map(PersonNames.Named::name));
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
