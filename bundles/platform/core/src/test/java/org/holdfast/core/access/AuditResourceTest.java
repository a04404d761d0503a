package org.holdfast.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.holdfast.core.platform.rest.AuditFilter;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.FakeRegistry;
import org.holdfast.core.platform.rest.Json;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.launcher.audit.AuditEntry;
import org.holdfast.launcher.audit.AuditEvent;
import org.holdfast.launcher.audit.AuditEvent.About;
import org.holdfast.launcher.audit.AuditEvent.Actor;
import org.holdfast.launcher.audit.AuditFolder;
import org.holdfast.launcher.audit.AuditLog;
import org.holdfast.launcher.audit.AuditQuery;
import org.holdfast.launcher.audit.AuditSearch;
import org.holdfast.launcher.audit.EvidenceVerdict;
import org.holdfast.launcher.audit.EvidenceVerifier;
import org.holdfast.launcher.audit.SigningKeys;
import org.holdfast.launcher.config.FieldTable;
import org.holdfast.launcher.config.SuiteSettings;
import org.holdfast.launcher.host.Host;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searching and exporting the audit log: who finds what, who sees names, and that it is audited itself. */
class AuditResourceTest {
    private static final UUID SUBSIDIARY = new UUID(1, 1);
    private static final UUID ELSEWHERE = new UUID(1, 2);
    private static final UUID MEI = new UUID(7, 7);
    private static final UUID FAR = new UUID(7, 8);

    @TempDir
    Path data;

    private final AccessWorld.SetClock clock = new AccessWorld.SetClock();
    private AccessWorld world;
    private Account hr;
    private AuditLog log;

    @BeforeEach
    void begin() {
        world = new AccessWorld(data);
        hr = world.add("hr", Role.GROUP_HR, Set.of(), Optional.empty());
        log = AuditLog.open(AuditFolder.of(data), "test", clock);
    }

    @AfterEach
    void end() {
        log.close();
    }

    @Test
    void dataProtectionOfficerFindsWhoReadAboutSomebodyByName() {
        write("GET /employees/{id}/profile", MEI);
        write("GET /employees/{id}/profile", FAR);

        Reply found = as(Role.DPO, Set.of()).call("POST", "audit/search", "{\"person\":\"" + MEI + "\"}");

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.text("items.0.actor.name")).isEqualTo("hr");
        assertThat(found.text("items.0.names." + MEI)).isEqualTo("Mei Lin");
        assertThat(found.text("items.0.kind")).isEqualTo("read");
        assertThat(found.body()).doesNotContain(FAR.toString());
    }

    @Test
    void auditorSeesRandomIdsAndNoNameOfAPerson() {
        write("GET /employees/{id}/profile", MEI);

        Reply found = as(Role.AUDITOR, Set.of()).call("POST", "audit/search", "{}");

        assertThat(found.body()).contains(MEI.toString()).doesNotContain("Mei Lin");
    }

    @Test
    void officerOfOneSubsidiarySeesNoNameOfAnother() {
        write("GET /employees/{id}/profile", FAR);

        Reply found = as(Role.DPO, Set.of(SUBSIDIARY)).call("POST", "audit/search", "{}");

        assertThat(found.body()).contains(FAR.toString()).doesNotContain("Far Away");
    }

    @Test
    void whoseNamesAreToldStandsInTheEntryOfTheSearch() {
        write("GET /employees/{id}/profile", MEI);

        as(Role.DPO, Set.of()).call("POST", "audit/search", "{}");
        as(Role.AUDITOR, Set.of()).call("POST", "audit/search", "{}");

        assertThat(persons("POST /audit/search")).containsExactly(List.of(), List.of(MEI.toString()));
    }

    @Test
    void searchForAPersonStandsInTheLogEvenIfItFindsNothing() {
        as(Role.AUDITOR, Set.of()).call("POST", "audit/search", "{\"person\":\"" + MEI + "\"}");

        assertThat(persons("POST /audit/search")).containsExactly(List.of(MEI.toString()));
    }

    @Test
    void kindEndpointActorAndPeriodNarrowTheSearch() {
        write("GET /employees/{id}/profile", MEI);
        clock.pass(Duration.ofHours(1));
        write("POST /risk/scores/export", MEI);
        MemoryServer server = as(Role.AUDITOR, Set.of());

        assertThat(actions(server.call("POST", "audit/search", "{\"kind\":\"export\"}")))
                .containsExactly("POST /risk/scores/export");
        assertThat(actions(server.call("POST", "audit/search", "{\"endpoint\":\"PROFILE\"}")))
                .containsExactly("GET /employees/{id}/profile");
        assertThat(actions(server.call("POST", "audit/search", "{\"actor\":\"" + hr.id() + "\"}")))
                .hasSize(2);
        assertThat(actions(server.call("POST", "audit/search", "{\"to\":\"2026-11-22T16:30:00+08:00\"}")))
                .containsExactly("GET /employees/{id}/profile");
        assertThat(actions(server.call(
                        "POST", "audit/search", "{\"kind\":\"export\",\"from\":\"2026-11-22T17:00:00+08:00\"}")))
                .containsExactly("POST /risk/scores/export");
    }

    @Test
    void wrongFiltersAreRefusedWithTheField() {
        MemoryServer server = as(Role.AUDITOR, Set.of());

        Reply kind = server.call("POST", "audit/search", "{\"kind\":\"gossip\"}");
        Reply period = server.call(
                "POST", "audit/search", "{\"from\":\"2026-11-22T09:00:00Z\",\"to\":\"2026-11-22T09:00:00Z\"}");

        assertThat(kind.status()).isEqualTo(400);
        assertThat(kind.body()).contains("notOneOf");
        assertThat(period.status()).isEqualTo(400);
        assertThat(period.body()).contains("notAfterFrom");
    }

    @Test
    void pagesGoOnWhereTheyEndedAlthoughTheLogGrows() {
        for (int i = 0; i < 5; i++) {
            write("GET /employees/{id}/profile", new UUID(9, i));
        }
        MemoryServer server = as(Role.AUDITOR, Set.of());

        Reply first = server.call("POST", "audit/search", "{\"kind\":\"read\",\"limit\":3}");
        write("GET /employees/{id}/profile", MEI);
        Reply second = server.call(
                "POST", "audit/search", "{\"kind\":\"read\",\"limit\":3,\"cursor\":\"" + first.text("next") + "\"}");
        Reply other =
                server.call("POST", "audit/search", "{\"kind\":\"run\",\"cursor\":\"" + first.text("next") + "\"}");

        assertThat(indices(first)).containsExactly(4L, 3L, 2L);
        assertThat(indices(second)).containsExactly(1L, 0L);
        assertThat(second.text("next")).isEqualTo("null");
        assertThat(other.status()).isEqualTo(400);
    }

    @Test
    void exportHoldsWhatTheFilterShowsRunsNoFormulaAndIsAuditedItself() {
        write("=cmd|'/c calc'!A0", MEI);
        write("run.ended", FAR);

        Reply sheet = as(Role.DPO, Set.of()).call("POST", "audit/export", "{\"person\":\"" + MEI + "\"}");

        assertThat(sheet.status()).isEqualTo(200);
        assertThat(sheet.header("Content-Disposition")).contains("audit-log.csv");
        assertThat(sheet.body().split("\r\n"))
                .hasSize(2)
                .anySatisfy(line ->
                        assertThat(line).contains("\"'=cmd|'/c calc'!A0\"").contains(MEI.toString()));
        assertThat(sheet.body()).doesNotContain("Mei Lin");
        assertThat(persons("POST /audit/export")).containsExactly(List.of(MEI.toString()));
    }

    @Test
    void evidenceAboutAPersonIsProvenWithoutTheServerAndIsAuditedItself() throws IOException {
        SigningKeys.Encoded key = SigningKeys.create();
        SigningKeys.publish(AuditFolder.of(data), key.publicKey());
        log.signWith(SigningKeys.signer(key));
        write("GET /employees/{id}/profile", MEI);
        write("GET /employees/{id}/profile", FAR);

        Reply answer = as(Role.DPO, Set.of()).call("POST", "audit/evidence", "{\"person\":\"" + MEI + "\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition")).doesNotContain(MEI.toString(), "Mei Lin");
        Path pack = Files.write(data.resolve("pack.zip"), answer.bytes());
        EvidenceVerdict verdict =
                EvidenceVerifier.verify(pack, SigningKeys.read(AuditFolder.keys(AuditFolder.of(data))));
        assertThat(verdict.genuine()).isTrue();
        assertThat(verdict.entries()).isEqualTo(1);
        assertThat(persons("POST /audit/evidence")).containsExactly(List.of(MEI.toString()));
    }

    @Test
    void evidenceNeedsAPersonAndAnOpenKeyRing() {
        MemoryServer server = as(Role.DPO, Set.of());

        Reply nobody = server.call("POST", "audit/evidence", "{}");
        Reply sealed = server.call("POST", "audit/evidence", "{\"person\":\"" + MEI + "\"}");

        assertThat(nobody.status()).isEqualTo(400);
        assertThat(nobody.body()).contains("missing");
        assertThat(sealed.status()).isEqualTo(503);
    }

    @Test
    void whatTheOfficerTypesNeverStandsInTheLog() {
        as(Role.DPO, Set.of()).call("POST", "audit/search", "{\"endpoint\":\"Mei Lin\",\"actor\":\"Li Wei\"}");

        assertThat(entries("POST /audit/search")).asString().doesNotContain("Mei Lin", "Li Wei");
    }

    private void write(String action, UUID person) {
        Actor actor = new Actor(hr.id().toString(), List.of("groupHr"), "session");
        log.append(new AuditEvent(
                action, actor, new About(null, List.of(person.toString()), null), AuditEvent.DONE, Map.of()));
    }

    private MemoryServer as(Role role, Set<UUID> subsidiaries) {
        Caller caller = new Caller(
                new UUID(3, 3).toString(), "reader", Set.of(role), subsidiaries, Optional.empty(), false, Set.of());
        Visibility visibility = new ScopedVisibility(
                caller,
                new Gate.Tables(world.table, FieldTable.read(data)),
                new Gate.Known((manager, person) -> false, AuditResourceTest::named),
                permission -> true,
                "audit:read");
        AuditNotes notes = new AuditNotes();
        notes.calledBy(new Actor(caller.id(), List.of(role.code()), "session"));
        AccountStore accounts = new JpaAccountStore(world.entities, world.seal);
        AuditNames names = new AuditNames(accounts, AuditResourceTest::named, visibility);
        Host host = new Host(
                null,
                Clock.systemUTC(),
                data,
                null,
                null,
                null,
                "",
                log,
                null,
                true,
                null,
                SuiteSettings.STANDARD,
                Optional.empty());
        return new MemoryServer(
                visibility,
                new Texts(FakeRegistry::new),
                new AuditFilter(log, notes),
                new AuditResource(host, names, new Cursors(), visibility, notes));
    }

    private static Optional<PersonNames.Named> named(UUID id) {
        Map<UUID, PersonNames.Named> known = Map.of(
                MEI, new PersonNames.Named(SUBSIDIARY, "Mei Lin"), FAR, new PersonNames.Named(ELSEWHERE, "Far Away"));
        return Optional.ofNullable(known.get(id));
    }

    private List<AuditEntry> entries(String action) {
        AuditQuery query = new AuditQuery("", "", new AuditQuery.What(action, null, ""), AuditQuery.Period.EVER);
        return new AuditSearch(AuditFolder.of(data)).latest(query, Long.MAX_VALUE, 100);
    }

    private List<List<String>> persons(String action) {
        return entries(action).stream()
                .map(entry -> entry.event().about().persons())
                .toList();
    }

    private static List<String> actions(Reply reply) {
        return items(reply).map(item -> item.path("action").asText()).toList();
    }

    private static List<Long> indices(Reply reply) {
        return items(reply).map(item -> item.path("index").asLong()).toList();
    }

    private static Stream<JsonNode> items(Reply reply) {
        try {
            return Json.mapper().readTree(reply.body()).path("items").findParents("action").stream();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(reply.body(), e);
        }
    }
}
