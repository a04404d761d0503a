package org.holdfast.launcher.audit;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are looked for. An empty field looks for all.
 *
 * @param person random id of a person an entry is about
 * @param actor random id of who acted
 * @param what what was done
 * @param period when
 */
public record AuditQuery(String person, String actor, What what, Period period) {

    /**
     * What was done.
     *
     * @param action beginning of the action
     * @param kind sort of action, null for all
     * @param endpoint part of the action, whatever its case
     */
    public record What(String action, @Nullable AuditKind kind, String endpoint) {
        /** Anything. */
        public static final What ANYTHING = new What("", null, "");

        boolean matches(String done) {
            return done.startsWith(action)
                    && (kind == null || AuditKind.of(done) == kind)
                    && (endpoint.isEmpty()
                            || done.toLowerCase(Locale.ROOT).contains(endpoint.toLowerCase(Locale.ROOT)));
        }
    }

    /**
     * When it was done.
     *
     * @param from first moment, null for any
     * @param to first moment that is too late, null for none
     */
    public record Period(@Nullable Instant from, @Nullable Instant to) {
        /** At any time. */
        public static final Period EVER = new Period(null, null);

        boolean matches(Instant at) {
            return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
        }
    }

    /**
     * Returns the query for everything.
     *
     * @return matches every entry
     */
    public static AuditQuery all() {
        return about("");
    }

    /**
     * Returns the query for what is about one person.
     *
     * @param person random id
     * @return matches whatever is about the person, at any time
     */
    public static AuditQuery about(String person) {
        return new AuditQuery(person, "", What.ANYTHING, Period.EVER);
    }

    boolean matches(AuditEntry entry) {
        AuditEvent event = entry.event();
        return (person.isEmpty() || event.about().persons().contains(person))
                && (actor.isEmpty() || event.actor().id().equals(actor))
                && what.matches(event.action())
                && period.matches(entry.at());
    }
}
