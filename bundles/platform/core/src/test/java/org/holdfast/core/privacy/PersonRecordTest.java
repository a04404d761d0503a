package org.holdfast.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.Role;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.OpenSight;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.fixture.Staff;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.platform.paper.Papers;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.FakeRegistry;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A person gets everything of all rooms, and nobody gets it about somebody they may not see. */
@Tag("O12")
class PersonRecordTest {
    private static final UUID ACCOUNT = new UUID(3, 3);

    private final LocalDatabase database = LocalDatabase.fresh();
    private final Staff staff = new Staff(database, new TestVault());
    private final UUID firm = staff.subsidiary("S1", "Asia/Shanghai");
    private final UUID elsewhere = staff.subsidiary("S2", "Asia/Shanghai");
    private final UUID person = staff.hire(firm, null);
    private final UUID stranger = staff.hire(elsewhere, null);
    private final Set<UUID> erased = new HashSet<>();
    /** The room before which an erasure comes in, if any. */
    private String last = "";

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theRecordHasTheSectionOfEveryRoom() {
        Reply record = officer().call("GET", "privacy/people/" + person + "/record", "");

        assertThat(record.status()).as(record.body()).isEqualTo(200);
        assertThat(record.text("employeeId")).isEqualTo(person.toString());
        assertThat(record.text("sections.0.section")).isEqualTo("letters");
        assertThat(record.text("sections.0.items.0.about")).isEqualTo(person.toString());
        assertThat(record.text("sections.1.section")).isEqualTo("visits");
    }

    @Test
    void whoIsNotThereOrNotSeenHasNoRecord() {
        for (UUID nobody : List.of(UUID.randomUUID(), stranger)) {
            assertThat(officer()
                            .call("GET", "privacy/people/" + nobody + "/record", "")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void anEmployeeGetsTheirOwnRecordAndNobodyElses() {
        MemoryServer server = as(Role.EMPLOYEE, Optional.of(person));

        Reply own = server.call("GET", "privacy/own/record", "");

        assertThat(own.status()).as(own.body()).isEqualTo(200);
        assertThat(own.text("employeeId")).isEqualTo(person.toString());
        assertThat(own.body()).doesNotContain(stranger.toString());
    }

    @Test
    void anAccountThatIsNobodyIsToldSo() {
        Reply none = as(Role.EMPLOYEE, Optional.empty()).call("GET", "privacy/own/record", "");

        assertThat(none.status()).isEqualTo(409);
        assertThat(none.body()).contains("not-an-employee");
    }

    @Test
    void theRecordComesOnPaperWithEverySection() throws IOException {
        MemoryServer server = as(Role.EMPLOYEE, Optional.of(person));

        Reply paper = server.call("GET", "privacy/own/record/paper", "");

        assertThat(paper.status()).isEqualTo(200);
        assertThat(paper.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(PrintedPaper.words(paper.bytes()))
                .contains("What is held about you", "visits", "letters", person.toString(), "2026")
                .doesNotContain(stranger.toString());
        assertThat(officer()
                        .call("GET", "privacy/people/" + person + "/record/paper", "")
                        .status())
                .isEqualTo(200);
        assertThat(officer()
                        .call("GET", "privacy/people/" + stranger + "/record/paper", "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoIsErasedWhileTheirRecordIsPutTogetherIsNotHandedOutByHalf() {
        last = "visits";

        for (String form : List.of("record", "record/paper")) {
            erased.clear();
            Reply refused = officer().call("GET", "privacy/people/" + person + '/' + form, "");

            assertThat(refused.status()).as(form).isEqualTo(404);
            assertThat(refused.text("type")).isEqualTo("/problems/person-erased");
            assertThat(refused.body()).doesNotContain("letters", person.toString());
        }
    }

    private MemoryServer officer() {
        return as(Role.DPO, Optional.empty());
    }

    private MemoryServer as(Role role, Optional<UUID> self) {
        OpenSight sight = new OpenSight(firm, role, ACCOUNT, self);
        PersonDesk desk = new PersonDesk(staff.people, sight, new AuditNotes());
        RecordBook book = new RecordBook(
                List.of(new Room("letters"), new Room("visits")),
                erased::contains,
                new SetClock("2026-11-26T08:00:00Z"));
        Texts texts = new Texts(FakeRegistry::new);
        Papers papers = new Papers(sight, texts);
        return new MemoryServer(
                texts,
                new PersonRecordResource(book, desk, texts, papers),
                new OwnRecordResource(book, desk, texts, papers));
    }

    /** A room that holds one thing about everybody, and from which somebody may be erased just before it is asked. */
    private final class Room implements PersonRecords {
        private final String section;

        Room(String section) {
            this.section = section;
        }

        @Override
        public String section() {
            return section;
        }

        @Override
        public List<RecordItem> of(Subject asked, String language) {
            if (section.equals(last)) {
                erased.add(asked.personId().orElseThrow());
                return List.of();
            }
            return List.of(RecordItem.with().and("about", asked.id()).item());
        }
    }
}
