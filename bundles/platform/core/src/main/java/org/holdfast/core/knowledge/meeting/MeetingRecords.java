package org.holdfast.core.knowledge.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.knowledge.meeting.Meeting.Signature;
import org.holdfast.core.knowledge.meeting.Meeting.Signer;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;

/** The meeting about a person's own handover with its minutes, and which meetings they have to sign for others. */
final class MeetingRecords implements PersonRecords {
    private final MeetingTable table;

    MeetingRecords(MeetingTable table) {
        this.table = table;
    }

    @Override
    public String section() {
        return "handoverMeetings";
    }

    @Override
    public List<RecordItem> of(Subject person, String language) {
        UUID id = person.personId().orElseThrow();
        List<RecordItem> found = new ArrayList<>();
        table.ofLeaver(id).forEach(meeting -> found.add(item(meeting, id, true)));
        table.signedBy(id).stream()
                .filter(meeting -> !meeting.of().personId().equals(id))
                .forEach(meeting -> found.add(item(meeting, id, false)));
        return found;
    }

    /** What was said about the work of who leaves is theirs, not that of who signs with them. */
    private static RecordItem item(Meeting meeting, UUID id, boolean own) {
        Optional<Signature> said = meeting.signers().stream()
                .filter(signer -> signer.is(id))
                .findFirst()
                .flatMap(signer -> signer.over(meeting.digest()));
        return RecordItem.with()
                .and("at", meeting.startsAt())
                .and("place", own ? meeting.minutes().place() : null)
                .and("target", own ? meeting.minutes().agenda() : null)
                .and("text", own ? meeting.minutes().text() : null)
                .and("roles", roles(meeting, id))
                .and(
                        "state",
                        said.map(one -> one.refused() ? "refused" : "signed").orElse("waiting"))
                .and("closedAt", said.map(Signature::at).orElse(null))
                .and("reason", said.map(Signature::words).orElse(null))
                .item();
    }

    private static String roles(Meeting meeting, UUID id) {
        return String.join(
                ", ",
                meeting.signers().stream()
                        .filter(signer -> signer.is(id))
                        .map(Signer::part)
                        .map(Part::code)
                        .toList());
    }
}
