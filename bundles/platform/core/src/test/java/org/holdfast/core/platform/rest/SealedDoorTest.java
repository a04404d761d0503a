package org.holdfast.core.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Optional;
import org.holdfast.core.platform.rest.SealState.Reason;
import org.holdfast.core.platform.rest.SealState.Seal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SealedDoorTest {
    /** What works sealed, endpoint by endpoint: whoever adds one says here why it is not about people. */
    private static final List<String> WORK_SEALED = List.of(
            // A bundle that is missing can be put back.
            "GET /bundles",
            "GET /bundles/{symbolicName}/sbom",
            "PUT /bundles/files/{fileName}",
            "DELETE /bundles/{symbolicName}",
            "PUT /bundles/{symbolicName}/enablement",
            "POST /bundles/{symbolicName}/release",
            // The console shows its pages and says what is the matter.
            "GET /console/contributions",
            "GET /languages",
            "GET /texts/{tag}",
            "GET /openapi.json",
            // Accounts without the names of those they belong to.
            "DELETE /session",
            "GET /session",
            "POST /session/passkeys/challenge",
            "GET /session/provider",
            "POST /session/provider",
            "POST /session/provider/start",
            "POST /session",
            "PUT /session/password",
            // Counts and ages of keys: what an administrator looks at when the ring does not open.
            "GET /keys",
            // Where the caller is signed in: somebody else's session is to be ended at any time.
            "DELETE /sessions",
            "GET /sessions",
            "DELETE /sessions/{id}",
            // Codes and units, of nobody.
            "GET /signals/catalog");

    private @Nullable Seal seal;
    private final Texts texts = new Texts(FakeRegistry::new);
    private final MemoryServer server = new MemoryServer(
            texts, new SealedDoor(() -> Optional.ofNullable(seal)), new TextsResource(texts), new Names());

    @Test
    void exactlyWhatIsNotAboutPeopleWorksWhileTheKeyRingIsNotOpen() {
        List<String> marked = Endpoint.of(ScannedResources.all()).stream()
                .filter(Endpoint::worksSealed)
                .map(endpoint -> endpoint.method() + " " + endpoint.path())
                .toList();

        assertThat(marked).containsExactlyInAnyOrderElementsOf(WORK_SEALED);
    }

    @Test
    void aSealedServerAnswersNothingAboutPeopleAndTakesNothing() {
        seal = new Seal(Reason.LOCKED, "The passphrase is wrong.");

        MemoryServer.Reply read = server.call("GET", "names", "");
        MemoryServer.Reply write = server.call("POST", "names", "");

        assertThat(read.status()).isEqualTo(503);
        assertThat(read.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(read.text("type")).isEqualTo("/problems/key-ring-sealed");
        assertThat(read.body()).doesNotContain("Li Wei");
        assertThat(write.status()).isEqualTo(503);
    }

    @Test
    void theReasonIsToldInTheReadersLanguage() {
        seal = new Seal(Reason.NO_BUNDLE, "No bundle.");

        String english = server.call("GET", "names", "").text("detail");
        String chinese =
                server.with("Accept-Language", "zh").call("GET", "names", "").text("detail");

        assertThat(english).startsWith("No protection bundle with a key ring is active.");
        assertThat(chinese).startsWith("没有可用的含密钥环的保护功能包");
    }

    @Test
    void everyReasonHasItsOwnWordsInBothLanguages() {
        for (Reason reason : Reason.values()) {
            String key = "problem.key-ring-sealed.detail." + reason.code();

            assertThat(texts.find("en", key)).as(key).isPresent();
            assertThat(texts.find("zh", key)).as(key).isPresent().isNotEqualTo(texts.find("en", key));
        }
    }

    @Test
    void whatIsNotAboutPeopleGoesOnAndTheRestComesBackWhenItOpens() {
        seal = new Seal(Reason.NO_KEY, "No key.");
        int sealed = server.call("GET", "languages", "").status();

        seal = null;
        MemoryServer.Reply open = server.call("GET", "names", "");

        assertThat(sealed).isEqualTo(200);
        assertThat(open.status()).isEqualTo(200);
        assertThat(open.body()).contains("Li Wei");
    }

    /** An endpoint about people, which says nothing about sealing. */
    @Path("names")
    @Produces("application/json")
    public static final class Names {
        @GET
        public String list() {
            return "[\"Li Wei\"]";
        }

        @POST
        public String add() {
            throw new IllegalStateException("Nobody may come here");
        }
    }
}
