package org.holdfast.core.access;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.platform.rest.FieldSight;
import org.holdfast.launcher.config.FieldTable;
import org.holdfast.launcher.config.FieldTable.Field;
import org.holdfast.launcher.config.FieldTable.Word;
import org.jspecify.annotations.Nullable;

/**
 * What one caller is told about whom at one endpoint, by the table of fields. Remembers the person asked about last, since
 * an answer asks for one field of a person after the other. For one request.
 */
final class ScopedFields implements FieldSight {
    private static final String OWN = "own:";

    private final ScopedVisibility sight;
    private final PersonNames people;
    private final boolean own;
    private final Map<Role, Map<Word, Set<String>>> granted = new EnumMap<>(Role.class);
    private @Nullable UUID last;
    private @Nullable UUID lastIn;
    private Set<String> lastTold = Set.of();
    private final Map<UUID, Place> places = new HashMap<>();

    /**
     * Creates the sight.
     *
     * @param sight who calls, and whose records the caller sees
     * @param table the table of fields
     * @param people knows everybody's subsidiary
     * @param endpoint the permissions any one of which opens the endpoint
     */
    ScopedFields(ScopedVisibility sight, FieldTable table, PersonNames people, String... endpoint) {
        this.sight = sight;
        this.people = people;
        own = Arrays.stream(endpoint).allMatch(permission -> permission.startsWith(OWN));
        for (Role role : sight.caller().roles()) {
            Map<Word, Set<String>> words = new EnumMap<>(Word.class);
            for (Field field : table.fields()) {
                Word word = field.words().get(role.code());
                if (word != null && sight.has(field.permission()) && sight.grants(role, field.permission())) {
                    words.computeIfAbsent(word, any -> new HashSet<>()).add(field.name());
                }
            }
            granted.put(role, words);
        }
    }

    @Override
    public boolean tells(String field, UUID personId, @Nullable UUID subsidiaryId) {
        if (own) {
            // The person's own right (GDPR Art. 15, PIPL Art. 45): the table has no say in it.
            return sight.caller().employeeId().equals(Optional.of(personId));
        }
        return told(personId, subsidiaryId).contains(field);
    }

    @Override
    public boolean tellsIn(String field, @Nullable UUID subsidiaryId) {
        return granted.entrySet().stream()
                .anyMatch(role -> (subsidiaryId == null || sight.covers(role.getKey(), subsidiaryId))
                        && role.getValue().entrySet().stream()
                                .anyMatch(word -> word.getValue().contains(field)
                                        && (word.getKey() != Word.NAMED || named(subsidiaryId))));
    }

    private boolean named(@Nullable UUID subsidiaryId) {
        Set<UUID> named = sight.caller().subsidiaryIds();
        return subsidiaryId == null ? !named.isEmpty() : named.contains(subsidiaryId);
    }

    private Set<String> told(UUID personId, @Nullable UUID subsidiaryId) {
        if (!personId.equals(last) || (subsidiaryId != null && !subsidiaryId.equals(lastIn))) {
            UUID where = subsidiaryId == null
                    ? people.named(personId)
                            .map(PersonNames.Named::subsidiaryId)
                            .orElse(null)
                    : subsidiaryId;
            lastTold = where == null || sight.isAboveOrSelf(personId) ? Set.of() : ask(personId, where);
            last = personId;
            lastIn = where;
        }
        return lastTold;
    }

    private Set<String> ask(UUID personId, UUID subsidiaryId) {
        Place place = places.computeIfAbsent(subsidiaryId, this::place);
        if (place.line().isEmpty() || !sight.leads(personId)) {
            return place.everybody();
        }
        Set<String> told = new HashSet<>(place.everybody());
        told.addAll(place.line());
        return told;
    }

    private Place place(UUID subsidiaryId) {
        Place place = new Place(new HashSet<>(), new HashSet<>());
        granted.forEach((role, words) -> {
            if (sight.covers(role, subsidiaryId)) {
                words.forEach((word, fields) -> {
                    if (word != Word.NAMED || named(subsidiaryId)) {
                        place.add(word, sight.reach(role), fields);
                    }
                });
            }
        });
        place.line().removeAll(place.everybody());
        return place;
    }

    /**
     * What is told in a subsidiary: a list asks about thousands of its people, and most of it is the same for all of them.
     *
     * @param everybody the fields that are told about everybody there
     * @param line those that are told about who reports to the caller, beside
     */
    private record Place(Set<String> everybody, Set<String> line) {
        void add(Word word, RoleTable.Reach reach, Set<String> fields) {
            boolean people = word == Word.PEOPLE || word == Word.NAMED;
            if (people && reach == RoleTable.Reach.PEOPLE) {
                everybody.addAll(fields);
            } else if (word == Word.LINE || (people && reach == RoleTable.Reach.LINE)) {
                line.addAll(fields);
            }
        }
    }
}
