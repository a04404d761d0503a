package org.holdfast.core.privacy;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.privacy.PersonRecordResource.PersonRecordView;
import org.holdfast.core.privacy.PersonRecordResource.SectionView;
import org.holdfast.core.protection.PersonErasedException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;

/** Puts together everything that is held about a person, of all rooms. Safe for use from many threads. */
final class RecordBook {
    private final Iterable<PersonRecords> rooms;
    private final Predicate<UUID> erased;
    private final Clock clock;

    /** Takes what rooms hold, and who was erased. */
    RecordBook(Iterable<PersonRecords> rooms, Predicate<UUID> erased, Clock clock) {
        this.rooms = rooms;
        this.erased = erased;
        this.clock = clock;
    }

    /**
     * Returns the record of a person; what is put into words is in a language there is.
     *
     * @throws PersonErasedException where the person was erased meanwhile
     */
    PersonRecordView of(PersonCard card, String language) {
        Subject person = Subject.person(card.subsidiaryId(), card.id());
        List<SectionView> sections = new ArrayList<>();
        for (PersonRecords room : rooms) {
            sections.add(new SectionView(
                    room.section(),
                    room.of(person, language).stream().map(RecordItem::fields).toList()));
        }
        // Rooms leave out whoever is being erased: what they told of the person could be half, and is not to be told
        // any more.
        if (erased.test(card.id())) {
            throw new PersonErasedException();
        }
        sections.sort(Comparator.comparing(SectionView::section));
        return new PersonRecordView(card.id(), clock.instant().atOffset(ZoneOffset.UTC), sections);
    }
}
