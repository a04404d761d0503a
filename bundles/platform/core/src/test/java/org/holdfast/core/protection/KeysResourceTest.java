package org.holdfast.core.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.holdfast.core.fixture.FixedRegistry;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.launcher.audit.AuditEvent.Actor;
import org.holdfast.launcher.config.SuiteSettings;
import org.holdfast.launcher.host.Host;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway") // JUnit sets the fields, and the host here is half of one
class KeysResourceTest {
    @TempDir
    Path home;

    private final LocalDatabase database = LocalDatabase.fresh();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private KeySite site;
    private MemoryServer server;

    @BeforeEach
    void begin() {
        DataSource store = KeySite.migrated(KeySite.inMemory());
        site = new KeySite(home, store);
        assertThat(site.start()).isEmpty();
        site.hire(KeySite.FIRST);
        site.hire(KeySite.FIRST);
        site.hire(KeySite.SECOND);
        subsidiary(KeySite.FIRST, "MUC");
        subsidiary(KeySite.SECOND, "SH01");
        subsidiary(new UUID(3, 3), "BJ02");
        FixedRegistry registry = site.registry;
        AuditNotes notes = new AuditNotes();
        notes.calledBy(new Actor("account-7", List.of("securityAdmin"), "session"));
        server = new MemoryServer(
                new Texts(() -> registry),
                new KeysResource(
                        site.current(registry),
                        site.rotations(waiting::add),
                        new Host(
                                registry,
                                site.clock,
                                home,
                                store,
                                null,
                                null,
                                "",
                                null,
                                null,
                                false,
                                null,
                                new SuiteSettings(
                                        "AES-256-GCM", Map.of("BJ02", "SM4-GCM", "MUC", "SM4-GCM", "SH10", "SM4-GCM")),
                                java.util.Optional.empty()),
                        notes,
                        database));
    }

    private void subsidiary(UUID id, String code) {
        database.run(connection -> {
            String sql = "insert into subsidiary (id, code, name, country, industry, timezone, language, sandbox)"
                    + " values (?, ?, 'Firm', 'CN', 'tech', 'Asia/Shanghai', 'zh', false)";
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setObject(1, id);
                insert.setString(2, code);
                insert.executeUpdate();
            }
        });
    }

    @AfterEach
    void end() {
        database.close();
        site.close();
    }

    @Test
    void theKeysOfEachLevelAreCountedTheirSuitesToldAndNoKey() {
        MemoryServer.Reply reply = server.call("GET", "keys", "");

        assertThat(reply.status()).isEqualTo(200);
        String id = site.ring.roots().get(0);
        String suites = "{\"subsidiary\":\"BJ02\",\"suite\":null,\"wanted\":\"SM4-GCM\",\"known\":true},"
                + "{\"subsidiary\":\"MUC\",\"suite\":\"AES-256-GCM\",\"wanted\":\"SM4-GCM\",\"known\":true},"
                + "{\"subsidiary\":\"SH01\",\"suite\":\"SM4-GCM\",\"wanted\":\"AES-256-GCM\",\"known\":true},"
                + "{\"subsidiary\":\"SH10\",\"suite\":null,\"wanted\":\"SM4-GCM\",\"known\":false}";
        assertThat(reply.body())
                .isEqualTo(
                        "{\"state\":\"open\",\"suite\":\"AES-256-GCM\",\"root\":{\"kind\":\"argon2id\",\"id\":\"" + id
                                + "\",\"since\":\"2026-11-26T08:00:00Z\"},\"subsidiary\":{\"keys\":2,\"oldest\":"
                                + "\"2026-11-26T08:00:00Z\",\"newest\":\"2026-11-26T08:00:00Z\"},\"person\":{\"keys\":3,"
                                + "\"oldest\":\"2026-11-26T08:00:00Z\",\"newest\":\"2026-11-26T08:00:00Z\"},\"suites\":[SUITES],\"rotation\":null}"
                                        .replace("SUITES", suites));
    }

    @Test
    void aRotationIsBegunInTheCallersNameAndToldUntilItIsDone() {
        MemoryServer.Reply begun = server.call("POST", "keys/rotations", "{\"level\":\"subsidiary\"}");

        assertThat(begun.status()).isEqualTo(202);
        assertThat(begun.text("state")).isEqualTo("running");
        assertThat(begun.text("begunBy")).isEqualTo("account-7");
        assertThat(server.call("GET", "keys", "").body())
                .contains("\"level\":\"subsidiary\",\"state\":\"running\",\"total\":3,\"done\":0");
        MemoryServer.Reply second = server.call("POST", "keys/rotations", "{\"level\":\"root\"}");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("type")).isEqualTo("/problems/rotation-unfinished");

        waiting.remove().run();

        assertThat(server.call("GET", "keys", "").body())
                .contains("\"state\":\"done\",\"total\":3,\"done\":3")
                .contains("\"failure\":null");
        site.everythingIsReadable();
    }

    @Test
    void aLevelThatCannotBeRotatedIsRefused() {
        assertThat(server.call("POST", "keys/rotations", "{\"level\":\"person\"}")
                        .status())
                .isEqualTo(400);
        assertThat(server.call("POST", "keys/rotations", "{}").status()).isEqualTo(400);
        assertThat(waiting).isEmpty();
    }
}
