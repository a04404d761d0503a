package org.holdfast.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.core.access.AccessWorld.PASSWORD;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.api.channel.Channel;
import org.holdfast.api.channel.ChannelMessage;
import org.holdfast.api.channel.DeliveryStatus;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.protection.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where an account is reached by the channels that bundles bring. */
class ChannelAddressTest {
    private static final UUID FIRM = new UUID(1, 1);

    @TempDir
    Path data;

    private final Telephone telephone = new Telephone();
    private AccessWorld world;

    /** A channel whose addresses are numbers. */
    private static final class Telephone implements Channel {
        @Override
        public String code() {
            return "sms";
        }

        @Override
        public boolean accepts(String address) {
            return address.matches("1[0-9]{10}");
        }

        @Override
        public DeliveryStatus send(ChannelMessage message) {
            return DeliveryStatus.delivered();
        }
    }

    @BeforeEach
    void begin() {
        world = new AccessWorld(data);
        world.registry.with(telephone);
        world.add("guard", Role.SECURITY_ADMIN, Set.of(), Optional.empty());
        world.logIn("guard", PASSWORD);
    }

    @AfterEach
    void end() {
        world.log.close();
    }

    @Test
    void peopleGiveTheirOwnAddressAndTakeItAway() {
        assertThat(world.server.call("GET", "session/channels", "").body()).contains("\"channel\":\"sms\"");
        assertThat(put("session/channels/sms", " 13900000001 ").body()).contains("\"13900000001\"");

        put("session/channels/sms", "");
        assertThat(world.server.call("GET", "session/channels", "").body()).doesNotContain("139");
    }

    @Test
    void anAdministratorGivesAnotherOneAnAddress() {
        Account officer = world.add("officer", Role.DPO, Set.of(FIRM), Optional.empty());

        put("users/" + officer.id() + "/channels/sms", "13900000002");

        assertThat(world.channelAddresses.find(officer.id(), "sms")).contains("13900000002");
        assertThat(world.server
                        .call("GET", "users/" + officer.id() + "/channels", "")
                        .body())
                .contains("13900000002");
    }

    @Test
    void whatIsNoAddressOfTheChannelIsRefusedAndWhatIsNoChannelIsNotFound() {
        for (String wrong : List.of("nobody", "1390000000", "13900000001\\n", "1".repeat(300), "\\u0000")) {
            Reply reply = put("session/channels/sms", wrong.endsWith("\\n") ? "1390000\\n0001" : wrong);
            assertThat(reply.status()).as(wrong).isEqualTo(400);
            assertThat(reply.body()).contains("address").doesNotContain("1390000");
        }
        assertThat(put("session/channels/pigeon", "13900000001").status()).isEqualTo(404);
        assertThat(put("session/channels/mail", "13900000001").status()).isEqualTo(404);
    }

    @Test
    void anAddressOfAChannelThatWentCanBeTakenAway() {
        put("session/channels/sms", "13900000001");
        world.registry.without(telephone);

        assertThat(put("session/channels/sms", "").status()).isEqualTo(200);
        assertThat(put("session/channels/sms", "").status()).isEqualTo(404);
    }

    @Test
    void anAddressStandsNowhereInTheClearAndGoesWithThePerson() throws SQLException {
        UUID person = UUID.randomUUID();
        Account officer = world.add("officer", Role.DPO, Set.of(FIRM), Optional.of(person));
        put("users/" + officer.id() + "/channels/sms", "13977777777");

        try (Connection connection = world.database.getConnection()) {
            assertThat(kept(connection)).isNotEmpty().doesNotContain("13977777777");
            new AccountTraces().erase(connection, Subject.person(FIRM, person));
            assertThat(kept(connection)).isEmpty();
        }
    }

    private static String kept(Connection connection) throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Statement read = connection.createStatement();
                ResultSet row = read.executeQuery("select address from access_channel_address")) {
            while (row.next()) {
                all.append(new String(row.getBytes(1), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    private Reply put(String path, String address) {
        return world.server.call("PUT", path, "{\"address\":\"" + address + "\"}");
    }
}
