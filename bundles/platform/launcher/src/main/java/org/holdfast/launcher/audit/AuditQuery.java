package org.holdfast.launcher.audit;

/**
 * Which entries are looked for. An empty field looks for all.
 *
 * @param person random id of a person an entry is about
 * @param actor random id of who acted
 * @param action beginning of the action
 */
public record AuditQuery(String person, String actor, String action) {

    boolean matches(AuditEvent event) {
        return (person.isEmpty() || event.about().persons().contains(person))
                && (actor.isEmpty() || event.actor().id().equals(actor))
                && event.action().startsWith(action);
    }
}
