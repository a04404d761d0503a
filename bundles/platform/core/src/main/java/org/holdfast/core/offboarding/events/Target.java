package org.holdfast.core.offboarding.events;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.offboarding.cases.CaseChange;
import org.jspecify.annotations.Nullable;

/**
 * A system that is told of changes of cases.
 *
 * @param id random id, chosen by whoever made it
 * @param subsidiaryId whose cases it is told of
 * @param wanted what it is told
 * @param active whether it is told anything now; what waits for it is kept
 * @param version how often it was changed: who changes it names the version they saw
 * @param content where it is and what its events are signed with; sealed under the subsidiary's key
 * @param health how it goes
 */
record Target(UUID id, UUID subsidiaryId, Wanted wanted, boolean active, int version, Content content, Health health) {

    /**
     * What a target is told.
     *
     * @param audience whose system it is, for good: what waits was written for it
     * @param kinds which events it wants
     */
    record Wanted(Audience audience, Set<CaseChange.Kind> kinds) {

        /** Copies the kinds. */
        Wanted {
            kinds = Set.copyOf(kinds);
        }
    }

    /**
     * Where it is.
     *
     * @param name its name for people
     * @param url its address
     * @param secrets what its events are signed with, the latest first
     */
    record Content(String name, String url, List<Secret> secrets) {

        /** Copies the secrets. */
        Content {
            secrets = List.copyOf(secrets);
        }

        URI address() {
            return URI.create(url);
        }

        /** Returns what is signed with at a moment: more than one secret while one takes the place of another. */
        List<String> valid(Instant now) {
            return secrets.stream()
                    .filter(one -> one.until() == null || one.until().isAfter(now))
                    .map(Secret::key)
                    .toList();
        }

        /** Says nothing: there is a secret in it. */
        @Override
        public String toString() {
            return "content of an event target";
        }
    }

    /**
     * A secret.
     *
     * @param key as it was shown once
     * @param until until when it is signed with, null for as long as it is not replaced
     */
    record Secret(String key, @Nullable Instant until) {

        /** Says nothing of the secret. */
        @Override
        public String toString() {
            return "secret";
        }
    }

    /**
     * How it goes.
     *
     * @param failures how often in a row it did not answer as it should
     * @param heldUntil until when it is left alone, null for not
     * @param failingSince since when it does not answer as it should, null where it does
     * @param error code of what went wrong last, null where nothing did since it took something
     * @param deliveredAt when it took something last, null for never
     */
    record Health(
            int failures,
            @Nullable Instant heldUntil,
            @Nullable Instant failingSince,
            @Nullable String error,
            @Nullable Instant deliveredAt) {
        static final Health NEW = new Health(0, null, null, null, null);
    }

    Target with(Content other) {
        return new Target(id, subsidiaryId, wanted, active, version, other, health);
    }
}
