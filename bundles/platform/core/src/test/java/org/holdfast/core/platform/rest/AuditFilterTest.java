package org.holdfast.core.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.holdfast.launcher.audit.AuditEntry;
import org.holdfast.launcher.audit.AuditEvent.Actor;
import org.holdfast.launcher.audit.AuditLog;
import org.holdfast.launcher.audit.AuditQuery;
import org.holdfast.launcher.audit.AuditSearch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be audited does not happen, and what is not audited tells nothing about anybody. */
class AuditFilterTest {
    /** What is not audited, endpoint by endpoint: whoever adds one says here why it tells nothing about anybody. */
    private static final List<String> NOT_AUDITED = List.of(
            // Texts, pages and bundles of the product.
            "GET /bundles",
            "GET /bundles/{symbolicName}/sbom",
            "GET /console/contributions",
            "GET /languages",
            "GET /openapi.json",
            "GET /texts/{tag}",
            // The provider people sign on with.
            "GET /session/provider",
            // How far a job is: the console asks every second.
            "GET /jobs/{id}",
            "GET /jobs/{id}",
            // What is due where, of nobody: the console asks every minute.
            "GET /notifications",
            // Counts and ages of keys, and how far a rotation is: the command line asks again and again.
            "GET /keys",
            // The caller's own session.
            "GET /session",
            // Names of units and codes, of nobody.
            "GET /departments",
            "GET /risk/settings/features",
            "GET /signals/catalog",
            "GET /signals/freshness",
            "GET /subsidiaries");

    private static final UUID PERSON = new UUID(7, 7);

    @TempDir
    private java.nio.file.Path folder;

    private final AuditNotes notes = new AuditNotes();
    private final People people = new People(notes);
    private AuditLog log;
    private MemoryServer server;

    @BeforeEach
    void open() {
        log = AuditLog.open(folder, "test", Clock.systemUTC());
        server = new MemoryServer(new Texts(FakeRegistry::new), new AuditFilter(log, notes), people);
        notes.calledBy(new Actor("account-1", List.of("groupHr"), "session"));
    }

    @Test
    void everyEndpointIsAuditedButThoseThatTellNothingAboutAnybody() {
        List<String> marked = Endpoint.of(ScannedResources.all()).stream()
                .filter(endpoint -> endpoint.handler().isAnnotationPresent(NothingPersonal.class))
                .map(endpoint -> endpoint.method() + " " + endpoint.path())
                .toList();

        assertThat(marked).containsExactlyInAnyOrderElementsOf(NOT_AUDITED);
        assertThat(marked).allMatch(endpoint -> endpoint.startsWith("GET "));
    }

    /** Where somebody answers an anonymous survey the log must not tell that they did. */
    @Test
    void nothingIsWrittenDownWhereNobodyMayBeFoundOut() {
        List<String> marked = Endpoint.of(ScannedResources.all()).stream()
                .filter(endpoint -> endpoint.handler().isAnnotationPresent(Anonymous.class))
                .map(endpoint -> endpoint.method() + " " + endpoint.path())
                .toList();

        assertThat(marked).containsExactlyInAnyOrder("GET /surveys/own", "POST /surveys/own/{id}/answers");
    }

    @Test
    void whoReadsAboutSomebodyStandsInTheLogWithWhomItWasAbout() {
        server.call("GET", "employees/" + PERSON, "");

        AuditEntry entry = entries().get(0);
        assertThat(entry.event().action()).isEqualTo("GET /employees/{id}");
        assertThat(entry.event().actor().id()).isEqualTo("account-1");
        assertThat(entry.event().about().persons()).containsExactly(PERSON.toString());
        assertThat(entry.event().outcome()).isEqualTo("done");
    }

    @Test
    void whoIsOnAListStandsInTheLogToo() {
        server.call("POST", "employees/search", "");

        assertThat(entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.event().about().persons()).containsExactly(PERSON.toString()));
    }

    @Test
    void aChangeStandsInTheLogBeforeItBeginsAndAfterItHasEnded() {
        server.call("POST", "employees", "");

        assertThat(entries()).extracting(entry -> entry.event().outcome()).containsExactly("done", "begun");
    }

    @Test
    void whatSomebodyTypesIntoAnAddressNeverStandsInTheLog() {
        server.call("GET", "employees/LiWei", "");

        assertThat(entries()).singleElement().asString().doesNotContain("LiWei");
    }

    @Test
    void whatCannotBeAuditedDoesNotHappen() {
        log.close();

        MemoryServer.Reply read = server.call("GET", "employees/" + PERSON, "");
        MemoryServer.Reply change = server.call("POST", "employees", "");

        assertThat(read.status()).isEqualTo(503);
        assertThat(read.text("type")).isEqualTo("/problems/audit-unavailable");
        assertThat(read.body()).doesNotContain("Li Wei");
        assertThat(change.status()).isEqualTo(503);
        assertThat(people.changes).isZero();
    }

    private List<AuditEntry> entries() {
        return new AuditSearch(folder).latest(AuditQuery.all(), Long.MAX_VALUE, 100);
    }

    /** Endpoints about people. */
    @Path("employees")
    @Produces("application/json")
    public static final class People {
        private final AuditNotes notes;
        private int changes;

        People(AuditNotes notes) {
            this.notes = notes;
        }

        @GET
        @Path("{id}")
        @Permitted("employees:read")
        public String one(@PathParam("id") String id) {
            return "\"Li Wei\"";
        }

        @POST
        @Path("search")
        @Permitted("employees:read")
        public String search() {
            notes.told(List.of(PERSON));
            return "[\"Li Wei\"]";
        }

        @POST
        @Permitted("imports:write")
        public String change() {
            changes++;
            return "[]";
        }
    }
}
