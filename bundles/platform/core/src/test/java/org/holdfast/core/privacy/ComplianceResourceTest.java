package org.holdfast.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.holdfast.core.access.Role;
import org.holdfast.core.fixture.FixedRegistry;
import org.holdfast.core.fixture.OpenSight;
import org.holdfast.core.platform.paper.Papers;
import org.holdfast.core.platform.rest.AuditFilter;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.FakeRegistry;
import org.holdfast.core.platform.rest.Json;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.privacy.breach.BreachesOf;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.basis.Assessments;
import org.holdfast.core.protection.basis.Contacts;
import org.holdfast.core.protection.basis.LawfulBases;
import org.holdfast.core.protection.basis.NoticeShelf;
import org.holdfast.core.protection.basis.ProcessingScope;
import org.holdfast.core.protection.basis.ShippedBooks;
import org.holdfast.core.protection.erasure.LegalHolds;
import org.holdfast.core.protection.erasure.StatutoryRecords;
import org.holdfast.core.protection.rights.RequestKind;
import org.holdfast.core.protection.rights.RequestsRoom;
import org.holdfast.core.protection.rights.RightsRequests.Wanted;
import org.holdfast.core.signals.RegistrySignalCatalog;
import org.holdfast.launcher.audit.AuditEntry;
import org.holdfast.launcher.audit.AuditEvent;
import org.holdfast.launcher.audit.AuditEvent.About;
import org.holdfast.launcher.audit.AuditEvent.Actor;
import org.holdfast.launcher.audit.AuditFolder;
import org.holdfast.launcher.audit.AuditQuery;
import org.holdfast.launcher.audit.AuditSearch;
import org.holdfast.launcher.audit.ComplianceVerdict;
import org.holdfast.launcher.audit.ComplianceVerifier;
import org.holdfast.launcher.audit.SigningKeys;
import org.holdfast.launcher.config.SuiteSettings;
import org.holdfast.launcher.host.Host;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A compliance audit gets what it asks for as one signed pack, without names, and its digest stands in the audit log. */
@Tag("O22")
class ComplianceResourceTest {
    private static final UUID ACCOUNT = new UUID(3, 3);
    private static final SigningKeys.Encoded KEY = SigningKeys.create();

    @TempDir
    Path data;

    private BreachesOf room;
    private RequestsRoom requests;
    private UUID person;

    @BeforeEach
    void open() {
        room = new BreachesOf(data);
        SigningKeys.publish(AuditFolder.of(data), KEY.publicKey());
        room.log().signWith(SigningKeys.signer(KEY));
        room.log().append(AuditEvent.byServer("server.start", AuditEvent.DONE, Map.of()));
        requests = new RequestsRoom(room.database(), room.vault(), room.clock()).follows(room.firm(), "pipl");
        person = room.staff().hire(room.firm(), null);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void thePackHoldsEveryDocumentAndIsVerifiedFromItsFile() throws IOException {
        assertThat(pack("{}").status()).isEqualTo(200);

        Map<String, byte[]> files = files();
        ComplianceVerdict verdict = ComplianceVerifier.verify(
                data.resolve("pack.zip"), SigningKeys.read(AuditFolder.keys(AuditFolder.of(data))));

        assertThat(verdict.genuine()).isTrue();
        assertThat(files.keySet())
                .contains("manifest.json", "signature.json", "checkpoint.json")
                .contains("documents/compliance-matrix.md", "documents/bundles.json", "documents/subsidiaries.json");
        for (String name : List.of(
                "processing-record", "lawful-bases", "assessments", "notices", "retention", "requests", "breaches")) {
            assertThat(files).containsKey("documents/" + room.firm() + "/" + name + ".json");
        }
    }

    @Test
    void requestsAndBreachesAreThereWithoutNamesAndWords() throws IOException {
        requests.requests.file(
                Subject.person(room.firm(), person),
                new Wanted(RequestKind.ACCESS, "secret words", LocalDate.of(2026, 11, 20), ACCOUNT, true));
        room.noticed();
        pack("{}");

        JsonNode asked = document("requests");
        JsonNode breaches = document("breaches");

        assertThat(asked.at("/counts/access open").asInt()).isEqualTo(1);
        assertThat(asked.at("/items/0/receivedOn").asText()).isEqualTo("2026-11-20");
        assertThat(breaches.at("/0/severity").asText()).isEqualTo("high");
        assertThat(breaches.at("/0/steps/0/whom").asText()).isEqualTo("authority");
        for (byte[] file : files().values()) {
            assertThat(new String(file, StandardCharsets.UTF_8))
                    .doesNotContain("secret words", person.toString(), "a laptop", "portal");
        }
    }

    @Test
    void theLastNightsOfRetentionAreThere() throws IOException {
        room.log()
                .append(new AuditEvent(
                        "retention.applied",
                        Actor.SERVER,
                        new About(room.firm().toString(), List.of(), null),
                        AuditEvent.DONE,
                        Map.of("scores", "12")));
        room.log()
                .append(new AuditEvent(
                        "retention.applied",
                        Actor.SERVER,
                        new About(room.elsewhere().toString(), List.of(), null),
                        AuditEvent.DONE,
                        Map.of("scores", "99")));
        pack("{}");

        JsonNode retention = document("retention");

        assertThat(retention.at("/nights")).hasSize(1);
        assertThat(retention.at("/nights/0/ended/scores").asText()).isEqualTo("12");
        assertThat(retention.at("/schedule/items")).isNotEmpty();
    }

    @Test
    void itsDigestStandsInTheAuditLog() throws IOException {
        pack("{}");

        AuditEntry entry = new AuditSearch(AuditFolder.of(data))
                .latest(AuditQuery.all(), Long.MAX_VALUE, 1)
                .get(0);
        assertThat(entry.event().action()).isEqualTo("POST /privacy/compliance-audit");
        assertThat(entry.event().details()).containsEntry("manifest", sha256(files().get("manifest.json")));
    }

    @Test
    void nobodyGetsASubsidiaryTheyDoNotSee() throws IOException {
        assertThat(pack("{\"subsidiaryIds\":[\"" + room.elsewhere() + "\"]}").status())
                .isEqualTo(404);
        assertThat(pack("{\"subsidiaryIds\":[]}").status()).isEqualTo(400);

        pack("{}");

        assertThat(files().keySet())
                .noneMatch(name -> name.contains(room.elsewhere().toString()));
    }

    private Reply pack(String body) throws IOException {
        AuditNotes notes = new AuditNotes();
        OpenSight sight = new OpenSight(room.firm(), Role.DPO, ACCOUNT, Optional.empty());
        Host host = new Host(
                new FixedRegistry(),
                room.clock(),
                data,
                null,
                null,
                null,
                "",
                room.log(),
                null,
                true,
                null,
                SuiteSettings.STANDARD,
                Optional.empty());
        Texts texts = new Texts(FakeRegistry::new);
        ComplianceFile file = new ComplianceFile(views(sight, texts), requests.requests, room.summaries(), host);
        Reply reply = new MemoryServer(
                        texts,
                        new AuditFilter(room.log(), notes),
                        new ComplianceResource(file, room.staff().people, sight, host, notes))
                .call("POST", "privacy/compliance-audit", body);
        Files.write(data.resolve("pack.zip"), reply.bytes());
        return reply;
    }

    private ComplianceViews views(OpenSight sight, Texts texts) {
        LawfulBases bases = ShippedBooks.bases(room.database());
        Contacts contacts = new Contacts(room.database(), room.clock());
        Assessments assessments = ShippedBooks.assessments(room.database(), room.vault(), room.clock());
        ProcessingScope scope = firm -> new ProcessingScope.Scope(Set.of(), Set.of("industry:tech@1.0"));
        RetentionSchedule schedule = new RetentionSchedule(
                new RetentionSchedule.Rules(
                        firm -> room.books().of(firm).orElseThrow().retention(),
                        room.staff().people,
                        new StatutoryRecords(
                                room.database(),
                                room.vault(),
                                new StatutoryRecords.Sources(id -> List.of(), List.of(), person -> Optional.empty()),
                                room.clock())),
                null,
                new LegalHolds(room.database(), room.vault()),
                List.of(),
                room.clock());
        ProcessingRecordResource.Sources sources = new ProcessingRecordResource.Sources(
                room.staff().people,
                new RegistrySignalCatalog(new FixedRegistry()),
                new ProcessingRecordResource.OnFile(bases, contacts),
                room.books(),
                scope);
        Papers papers = new Papers(sight, texts);
        return new ComplianceViews(
                new ProcessingRecordResource(
                        sources, sight, texts, new ProcessingRecordResource.Printing(papers, room.clock())),
                new BasesResource(bases, room.books(), sight),
                new AssessmentsResource(
                        new AssessmentDesk(
                                assessments,
                                room.books(),
                                scope,
                                new AssessmentDesk.Who(room.staff().people, id -> Optional.empty()),
                                room.clock()),
                        sight,
                        texts,
                        papers),
                new NoticesResource(
                        new NoticesResource.Telling(new NoticeShelf(room.database(), room.clock()).notices, contacts),
                        room.staff().people,
                        sight,
                        new AuditNotes(),
                        room.clock()),
                new RetentionResource(schedule, sight));
    }

    private JsonNode document(String name) throws IOException {
        return Json.mapper().readTree(files().get("documents/" + room.firm() + "/" + name + ".json"));
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipFile zip = new ZipFile(data.resolve("pack.zip").toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    files.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return files;
    }

    private static String sha256(byte[] content) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
