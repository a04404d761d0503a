package org.holdfast.core.knowledge.meeting;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.knowledge.Handovers;
import org.holdfast.core.knowledge.meeting.Meeting.Signer;
import org.holdfast.core.offboarding.cases.ExitCases.ExitCase;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** Reads what somebody writes of a meeting. */
final class MeetingForm {
    private static final int MOST_SUCCESSORS = 10;
    private static final int LONGEST_PLACE = 200;
    private static final int LONGEST_AGENDA = 2_000;
    private static final int LONGEST_MINUTES = 20_000;
    private static final int LONGEST_REASON = 1_000;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;

    private final People people;
    private final Handovers lists;
    private final ExitCase of;
    private final Visibility caller;

    MeetingForm(People people, Handovers lists, ExitCase of, Visibility caller) {
        this.people = people;
        this.lists = lists;
        this.of = of;
        this.caller = caller;
    }

    /** Demands a body. */
    static <T> T given(@Nullable T fields) {
        if (fields == null) {
            throw RestException.invalid("body", "missing");
        }
        return fields;
    }

    static int version(MeetingFields fields) {
        Integer version = fields.version();
        if (version == null) {
            throw RestException.invalid("version", "missing");
        }
        return version;
    }

    static String reason(SignatureFields fields) {
        String reason = text("reason", fields.reason(), LONGEST_REASON);
        if (reason.isEmpty()) {
            throw RestException.invalid("reason", "missing");
        }
        return reason;
    }

    Instant startsAt(MeetingFields fields) {
        LocalDateTime at = fields.startsAt();
        if (at == null) {
            throw RestException.invalid("startsAt", "missing");
        }
        if (at.getYear() < FIRST_YEAR || at.getYear() > LAST_YEAR) {
            throw RestException.invalid("startsAt", "range");
        }
        // An hour that the clock skips in spring is nobody's hour.
        List<ZoneOffset> offsets = zone(people, of.subsidiaryId()).getRules().getValidOffsets(at);
        if (offsets.isEmpty()) {
            throw RestException.invalid("startsAt", "range");
        }
        return at.withNano(0).toInstant(offsets.get(0));
    }

    static ZoneId zone(People people, UUID subsidiaryId) {
        return people.subsidiary(subsidiaryId).map(firm -> firm.timezone()).orElse(ZoneOffset.UTC);
    }

    Minutes minutes(MeetingFields fields, List<Signer> signers) {
        return new Minutes(
                text("place", fields.place(), LONGEST_PLACE),
                text("agenda", fields.agenda(), LONGEST_AGENDA),
                text("minutes", fields.minutes(), LONGEST_MINUTES),
                lists.open(of.id()),
                signers.stream().map(Signer::id).toList(),
                UUID.randomUUID());
    }

    private static String text(String field, @Nullable String text, int longest) {
        String plain = text == null ? "" : text.strip();
        if (plain.length() > longest) {
            throw RestException.invalid(field, "tooLong");
        }
        return plain;
    }

    /** Returns who has to sign: who leaves, who goes on, and the superior; rows of who was named before stay theirs. */
    List<Signer> signers(MeetingFields fields, List<Signer> known) {
        List<Signer> all = new ArrayList<>();
        all.add(signer(Part.LEAVER, of.personId(), known));
        List<UUID> successors = fields.successorIds();
        if (successors == null || successors.isEmpty()) {
            throw RestException.invalid("successorIds", "missing");
        }
        if (successors.size() > MOST_SUCCESSORS) {
            throw RestException.invalid("successorIds", "range");
        }
        Set<UUID> once = new HashSet<>();
        for (UUID successor : successors) {
            if (successor == null || !once.add(successor)) {
                throw RestException.invalid("successorIds", "invalid");
            }
            all.add(signer(Part.SUCCESSOR, named("successorIds", successor, known), known));
        }
        UUID head = fields.headId();
        if (head == null) {
            throw RestException.invalid("headId", "missing");
        }
        all.add(signer(Part.HEAD, named("headId", head, known), known));
        return all;
    }

    private static Signer signer(Part part, UUID employeeId, List<Signer> known) {
        return known.stream()
                .filter(one -> one.part() == part && one.is(employeeId))
                .findFirst()
                .orElseGet(() -> new Signer(UUID.randomUUID(), part, employeeId, List.of()));
    }

    /** Somebody at work other than who leaves, whom the caller sees or who has to do with the handover anyway. */
    private UUID named(String field, UUID id, List<Signer> known) {
        boolean fits = people.card(id)
                .filter(card -> card.status() != Employee.Status.LEFT)
                .filter(card -> !id.equals(of.personId()))
                .filter(card -> sees(card) || takesPart(id, known))
                .isPresent();
        if (!fits) {
            throw RestException.invalid(field, "unknown");
        }
        return id;
    }

    private boolean sees(PersonCard card) {
        Optional<UUID> self = caller.caller().employeeId();
        return self.filter(card.id()::equals).isPresent() || caller.maySee(card.subsidiaryId(), card.id());
    }

    private boolean takesPart(UUID id, List<Signer> known) {
        return known.stream().anyMatch(signer -> signer.is(id))
                || lists.recipients(of.id()).contains(id)
                || people.managersOf(of.personId()).contains(id);
    }
}
