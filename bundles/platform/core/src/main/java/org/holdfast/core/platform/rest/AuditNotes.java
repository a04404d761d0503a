package org.holdfast.core.platform.rest;

import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.holdfast.launcher.audit.AuditEvent.Actor;

/**
 * What the audit log has to know about the call under way and its address does not tell: who calls, and about whom the
 * answer tells something. For one request.
 */
@RequestScoped
public class AuditNotes {
    private static final Actor ANONYMOUS = new Actor("anonymous", List.of(), "none");

    private final Set<String> persons = new LinkedHashSet<>();
    private final Map<String, String> details = new TreeMap<>();
    private Actor actor = ANONYMOUS;

    /**
     * Notes who calls.
     *
     * @param caller by random id
     */
    public void calledBy(Actor caller) {
        actor = caller;
    }

    /**
     * Notes about whom the answer tells something.
     *
     * @param ids random ids of people
     */
    public void told(Collection<UUID> ids) {
        ids.forEach(id -> persons.add(id.toString()));
    }

    /**
     * Notes something else.
     *
     * @param key what it is
     * @param value a code, a count or a random id; nothing personal
     */
    public void detail(String key, String value) {
        details.put(key, value);
    }

    /**
     * Returns who calls.
     *
     * @return by random id; {@code anonymous} before that is known
     */
    public Actor actor() {
        return actor;
    }

    List<String> persons() {
        return List.copyOf(persons);
    }

    Map<String, String> details() {
        return Map.copyOf(details);
    }
}
