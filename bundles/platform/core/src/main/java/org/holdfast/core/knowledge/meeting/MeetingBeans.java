package org.holdfast.core.knowledge.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.holdfast.core.knowledge.Handovers;
import org.holdfast.core.knowledge.SignedMeetings;
import org.holdfast.core.offboarding.SealedJson;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.rights.PersonRecords;

/** Makes the beans of meetings about handovers. */
@ApplicationScoped
public class MeetingBeans {

    @Produces
    @Singleton
    MeetingTable handoverMeetingTable(Database database, Vault vault, Handovers lists) {
        return new MeetingTable(database, new SealedJson(vault), lists);
    }

    @Produces
    @Singleton
    SignedMeetings signedMeetings(MeetingTable table) {
        return table::signed;
    }

    @Produces
    @Singleton
    MeetingDesk handoverMeetingDesk(MeetingTable table, Handovers lists, People people, Clock clock) {
        return new MeetingDesk(table, lists, people, clock);
    }

    @Produces
    @Singleton
    MeetingReader handoverMeetingReader(MeetingTable table, Handovers lists, People people, Texts texts, Clock clock) {
        return new MeetingReader(table, lists, people, texts, clock);
    }

    @Produces
    @Singleton
    PersonTraces handoverMeetingTraces() {
        return new MeetingTraces();
    }

    @Produces
    @Singleton
    PersonRecords handoverMeetingRecords(MeetingTable table) {
        return new MeetingRecords(table);
    }
}
