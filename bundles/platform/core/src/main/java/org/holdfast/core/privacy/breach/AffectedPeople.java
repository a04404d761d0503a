package org.holdfast.core.privacy.breach;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.holdfast.core.people.People;
import org.holdfast.launcher.audit.AuditFolder;
import org.holdfast.launcher.audit.AuditQuery;
import org.holdfast.launcher.audit.AuditSearch;
import org.holdfast.launcher.host.Host;

/**
 * Works out from the audit log whom a breach concerns: about whom something was told or changed by an account or token in a
 * period. Safe for use from many threads.
 */
final class AffectedPeople {
    private final Host host;
    private final People people;

    AffectedPeople(Host host, People people) {
        this.host = host;
        this.people = people;
    }

    /**
     * What was looked for.
     *
     * @param actor random id of the account or token that was misused; empty for all
     * @param from first moment
     * @param to first moment that is too late
     */
    record Traces(String actor, Instant from, Instant to) {}

    /**
     * Whom the log names.
     *
     * @param persons people of the subsidiary, by random id
     * @param entries how many entries name one of them
     * @param nameless how many entries of the period tell of an action and name nobody: a list, a run, an export of all
     */
    record Found(Set<UUID> persons, int entries, int nameless) {
        Found {
            persons = Set.copyOf(persons);
        }
    }

    /** Looks through the log. */
    Found in(UUID subsidiaryId, Traces traces) {
        Set<UUID> here = new HashSet<>(people.ids(subsidiaryId));
        Set<UUID> persons = new TreeSet<>();
        int[] counts = {0, 0};
        AuditQuery query = new AuditQuery(
                "", traces.actor(), AuditQuery.What.ANYTHING, new AuditQuery.Period(traces.from(), traces.to()));
        try {
            new AuditSearch(AuditFolder.of(host.dataDirectory()))
                    .each(query, host.audit().size(), entry -> {
                        boolean named = false;
                        for (String person : entry.event().about().persons()) {
                            UUID id = UUID.fromString(person);
                            if (here.contains(id)) {
                                persons.add(id);
                                named = true;
                            }
                        }
                        counts[0] += named ? 1 : 0;
                        counts[1] += entry.event().about().persons().isEmpty() ? 1 : 0;
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Found(persons, counts[0], counts[1]);
    }
}
