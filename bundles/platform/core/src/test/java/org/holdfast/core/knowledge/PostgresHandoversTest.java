package org.holdfast.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.Set;
import org.holdfast.core.access.Role;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.protection.Subject;
import org.holdfast.launcher.fixture.PostgresServer;
import org.junit.jupiter.api.Test;

/** The way of a handover with a file through the database that runs in production. */
class PostgresHandoversTest {

    @Test
    void aListIsFilledAFileSentAndTheHandoverAccepted() throws IOException {
        byte[] content = new byte[UploadDesk.PIECE * 3 + 7];
        new Random(7).nextBytes(content);
        try (PostgresServer server = PostgresServer.start();
                KnowledgeRoom room = new KnowledgeRoom(LocalDatabase.at(server.freshDatabase(), PostgresServer.USER))) {
            room.begun();
            room.assigned("design");
            Visibility leaver = room.sight("leaver", Role.EMPLOYEE, Set.of(), room.leaver);
            StoredFile.Facts facts = new StoredFile.Facts("a.bin", "");
            StoredFile begun = room.uploads.begin(room.item("design").id(), content.length, facts, leaver);
            UploadDesk.Found found = room.uploads.sent(begun.id(), leaver);

            room.uploads.append(found, 0, new ByteArrayInputStream(content, 0, 300_001));
            UploadDesk.Found later = room.uploads.sent(begun.id(), leaver);
            room.uploads.append(later, 300_001, new ByteArrayInputStream(content, 300_001, content.length - 300_001));
            ByteArrayOutputStream sent = new ByteArrayOutputStream();
            room.uploads.send(room.uploads.readable(begun.id(), leaver), 0, content.length, sent);
            room.handsOver("design");

            assertThat(sent.toByteArray()).isEqualTo(content);
            assertThat(room.accepts("design").text("items.0.item.state")).isEqualTo("accepted");
            room.files.remove(begun.id());
            room.database.run(
                    connection -> new KnowledgeTraces().erase(connection, Subject.person(room.firm, room.leaver)));
            assertThat(room.table.list(room.caseId)).isEmpty();
        }
    }
}
