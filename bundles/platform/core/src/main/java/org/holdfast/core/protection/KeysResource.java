package org.holdfast.core.protection;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.protection.KeyRing;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.NothingPersonal;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.WorksSealed;
import org.holdfast.launcher.host.Host;
import org.holdfast.launcher.keys.KeyRotation;
import org.holdfast.launcher.keys.KeyStoreContent;
import org.holdfast.launcher.keys.StoredSuites;
import org.holdfast.launcher.keys.SubsidiarySuite;
import org.jspecify.annotations.Nullable;

/** Which keys there are, told by counts, ages and ids, never by a key; and their rotation. */
@Path("keys")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class KeysResource {
    private static final String OPEN = "open";

    private final CurrentKeyRing keyRing;
    private final KeyRotations rotations;
    private final Host host;
    private final AuditNotes notes;
    private final Database database;

    /**
     * Creates the resource.
     *
     * @param keyRing the ring in use
     * @param rotations replaces keys
     * @param host where the key store is
     * @param notes who calls
     * @param database where the codes of subsidiaries are
     */
    @Inject
    public KeysResource(
            CurrentKeyRing keyRing, KeyRotations rotations, Host host, AuditNotes notes, Database database) {
        this.keyRing = keyRing;
        this.rotations = rotations;
        this.host = host;
        this.notes = notes;
        this.database = database;
    }

    /**
     * The keys of the server.
     *
     * @param state {@code open}, or why the ring is closed: {@code no-bundle}, {@code no-suite}, {@code no-key}, {@code
     *     locked}, {@code damaged}
     * @param suite the cipher suite of keys that name no other, null where the ring is closed
     * @param root the root key, null where none was made yet
     * @param subsidiary keys below the root: those of subsidiaries, group and server
     * @param person keys of people
     * @param suites cipher suites by subsidiary
     * @param rotation the rotation that began last, null where there was none
     */
    @TellsNothing
    public record KeysView(
            String state,
            @Nullable String suite,
            @Nullable RootView root,
            LevelView subsidiary,
            LevelView person,
            List<SuiteView> suites,
            @Nullable RotationView rotation) {}

    /**
     * A root key.
     *
     * @param kind what it is kept in: {@code argon2id} or {@code pkcs12}, files; {@code pkcs11}, a token
     * @param id its id
     * @param since when it was made
     */
    public record RootView(String kind, String id, Instant since) {}

    /**
     * The keys of a level.
     *
     * @param keys how many
     * @param oldest when the first was made, null where there is none
     * @param newest when the last was made, null where there is none
     */
    public record LevelView(
            long keys, @Nullable Instant oldest, @Nullable Instant newest) {}

    /**
     * The cipher suite of a subsidiary.
     *
     * @param subsidiary code of the subsidiary; {@code *} for the key that group and server share
     * @param suite the suite its keys are of, for ever; null where none was made yet
     * @param wanted the suite that the settings say, of which keys would be made now
     * @param known whether there is such a subsidiary; false for one that only the settings name
     */
    public record SuiteView(String subsidiary, @Nullable String suite, String wanted, boolean known) {
        private static SuiteView of(SubsidiarySuite one) {
            return new SuiteView(one.subsidiary(), one.suite(), one.wanted(), one.known());
        }
    }

    /**
     * A rotation.
     *
     * @param id its id
     * @param level {@code root} or {@code subsidiary}
     * @param state {@code running}, {@code interrupted} or {@code done}
     * @param total how many keys there were to be wrapped anew when it began
     * @param done how many are
     * @param begunBy random id of the account or token
     * @param begunAt when it began
     * @param endedAt when it was done, null before
     * @param failure code of what it stopped at last, null where it did not
     */
    @TellsNothing
    public record RotationView(
            UUID id,
            String level,
            String state,
            long total,
            long done,
            String begunBy,
            Instant begunAt,
            @Nullable Instant endedAt,
            @Nullable String failure) {
        private static RotationView of(KeyRotation rotation) {
            return new RotationView(
                    rotation.id(),
                    rotation.level(),
                    rotation.progress().state().code(),
                    rotation.progress().total(),
                    rotation.progress().done(),
                    rotation.begun().by(),
                    rotation.begun().at(),
                    rotation.end().at(),
                    rotation.end().failure());
        }
    }

    /**
     * Which keys to replace.
     *
     * @param level {@code root}: the root key; {@code subsidiary}: the keys that wrap the keys of people
     */
    public record Wanted(@Nullable String level) {}

    /**
     * Tells which keys there are; answers while the server is sealed, too, for it opens none.
     *
     * @return the keys
     */
    @GET
    @Permitted("keys:read")
    @WorksSealed
    @NothingPersonal
    @Operation(summary = "State of the key ring, number and age of the keys of each level, and how far a rotation is")
    public KeysView status() {
        try {
            KeyStoreContent content = KeyStoreContent.read(host.keyStore());
            return new KeysView(
                    keyRing.seal().map(seal -> seal.reason().code()).orElse(OPEN),
                    keyRing.open().map(KeyRing::suite).orElse(null),
                    content.root()
                            .map(root -> new RootView(root.kind(), root.id(), root.since()))
                            .orElse(null),
                    level(content.subsidiary()),
                    level(content.person()),
                    suites(),
                    content.rotation().map(RotationView::of).orElse(null));
        } catch (SQLException e) {
            throw new HoldfastException(
                    VaultError.KEY_STORE_UNREACHABLE, "The store of wrapped keys cannot be read.", e);
        }
    }

    /**
     * Begins to replace the keys of a level, or goes on where that was interrupted. Everything stays readable meanwhile.
     *
     * @param wanted which
     * @return 202 with the rotation; {@code GET /keys} tells how far it is
     */
    @POST
    @Path("rotations")
    @Permitted("keys:rotate")
    @Operation(summary = "Replaces the keys of a level while the server works")
    @APIResponseSchema(value = RotationView.class, responseCode = "202")
    public Response rotate(Wanted wanted) {
        String level = wanted.level();
        if (level == null) {
            throw RestException.invalid("level", "missing");
        }
        KeyRotation begun = rotations
                .begin(level, notes.actor().id())
                .orElseThrow(() -> RestException.invalid("level", "notOneOf"));
        notes.detail("level", begun.level());
        notes.detail("rotation", begun.id().toString());
        return Response.accepted(RotationView.of(begun)).build();
    }

    private List<SuiteView> suites() throws SQLException {
        try (Connection connection = host.keyStore().getConnection()) {
            Map<UUID, String> stored = StoredSuites.read(connection);
            Map<UUID, String> codes = database.call(SubsidiarySuite::codes);
            return SubsidiarySuite.of(codes, stored, host.suites()).stream()
                    .map(SuiteView::of)
                    .toList();
        }
    }

    private static LevelView level(KeyStoreContent.Level level) {
        return new LevelView(level.keys(), level.oldest(), level.newest());
    }
}
