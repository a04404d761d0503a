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
import org.holdfast.core.platform.rest.GaugeSource;
import org.holdfast.core.platform.rest.RestException;

/** Makes and revokes API tokens. */
final class ApiTokens {
    private static final Duration USUAL = Duration.ofDays(90);
    /** For so long the list still tells of one that is no longer taken. */
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private static final int LONGEST_NAME = 100;

    private final TokenStore store;
    private final RoleTable table;
    private final Duration longest;
    private final Clock clock;

    /**
     * Creates the service.
     *
     * @param longest after how long at most a token expires
     */
    ApiTokens(TokenStore store, RoleTable table, Duration longest, Clock clock) {
        this.store = store;
        this.table = table;
        this.longest = longest;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
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
        Set<String> permissions = permissions(wanted, role, errors);
        Instant expires = expiry(wanted, now, errors);
        if (!errors.isEmpty()) {
            throw RestException.invalid(errors);
        }
        String text = ApiToken.PREFIX + Secrets.next();
        ApiToken token = new ApiToken(
                UUID.randomUUID(),
                name,
                role.orElseThrow(),
                permissions,
                subsidiaries,
                now,
                expires,
                Optional.empty(),
                Optional.empty());
        store.forget(now.minus(REMEMBERED));
        store.add(token, Fingerprints.sha256(text));
        return new Made(token, text);
    }

    private Instant expiry(TokensResource.NewToken wanted, Instant now, List<FieldError> errors) {
        Duration usual = USUAL.compareTo(longest) < 0 ? USUAL : longest;
        Instant expires = wanted.expiresAt() == null ? now.plus(usual) : wanted.expiresAt();
        if (!expires.isAfter(now) || expires.isAfter(now.plus(longest))) {
            errors.add(new FieldError("expiresAt", "expiryRange", String.valueOf(longest.toDays())));
        }
        return expires;
    }

    /** Takes permissions of the token's role only: a scope narrows, it never adds. */
    private Set<String> permissions(TokensResource.NewToken wanted, Optional<Role> role, List<FieldError> errors) {
        List<String> named = wanted.permissions() == null ? List.of() : wanted.permissions();
        Set<String> granted =
                role.map(known -> table.grant(known).permissions()).orElse(Set.of());
        for (int i = 0; i < named.size(); i++) {
            if (role.isPresent() && !granted.contains(named.get(i))) {
                errors.add(FieldError.of("permissions[" + i + "]", "unknownPermission"));
            }
        }
        return errors.isEmpty() ? Set.copyOf(named) : Set.of();
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
        if (!store.revoke(id, clock.instant())) {
            throw RestException.notFound();
        }
    }

    /** Tells monitoring of tokens about to expire, before a machine stands still. */
    List<GaugeSource.Gauge> gauges() {
        Instant now = clock.instant();
        long expiring = store.all().stream()
                .filter(token -> token.state(now) == ApiToken.State.EXPIRING)
                .count();
        return List.of(
                new GaugeSource.Gauge("holdfast_tokens_expiring", "API tokens that expire within 14 days.", expiring));
    }

    /**
     * A new token.
     *
     * @param token the token as it is kept
     * @param text its text, which is not
     */
    record Made(ApiToken token, String text) {}
}
