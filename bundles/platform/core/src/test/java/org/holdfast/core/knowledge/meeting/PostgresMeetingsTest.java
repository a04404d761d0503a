package org.holdfast.core.knowledge.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.protection.Subject;
import org.holdfast.launcher.fixture.PostgresServer;
import org.junit.jupiter.api.Test;

/** The way of a meeting through the database that runs in production. */
class PostgresMeetingsTest {

    @Test
    void minutesAreWrittenChangedAndSigned_AndGoWithWhoLeaves() throws IOException {
        try (PostgresServer server = PostgresServer.start();
                MeetingRoom meetings = new MeetingRoom(LocalDatabase.at(server.freshDatabase(), PostgresServer.USER))) {
            meetings.wanted();
            meetings.writes(0, "First words");
            meetings.signs(meetings.room.leaver);
            meetings.writes(1, MeetingRoom.SAID);
            meetings.refuses(meetings.room.boss, "Not yet");
            assertThat(meetings.seen().text("meeting.signers.0.state")).isEqualTo("outdated");
            assertThat(meetings.seen().text("meeting.signers.2.reason")).isEqualTo("Not yet");

            meetings.allSign();

            assertThat(meetings.seen().text("meeting.signed")).isEqualTo("true");
            assertThat(meetings.listed("state")).isEqualTo("accepted");
            meetings.room.database.run(connection ->
                    new MeetingTraces().erase(connection, Subject.person(meetings.room.firm, meetings.room.leaver)));
            assertThat(meetings.seen().text("version")).isEqualTo("0");
        }
    }
}
