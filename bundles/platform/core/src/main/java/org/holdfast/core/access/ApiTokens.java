package org.holdfast.core.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.Fingerprints;
import org.holdfast.core.platform.rest.RestException;

/** Makes and revokes API tokens. */
final class ApiTokens {
    private static final Duration USUAL = Duration.ofDays(90);
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int LONGEST_NAME = 100;

    private final TokenStore store;
    private final RoleTable table;
    private final Clock clock;

    ApiTokens(TokenStore store, RoleTable table, Clock clock) {
        this.store = store;
        this.table = table;
        this.clock = clock;
    }

    List<ApiToken> all() {
        return store.all();
    }

    Made make(TokensResource.NewToken wanted) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<FieldError> errors = new ArrayList<>();
        String name = name(wanted, errors);
        Set<UUID> subsidiaries = wanted.subsidiaryIds() == null ? Set.of() : wanted.subsidiaryIds();
        Optional<Role> role = role(wanted, subsidiaries, errors);
        Instant expires = wanted.expiresAt() == null ? now.plus(USUAL) : wanted.expiresAt();
        if (!expires.isAfter(now) || expires.isAfter(now.plus(LONGEST))) {
            errors.add(FieldError.of("expiresAt", "range1To366Days"));
        }
        if (!errors.isEmpty()) {
            throw RestException.invalid(errors);
        }
        String text = ApiToken.PREFIX + Secrets.next();
        ApiToken token =
                new ApiToken(UUID.randomUUID(), name, role.orElseThrow(), subsidiaries, now, expires, Optional.empty());
        store.add(token, Fingerprints.sha256(text));
        return new Made(token, text);
    }

    private static String name(TokensResource.NewToken wanted, List<FieldError> errors) {
        String name = wanted.name() == null ? "" : wanted.name().trim();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            errors.add(FieldError.of("name", name.isEmpty() ? "missing" : "tooLong"));
        }
        return name;
    }

    private Optional<Role> role(TokensResource.NewToken wanted, Set<UUID> subsidiaries, List<FieldError> errors) {
        Optional<Role> role = Role.of(String.valueOf(wanted.role())).filter(Role.ofTokens()::contains);
        if (role.isEmpty()) {
            errors.add(FieldError.of("role", "unknownRole"));
        }
        if (subsidiaries.isEmpty()
                && role.filter(known -> table.grant(known).ownOnly()).isPresent()) {
            errors.add(FieldError.of("subsidiaryIds", "missing"));
        }
        return role;
    }

    void revoke(UUID id) {
        if (!store.remove(id)) {
            throw RestException.notFound();
        }
    }

    /**
     * A new token.
     *
     * @param token the token as it is kept
     * @param text its text, which is not
     */
    record Made(ApiToken token, String text) {}
}
