package org.holdfast.core.offboarding.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.api.connector.AccountStatus.Life;
import org.holdfast.core.offboarding.accounts.SystemViews.SystemView;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Systems are set up without anybody reading their secrets, and what is known of accounts goes with their owner. */
class SystemsTest {
    private AccountRoom room;

    @BeforeEach
    void begin() {
        room = new AccountRoom();
    }

    @AfterEach
    void end() {
        room.close();
    }

    @Test
    void aSecretIsKeptSealedUsedAndNeverShown() {
        RegisteredSystem system = room.setUp();
        SystemView view = room.systemReader.view(system, "en");

        assertThat(view.values()).doesNotContainKey("token").containsEntry("address", "https://directory.example");
        assertThat(view.secrets()).containsExactly("token");
        assertThat(system.toString() + view).doesNotContain("Quittenmus");
        assertThat(stored("offboarding_account_system")).doesNotContain(hex("Quittenmus"));

        RegisteredSystem renamed =
                room.desk.put(system.id(), room.fields("renamed", 1, Map.of("token", "")), room.sight);
        room.systemReader.test(renamed, "en");

        assertThat(room.system.secrets).containsExactly("Quittenmus");
    }

    @Test
    void aSecretDoesNotGoToAnAddressThatWasNamedAfterIt() {
        RegisteredSystem system = room.setUp();

        assertThatThrownBy(() -> room.desk.put(
                        system.id(),
                        room.fields("directory", 1, Map.of("token", "", "address", "https://elsewhere.example")),
                        room.sight))
                .isInstanceOfSatisfying(
                        RestException.class,
                        e -> assertThat(e.errors())
                                .extracting(FieldError::field)
                                .containsExactly("values.token"));
    }

    @Test
    void wrongSettingsAreNamedOneByOne() {
        assertThatThrownBy(() -> room.desk.put(
                        UUID.randomUUID(),
                        room.fields("directory", null, Map.of("match", "nothing", "token", "")),
                        room.sight))
                .isInstanceOfSatisfying(
                        RestException.class,
                        e -> assertThat(e.errors())
                                .extracting(FieldError::field)
                                .containsExactlyInAnyOrder("values.match", "values.token"));
        for (Map<String, String> wrong :
                Set.of(Map.of("address", "gopher://x"), Map.of("authorities", "-----BEGIN nonsense"))) {
            assertThatThrownBy(
                            () -> room.desk.put(UUID.randomUUID(), room.fields("directory", null, wrong), room.sight))
                    .isInstanceOf(RestException.class);
        }
    }

    @Test
    void ofTwoWhoChangeASystemAtOnceOneIsTold() {
        RegisteredSystem system = room.setUp();
        room.desk.put(system.id(), room.fields("directory", 1, Map.of()), room.sight);

        assertThatThrownBy(() -> room.desk.put(system.id(), room.fields("directory", 1, Map.of()), room.sight))
                .isInstanceOfSatisfying(
                        RestException.class, e -> assertThat(e.code()).isEqualTo(SystemError.ACCOUNT_SYSTEM_CHANGED));
        assertThatThrownBy(() -> room.desk.put(UUID.randomUUID(), room.fields("directory", null, Map.of()), room.sight))
                .isInstanceOfSatisfying(
                        RestException.class,
                        e -> assertThat(e.code()).isEqualTo(SystemError.ACCOUNT_SYSTEM_CODE_TAKEN));
    }

    @Test
    void anAccountPutDownByHandIsAskedForAndClosedWithTheOthers() {
        RegisteredSystem system = room.setUp();
        room.system.account("h1", "", Life.ACTIVE);
        Subject owner = room.reader.desk().seen(room.leaver, room.sight);
        assertThatThrownBy(() -> room.reader.desk().add(owner, system.id(), "h0"))
                .isInstanceOfSatisfying(
                        RestException.class, e -> assertThat(e.code()).isEqualTo(SystemError.ACCOUNT_UNKNOWN));

        room.closings.schedule(room.offboarding, room.leaver, Instant.parse("2026-11-27T10:00:00Z"));
        room.reader.desk().add(owner, system.id(), "h1");
        assertThatThrownBy(
                        () -> room.reader.desk().add(room.reader.desk().seen(room.boss, room.sight), system.id(), "h1"))
                .isInstanceOfSatisfying(
                        RestException.class, e -> assertThat(e.code()).isEqualTo(SystemError.ACCOUNT_TAKEN));
        assertThat(room.system.life("h1")).isEqualTo(Life.ACTIVE);

        room.at("2026-11-27T10:00:00Z");
        room.pass(Duration.ofMinutes(10));

        assertThat(room.system.life("h1")).isEqualTo(Life.DISABLED);
        assertThat(room.progress().proved()).isTrue();
    }

    @Test
    void whatAnAccountIsCalledIsSealedAndGoesWithItsOwner() throws Exception {
        room.setUp();
        room.system.account("Quittenmus", room.number(room.leaver), Life.ACTIVE);
        room.closings.schedule(room.offboarding, room.leaver, Instant.parse("2026-11-27T10:00:00Z"));
        room.round.run();
        Subject person = Subject.person(room.firm, room.leaver);
        PersonTraces traces = new AccountBeans().accountTraces();

        assertThat(stored("offboarding_account")).doesNotContain(hex("Quittenmus"));
        assertThat(room.progress().accounts()).hasSize(1);
        assertThat(new AccountRecords(room.register, room.closings).of(person, "en"))
                .anySatisfy(item -> assertThat(item.fields()).containsEntry("reference", "Quittenmus"));
        room.database.run(connection -> {
            assertThat(traces.count(connection, person)).containsEntry("systemAccounts", 4L);
            traces.erase(connection, person);
            assertThat(traces.count(connection, person)).isEmpty();
        });
        assertThat(room.progress()).isEqualTo(ClosingProgress.NONE);
    }

    private String stored(String table) {
        return room.database.call(connection -> {
            StringBuilder all = new StringBuilder();
            try (Statement read = connection.createStatement();
                    ResultSet row = read.executeQuery("select content from " + table)) {
                while (row.next()) {
                    all.append(HexFormat.of().formatHex(row.getBytes(1)));
                }
            }
            return all.toString();
        });
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
