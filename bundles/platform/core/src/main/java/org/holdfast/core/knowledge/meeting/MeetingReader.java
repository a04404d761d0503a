package org.holdfast.core.knowledge.meeting;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.knowledge.Handovers;
import org.holdfast.core.knowledge.Handovers.OpenItem;
import org.holdfast.core.knowledge.meeting.Meeting.Signature;
import org.holdfast.core.knowledge.meeting.Meeting.Signer;
import org.holdfast.core.knowledge.meeting.MeetingView.MeetingShown;
import org.holdfast.core.knowledge.meeting.MeetingView.SignerShown;
import org.holdfast.core.knowledge.meeting.OwnMeetingsView.OwnMeeting;
import org.holdfast.core.offboarding.cases.ExitCases.ExitCase;
import org.holdfast.core.offboarding.cases.ExitCases.Stage;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.EmployeeRow;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;
import org.jspecify.annotations.Nullable;

/** Shows meetings in a reader's language. Safe for use from many threads. */
final class MeetingReader {
    private static final String WAITING = "waiting";

    private final MeetingTable table;
    private final Handovers lists;
    private final People people;
    private final Texts texts;
    private final Clock clock;

    MeetingReader(MeetingTable table, Handovers lists, People people, Texts texts, Clock clock) {
        this.table = table;
        this.lists = lists;
        this.people = people;
        this.texts = texts;
        this.clock = clock;
    }

    MeetingView show(ExitCase of, Visibility caller, @Nullable String language) {
        ZoneId zone = MeetingForm.zone(people, of.subsidiaryId());
        Optional<Meeting> meeting = table.of(of.id());
        boolean writes = of.stage() != Stage.WITHDRAWN && caller.has(Handovers.WRITE, of.subsidiaryId(), of.personId());
        return new MeetingView(
                of.id(),
                EmployeeRow.of(people.card(of.personId()).orElseThrow(RestException::notFound), people),
                meeting.map(Meeting::version).orElse(0),
                zone.getId(),
                meeting.map(one -> shown(one, zone, texts.negotiate(language))).orElse(null),
                meeting.isPresent() ? List.of() : suggested(of),
                writes ? List.of("write") : List.of());
    }

    /** Shows the reader the meetings they have to sign; nothing of cases that were taken back. */
    Optional<OwnMeetingsView> own(Visibility caller, @Nullable String language) {
        String tag = texts.negotiate(language);
        return caller.caller()
                .employeeId()
                .map(self -> new OwnMeetingsView(
                        self,
                        table.signedBy(self).stream()
                                .filter(meeting -> lists.find(meeting.of().caseId())
                                        .filter(of -> of.stage() != Stage.WITHDRAWN)
                                        .isPresent())
                                .map(meeting -> own(meeting, self, tag))
                                .toList()));
    }

    private OwnMeeting own(Meeting meeting, UUID self, String tag) {
        ZoneId zone = MeetingForm.zone(people, meeting.of().subsidiaryId());
        boolean open =
                meeting.signers().stream().anyMatch(signer -> signer.is(self) && !signer.signed(meeting.digest()));
        boolean held = !meeting.startsAt().isAfter(clock.instant())
                && !meeting.minutes().text().isEmpty();
        return new OwnMeeting(
                meeting.of().caseId(),
                name(meeting.of().personId()),
                zone.getId(),
                shown(meeting, zone, tag),
                open && held,
                open);
    }

    private MeetingShown shown(Meeting meeting, ZoneId zone, String tag) {
        Minutes minutes = meeting.minutes();
        return new MeetingShown(
                at(meeting.startsAt(), zone),
                minutes.place(),
                minutes.agenda(),
                minutes.text(),
                minutes.open().stream().map(item -> title(item, tag)).toList(),
                meeting.digest(),
                meeting.signers().stream()
                        .map(signer -> signer(signer, meeting.digest(), zone))
                        .toList(),
                meeting.signed());
    }

    private String title(OpenItem item, String tag) {
        return item.code().isEmpty()
                ? item.title()
                : texts.find(tag, "handover." + item.code()).orElse(item.code());
    }

    private SignerShown signer(Signer signer, String digest, ZoneId zone) {
        Optional<Signature> said = signer.over(digest).or(() -> signer.outdated(digest));
        return new SignerShown(
                signer.part().code(),
                signer.employeeId(),
                name(signer.employeeId()),
                state(signer, digest),
                said.map(one -> at(one.at(), zone)).orElse(null),
                said.filter(Signature::refused).map(Signature::words).orElse(null));
    }

    private String state(Signer signer, String digest) {
        if (signer.signed(digest)) {
            return "signed";
        }
        UUID id = signer.employeeId();
        boolean works = id != null
                && people.card(id)
                        .filter(card -> card.status() != Employee.Status.LEFT)
                        .isPresent();
        if (!works) {
            return "left";
        }
        if (signer.over(digest).isPresent()) {
            return "refused";
        }
        return signer.outdated(digest).isPresent() ? "outdated" : WAITING;
    }

    private List<SignerShown> suggested(ExitCase of) {
        List<SignerShown> all = new ArrayList<>();
        lists.recipients(of.id()).forEach(id -> suggest(all, Part.SUCCESSOR, id));
        people.managersOf(of.personId()).stream().limit(1).forEach(id -> suggest(all, Part.HEAD, id));
        return all;
    }

    private void suggest(List<SignerShown> all, Part part, UUID id) {
        people.card(id)
                .filter(card -> card.status() != Employee.Status.LEFT)
                .ifPresent(card -> all.add(new SignerShown(part.code(), id, card.name(), WAITING, null, null)));
    }

    private @Nullable String name(@Nullable UUID id) {
        return id == null ? null : people.card(id).map(PersonCard::name).orElse(null);
    }

    private static OffsetDateTime at(Instant at, ZoneId zone) {
        return at.atZone(zone).toOffsetDateTime();
    }
}
