package org.holdfast.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.access.Role;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.OpenSight;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.fixture.Staff;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.FakeRegistry;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.basis.Contact;
import org.holdfast.core.protection.basis.Contacts;
import org.holdfast.core.protection.basis.NoticeShelf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every notice names whom to ask; without a name there is no notice. */
@Tag("O21")
class ContactsTest {
    private static final UUID ACCOUNT = new UUID(3, 3);
    private static final String OFFICER =
            "{\"name\":\"Data-protection officer\",\"email\":\"dpo@example.com\",\"address\":\"Road 1, Hangzhou\"}";
    private static final String NOTICE =
            "{\"title\":\"Notice\",\"document\":\"intranet\",\"categories\":[\"attendance\"]}";

    private final LocalDatabase database = LocalDatabase.fresh();
    private final SetClock clock = new SetClock("2026-11-26T08:00:00Z");
    private final Staff staff = new Staff(database, new TestVault());
    private final UUID firm = staff.subsidiary("S1", "Asia/Shanghai");
    private final UUID elsewhere = staff.subsidiary("S2", "Asia/Shanghai");
    private final UUID person = staff.hire(firm, null);
    private final Contacts contacts = new Contacts(database, clock);
    private final NoticeShelf shelf = new NoticeShelf(database, clock);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void noNoticeIsPublishedThatNamesNobody() {
        Reply refused = officer().call("POST", "privacy/notices/" + firm, NOTICE);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("type")).isEqualTo("/problems/no-contact");
        assertThat(officer().call("GET", "privacy/notices/" + firm, "").text("items"))
                .isEmpty();
    }

    @Test
    void aNoticeKeepsWhomItNamedWhenItWasPublished() {
        assertThat(officer().call("PUT", "privacy/contacts/" + firm, OFFICER).status())
                .isEqualTo(200);

        Reply notice = officer().call("POST", "privacy/notices/" + firm, NOTICE);
        officer().call("PUT", "privacy/contacts/" + firm, OFFICER.replace("dpo@", "other@"));

        assertThat(notice.status()).as(notice.body()).isEqualTo(200);
        assertThat(notice.text("contact")).isEqualTo("Data-protection officer\ndpo@example.com\nRoad 1, Hangzhou");
        assertThat(officer().call("GET", "privacy/notices/" + firm, "").text("items.0.contact"))
                .contains("dpo@example.com");
        assertThat(officer().call("POST", "privacy/notices/" + firm, NOTICE).text("contact"))
                .contains("other@example.com");
        assertThat(shelf.told(firm, person, "contact")).isEmpty();
        officer()
                .call(
                        "POST",
                        "privacy/notices/" + firm + "/" + notice.text("id") + "/receipts",
                        "{\"everybody\":true}");
        assertThat(shelf.told(firm, person, "contact")).containsExactly(notice.text("contact"));
    }

    @Test
    void theGroupsContactHoldsWhereTheSubsidiaryNamesNone() {
        contacts.keep(Contacts.GROUP, new Contact("Group office", "", "+86 571 1", "Road 2", "Rep, Berlin"), ACCOUNT);

        Reply shown = officer().call("GET", "privacy/contacts/" + firm, "");
        assertThat(shown.text("own")).isEqualTo("null");
        assertThat(shown.text("holds.name")).isEqualTo("Group office");
        assertThat(shown.text("holds.representative")).isEqualTo("Rep, Berlin");

        officer().call("PUT", "privacy/contacts/" + firm, OFFICER);
        assertThat(officer().call("GET", "privacy/contacts/" + firm, "").text("holds.name"))
                .isEqualTo("Data-protection officer");
        officer().call("DELETE", "privacy/contacts/" + firm, "");
        assertThat(officer().call("GET", "privacy/contacts/" + firm, "").text("holds.name"))
                .isEqualTo("Group office");
    }

    @Test
    void myDataShowsWhomToAsk() {
        assertThat(as(Role.EMPLOYEE, Optional.of(person))
                        .call("GET", "privacy/own/contact", "")
                        .text("contact"))
                .isEqualTo("null");
        officer().call("PUT", "privacy/contacts/" + firm, OFFICER);

        assertThat(as(Role.EMPLOYEE, Optional.of(person))
                        .call("GET", "privacy/own/contact", "")
                        .text("contact.email"))
                .isEqualTo("dpo@example.com");
    }

    @Test
    void whoIsInChargeOfOneSubsidiarySpeaksForNoOther() {
        assertThat(officer().call("PUT", "privacy/contacts", OFFICER).status()).isEqualTo(404);
        assertThat(officer()
                        .call("PUT", "privacy/contacts/" + elsewhere, OFFICER)
                        .status())
                .isEqualTo(404);
        assertThat(contacts.of(elsewhere)).isEmpty();
    }

    @Test
    void somebodyWhoCannotBeReachedIsNoContact() {
        wrong("{\"email\":\"dpo@example.com\",\"address\":\"Road 1\"}", "name", "missing");
        wrong("{\"name\":\"Officer\",\"address\":\"Road 1\"}", "email", "missing");
        wrong("{\"name\":\"Officer\",\"email\":\"nobody\",\"address\":\"Road 1\"}", "email", "form");
        wrong("{\"name\":\"Officer\",\"email\":\"a@b\"}", "address", "missing");
        wrong("{\"name\":\"" + "x".repeat(201) + "\",\"phone\":\"1\",\"address\":\"r\"}", "name", "tooLong");
    }

    private void wrong(String body, String field, String code) {
        Reply reply = officer().call("PUT", "privacy/contacts/" + firm, body);
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.text("errors.0.field")).isEqualTo(field);
        assertThat(reply.text("errors.0.code")).isEqualTo(code);
    }

    private MemoryServer officer() {
        return as(Role.DPO, Optional.empty());
    }

    private MemoryServer as(Role role, Optional<UUID> self) {
        OpenSight sight = new OpenSight(firm, role, ACCOUNT, self);
        AuditNotes audit = new AuditNotes();
        return new MemoryServer(
                new Texts(FakeRegistry::new),
                new ContactsResource(contacts, sight),
                new OwnContactResource(contacts, new PersonDesk(staff.people, sight, audit)),
                new NoticesResource(
                        new NoticesResource.Telling(shelf.notices, contacts), staff.people, sight, audit, clock));
    }
}
