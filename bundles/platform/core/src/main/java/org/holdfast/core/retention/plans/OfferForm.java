package org.holdfast.core.retention.plans;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/**
 * Checks whom somebody names as holder of a post and as candidates for it: employees the writer may see, never the person
 * themselves. Nobody names themselves, for they would lose the case in the middle of writing: HR does it for them.
 */
final class OfferForm {
    private static final int MOST_CANDIDATES = 20;

    private final People people;
    private final UUID personId;
    private final Visibility caller;
    private final List<FieldError> errors = new ArrayList<>();

    OfferForm(People people, UUID personId, Visibility caller) {
        this.people = people;
        this.personId = personId;
        this.caller = caller;
    }

    /**
     * Checks an action.
     *
     * @param fields what somebody wrote
     * @param before as it was, null for a new one: who was named before is not checked anew, so that somebody who has left
     *     meanwhile is not in the way
     * @param path what stands before a field's name in an error
     */
    void check(ActionFields fields, @Nullable Action before, String path) {
        Set<UUID> known = before == null ? Set.of() : before.content().offer().parties();
        check(fields.holderId(), known, path + "holderId");
        List<@Nullable UUID> candidates = fields.candidates();
        if (candidates.size() > MOST_CANDIDATES) {
            errors.add(FieldError.of(path + "candidateIds", "tooMany"));
        }
        if (candidates.stream().anyMatch(Objects::isNull)) {
            errors.add(FieldError.of(path + "candidateIds", "missing"));
        }
        candidates.stream()
                .filter(Objects::nonNull)
                .limit(MOST_CANDIDATES)
                .forEach(one -> check(one, known, path + "candidateIds"));
        if (!errors.isEmpty()) {
            throw RestException.invalid(errors);
        }
    }

    private void check(@Nullable UUID employee, Set<UUID> known, String field) {
        if (employee != null && !known.contains(employee)) {
            wrong(employee).ifPresent(code -> errors.add(FieldError.of(field, code)));
        }
    }

    private Optional<String> wrong(UUID employee) {
        if (employee.equals(personId)) {
            return Optional.of("offerPerson");
        }
        if (caller.caller().employeeId().filter(employee::equals).isPresent()) {
            return Optional.of("offerSelf");
        }
        Optional<PersonCard> card =
                people.card(employee).filter(found -> caller.maySee(found.subsidiaryId(), found.id()));
        if (card.isEmpty()) {
            return Optional.of("unknown");
        }
        return card.filter(found -> found.status() == Employee.Status.LEFT).map(found -> "offerLeft");
    }
}
