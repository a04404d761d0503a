package org.holdfast.core.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Priority;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.holdfast.launcher.audit.AuditEvent.Actor;
import org.holdfast.launcher.audit.AuditLog;
import org.holdfast.launcher.audit.AuditQuery;
import org.holdfast.launcher.audit.AuditSearch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where nobody may be found out to have called, nothing of a call is written down; everywhere else it is. */
class AnonymousCallTest {
    @TempDir
    private java.nio.file.Path folder;

    private final List<String> claimed = new ArrayList<>();

    @Test
    @Tag("O20")
    void neitherTheLogNorAKeyTellsWhoAnswered() {
        AuditNotes notes = new AuditNotes();
        notes.calledBy(new Actor("account-1", List.of("employee"), "session"));
        try (AuditLog log = AuditLog.open(folder, "test", Clock.systemUTC())) {
            MemoryServer server = new MemoryServer(
                            new Texts(FakeRegistry::new),
                            new SignedIn(),
                            new AuditFilter(log, notes),
                            new IdempotencyFilter(new Keys(), new TellAll()),
                            new Ballots())
                    .with(IdempotencyFilter.KEY, "key-1");

            assertThat(server.call("POST", "ballots/secret", "{}").status()).isEqualTo(200);
            assertThat(claimed).isEmpty();
            assertThat(new AuditSearch(folder).latest(AuditQuery.all(), Long.MAX_VALUE, 100))
                    .isEmpty();

            assertThat(server.call("POST", "ballots/open", "{}").status()).isEqualTo(200);
            assertThat(claimed).hasSize(1);
            assertThat(new AuditSearch(folder).latest(AuditQuery.all(), Long.MAX_VALUE, 100))
                    .hasSize(2);
        }
    }

    /** Two endpoints that differ in one thing. */
    @Path("ballots")
    @Produces("application/json")
    public static final class Ballots {

        @POST
        @Path("secret")
        @Permitted("own:write")
        @Anonymous
        public String secret() {
            return "\"taken\"";
        }

        @POST
        @Path("open")
        @Permitted("own:write")
        public String open() {
            return "\"taken\"";
        }
    }

    private final class Keys implements IdempotencyStore {
        @Override
        public Optional<Earlier> claim(String id, String fingerprint) {
            claimed.add(id);
            return Optional.empty();
        }

        @Override
        public void complete(String id, Answer answer) {}

        @Override
        public void release(String id) {}
    }

    /** Somebody is signed in. */
    @Priority(Priorities.AUTHENTICATION)
    public static final class SignedIn implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            SecurityContext before = request.getSecurityContext();
            request.setSecurityContext(new SecurityContext() {
                @Override
                public Principal getUserPrincipal() {
                    return () -> "account-1";
                }

                @Override
                public boolean isUserInRole(String role) {
                    return false;
                }

                @Override
                public boolean isSecure() {
                    return before.isSecure();
                }

                @Override
                public String getAuthenticationScheme() {
                    return "test";
                }
            });
        }
    }
}
