package org.holdfast.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.core.access.AccessWorld.PASSWORD;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.Recipients.Recipient;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.protection.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where an account gets its mail, and who is reminded of what happens in a subsidiary. */
class MailAddressTest {
    private static final UUID FIRM = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);

    @TempDir
    Path data;

    private AccessWorld world;

    @BeforeEach
    void begin() {
        world = new AccessWorld(data);
        world.add("guard", Role.SECURITY_ADMIN, Set.of(), Optional.empty());
    }

    @AfterEach
    void end() {
        world.log.close();
    }

    @Test
    void peopleGiveTheirOwnAddressAndTakeItAway() {
        world.logIn("guard", PASSWORD);

        assertThat(put("session/mail-address", "guard@firm.example").text("address"))
                .isEqualTo("guard@firm.example");
        assertThat(world.server.call("GET", "session/mail-address", "").text("address"))
                .isEqualTo("guard@firm.example");

        put("session/mail-address", "");
        assertThat(world.server.call("GET", "session/mail-address", "").body()).doesNotContain("@");
    }

    @Test
    void anAdministratorGivesAnotherOneAnAddress() {
        Account officer = world.add("officer", Role.DPO, Set.of(FIRM), Optional.empty());
        world.logIn("guard", PASSWORD);

        put("users/" + officer.id() + "/mail-address", "officer@firm.example");

        assertThat(world.recipients.of(Role.DPO, FIRM))
                .extracting(Recipient::address)
                .containsExactly("officer@firm.example");
    }

    @Test
    void whatIsNoSingleAddressIsRefusedAndCanPutNoLineIntoAMail() {
        world.logIn("guard", PASSWORD);

        for (String wrong : List.of(
                "nobody",
                "a@b@c.example",
                "a@firm.example\\r\\nBcc: b@firm.example",
                "a@firm.example, b@firm.example",
                "Mei <a@firm.example>",
                "a b@firm.example")) {
            Reply reply = put("session/mail-address", wrong);
            assertThat(reply.status()).as(wrong).isEqualTo(400);
        }
        assertThat(world.server.call("GET", "session/mail-address", "").body()).doesNotContain("@");
    }

    @Test
    void officersAreRemindedOfTheirSubsidiariesAndOfNoOthers() {
        world.add("here", Role.DPO, Set.of(FIRM), Optional.empty());
        world.add("there", Role.DPO, Set.of(OTHER), Optional.empty());
        UUID group = world.add("group", Role.DPO, Set.of(), Optional.empty()).id();
        world.add("hr", Role.SUBSIDIARY_HR, Set.of(FIRM), Optional.empty());

        assertThat(world.recipients.of(Role.DPO, FIRM))
                .hasSize(2)
                .extracting(Recipient::account)
                .contains(group);
    }

    @Test
    void nobodyIsToldOfThemselvesOrOfTheirSuperior() {
        UUID person = UUID.randomUUID();
        UUID report = UUID.randomUUID();
        world.managers.put(report, person);
        world.add("self", Role.SUBSIDIARY_HR, Set.of(FIRM), Optional.of(person));
        world.add("below", Role.SUBSIDIARY_HR, Set.of(FIRM), Optional.of(report));
        UUID other = world.add("other", Role.SUBSIDIARY_HR, Set.of(FIRM), Optional.empty())
                .id();

        assertThat(world.recipients.of(Role.SUBSIDIARY_HR, FIRM)).hasSize(3);
        assertThat(world.recipients.of(Role.SUBSIDIARY_HR, FIRM, person))
                .extracting(Recipient::account)
                .containsExactly(other);
    }

    @Test
    void oneEmployeeIsToldByTheirOwnAccounts() {
        UUID boss = UUID.randomUUID();
        UUID account = world.add("boss", Role.LINE_MANAGER, Set.of(), Optional.of(boss))
                .id();
        world.add("peer", Role.LINE_MANAGER, Set.of(), Optional.of(UUID.randomUUID()));

        assertThat(world.recipients.ofEmployee(boss))
                .extracting(Recipient::account)
                .containsExactly(account);
    }

    @Test
    void anAddressGoesWithThePerson() throws SQLException {
        UUID person = UUID.randomUUID();
        Account officer = world.add("officer", Role.DPO, Set.of(FIRM), Optional.of(person));
        world.addresses.take(officer.id(), "canary-7f@firm.example");

        try (Connection connection = world.database.getConnection()) {
            assertThat(rows(connection)).isEqualTo(1);
            new AccountTraces().erase(connection, Subject.person(FIRM, person));
            assertThat(rows(connection)).isZero();
        }
    }

    private static int rows(Connection connection) throws SQLException {
        try (Statement read = connection.createStatement();
                ResultSet row = read.executeQuery("select count(*) from access_mail_address")) {
            row.next();
            return row.getInt(1);
        }
    }

    private Reply put(String path, String address) {
        return world.server.call("PUT", path, "{\"address\":\"" + address + "\"}");
    }
}
