package org.holdfast.launcher.audit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that has to be audited. Names nobody and holds no value: people appear by their random ids, fields by their names.
 *
 * @param action what was done, a stable code such as {@code GET /employees/{id}/risk} or {@code key.rotate}
 * @param actor who did it
 * @param about whom it is about
 * @param outcome {@code done}, {@code denied} or {@code failed}
 * @param details further codes, counts and ids; keys and values without personal data
 */
public record AuditEvent(String action, Actor actor, About about, String outcome, Map<String, String> details) {
    /** It is about to happen; another entry tells how it ended. */
    public static final String BEGUN = "begun";

    /** It happened. */
    public static final String DONE = "done";

    /** It was refused. */
    public static final String DENIED = "denied";

    /** It was allowed and did not work. */
    public static final String FAILED = "failed";

    /** Checks that everything is there, and copies. */
    public AuditEvent {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(outcome, "outcome");
        details = Map.copyOf(details);
    }

    /**
     * Tells what the server did by itself.
     *
     * @param action a code such as {@code bundle.started}
     * @param outcome {@link #BEGUN}, {@link #DONE}, {@link #DENIED} or {@link #FAILED}
     * @param details codes, counts and random ids; nothing personal
     * @return the event, about nobody
     */
    public static AuditEvent byServer(String action, String outcome, Map<String, String> details) {
        return new AuditEvent(action, Actor.SERVER, About.NOBODY, outcome, details);
    }

    /**
     * Tells what a command did without a server.
     *
     * @param action a code such as {@code backup.made}
     * @param outcome {@link #BEGUN}, {@link #DONE}, {@link #DENIED} or {@link #FAILED}
     * @param details codes, counts and random ids; nothing personal
     * @return the event, about nobody
     */
    public static AuditEvent byCommand(String action, String outcome, Map<String, String> details) {
        return new AuditEvent(action, Actor.LOCAL, About.NOBODY, outcome, details);
    }

    /**
     * Who acts.
     *
     * @param id random id of the account or token; {@code server} or {@code anonymous}
     * @param roles codes of the roles that were used
     * @param via {@code session}, {@code token}, {@code local} or {@code server}
     */
    public record Actor(String id, List<String> roles, String via) {
        /** The server itself. */
        public static final Actor SERVER = new Actor("server", List.of(), "server");

        /** Whoever has the server's account, at its command line. */
        public static final Actor LOCAL = new Actor("local", List.of(), "local");

        /** Copies the roles. */
        public Actor {
            roles = List.copyOf(roles);
        }
    }

    /**
     * Whom it is about.
     *
     * @param subsidiaryId the subsidiary, null for the whole group
     * @param persons random ids of the people whose data was read or changed
     * @param purpose code of the purpose of the use, null where no personal data was used
     */
    public record About(
            @Nullable String subsidiaryId,
            List<String> persons,
            @Nullable String purpose) {
        /** Nobody. */
        public static final About NOBODY = new About(null, List.of(), null);

        /** Copies the ids. */
        public About {
            persons = List.copyOf(persons);
        }
    }
}
