package org.holdfast.core.knowledge.meeting;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.knowledge.Handovers;
import org.holdfast.core.knowledge.meeting.Meeting.Of;
import org.holdfast.core.knowledge.meeting.Meeting.Signature;
import org.holdfast.core.knowledge.meeting.Meeting.Signer;
import org.holdfast.core.offboarding.cases.ExitCases.ExitCase;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.rest.RestException;

/**
 * What people do with meetings about handovers: HR and superiors set day and hour and write minutes; who leaves, who goes on and their
 * superior sign them. Safe for use from many threads.
 */
final class MeetingDesk {
    private final MeetingTable table;
    private final Handovers lists;
    private final People people;
    private final Clock clock;

    MeetingDesk(MeetingTable table, Handovers lists, People people, Clock clock) {
        this.table = table;
        this.lists = lists;
        this.people = people;
        this.clock = clock;
    }

    /** Writes a meeting; what is sent twice is written once. Whatever is signed and changes has to be signed anew. */
    void save(ExitCase of, MeetingFields fields, Visibility caller) {
        MeetingForm form = new MeetingForm(people, lists, of, caller);
        int version = MeetingForm.version(fields);
        Optional<Meeting> before = table.of(of.id());
        List<Signer> signers = form.signers(fields, before.map(Meeting::signers).orElse(List.of()));
        Instant startsAt = form.startsAt(fields);
        Minutes minutes = form.minutes(fields, signers);
        boolean same = before.filter(one -> one.startsAt().equals(startsAt) && minutes.sameAs(one.minutes()))
                .isPresent();
        if (same) {
            return;
        }
        Meeting next = new Meeting(
                new Of(of.id(), of.subsidiaryId(), of.personId()),
                version,
                startsAt,
                minutes,
                minutes.digest(startsAt),
                signers);
        if (before.map(Meeting::version).orElse(0) != version || !table.save(next)) {
            throw changed();
        }
    }

    /** Signs the minutes as they were read; who has signed them already has. */
    void sign(UUID caseId, SignatureFields fields, Visibility caller) {
        UUID self = caller.caller().employeeId().orElseThrow(RestException::notFound);
        Meeting meeting = signable(caseId, self, fields);
        if (meeting.startsAt().isAfter(clock.instant())) {
            throw RestException.of(
                    MeetingError.MEETING_NOT_HELD, "The meeting has not begun: its minutes are signed after it.");
        }
        if (meeting.minutes().text().isEmpty()) {
            throw RestException.of(
                    MeetingError.MEETING_NO_MINUTES, "Nobody has written minutes: HR or the superior does.");
        }
        add(meeting, self, new Signature(meeting.digest(), false, now(), ""));
    }

    /** Says why somebody does not sign the minutes as they were read. They may sign them later all the same. */
    void refuse(UUID caseId, SignatureFields fields, Visibility caller) {
        UUID self = caller.caller().employeeId().orElseThrow(RestException::notFound);
        String reason = MeetingForm.reason(fields);
        Meeting meeting = signable(caseId, self, fields);
        List<Signer> own =
                meeting.signers().stream().filter(signer -> signer.is(self)).toList();
        if (own.stream().anyMatch(signer -> signer.signed(meeting.digest()))) {
            throw RestException.of(
                    MeetingError.MEETING_SIGNED, "Who has signed does not refuse: ask HR to change the minutes.");
        }
        boolean said = own.stream()
                .allMatch(signer -> signer.over(meeting.digest())
                        .filter(one -> one.words().equals(reason))
                        .isPresent());
        if (!said) {
            add(meeting, self, new Signature(meeting.digest(), true, now(), reason));
        }
    }

    private Meeting signable(UUID caseId, UUID self, SignatureFields fields) {
        String digest = fields.digest();
        Meeting meeting = table.of(caseId)
                .filter(one -> one.signers().stream().anyMatch(signer -> signer.is(self)))
                .orElseThrow(RestException::notFound);
        lists.requireOpen(lists.find(caseId).orElseThrow(RestException::notFound));
        if (digest == null || digest.isEmpty()) {
            throw RestException.invalid("digest", "missing");
        }
        if (people.card(self)
                .filter(card -> card.status() != Employee.Status.LEFT)
                .isEmpty()) {
            throw RestException.of(
                    MeetingError.MEETING_SIGNER_LEFT,
                    "Who has left signs no more: HR names somebody else, or waives it.");
        }
        if (!digest.equals(meeting.digest())) {
            throw changed();
        }
        return meeting;
    }

    private void add(Meeting meeting, UUID self, Signature signature) {
        if (!table.add(meeting, self, signature)) {
            throw changed();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static RestException changed() {
        return RestException.of(MeetingError.MEETING_CHANGED, "The meeting was changed: read it again.");
    }
}
