package org.holdfast.launcher.keys;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.protection.RootKind;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.config.SuiteSettings;
import org.holdfast.launcher.database.DatabaseAddress;
import org.holdfast.launcher.start.StartFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the key store of a stopped server tells; whether its root key opens is for {@code holdfast doctor} to say. */
public final class StoppedKeys {
    private static final Logger LOG = LoggerFactory.getLogger(StoppedKeys.class);

    private final Configuration configuration;

    /**
     * Names the installation.
     *
     * @param configuration the settings
     */
    public StoppedKeys(Configuration configuration) {
        this.configuration = configuration;
    }

    /**
     * Reads the key store and changes nothing.
     *
     * @return the same shape as {@code GET /keys} answers, its state {@code stopped}
     * @throws StartFailure where there is no key store, or it cannot be opened
     */
    public ObjectNode status() {
        return look(connection -> json(KeyStoreContent.read(connection), suites(connection)))
                .orElseThrow(() -> new StartFailure("failure.noKeyStore", configuration.dataDirectory()));
    }

    /**
     * Tells of which cipher suites keys are, and of which they would be made.
     *
     * @return one for each subsidiary; empty where there is no key store yet
     * @throws StartFailure where the key store cannot be opened
     */
    public List<SubsidiarySuite> suites() {
        return look(this::suites).orElse(List.of());
    }

    private List<SubsidiarySuite> suites(Connection connection) throws SQLException {
        return SubsidiarySuite.of(codes(), StoredSuites.read(connection), SuiteSettings.of(configuration));
    }

    /** Codes are for people: without the database the keys are told by id. */
    private Map<UUID, String> codes() {
        DatabaseAddress main = DatabaseAddress.main(configuration).readOnly();
        try (Connection connection = DriverManager.getConnection(main.url(), main.user(), main.password())) {
            return SubsidiarySuite.codes(connection);
        } catch (SQLException e) {
            LOG.debug("The codes of subsidiaries cannot be read", e);
            return Map.of();
        }
    }

    /**
     * Tells whether the newest root key is in a token.
     *
     * @return whether it is; false where there is no key store yet
     * @throws StartFailure where the key store cannot be opened
     */
    public boolean rootIsInToken() {
        return look(KeyStoreContent::read)
                .flatMap(KeyStoreContent::root)
                .filter(root -> root.kind().equals(RootKind.PKCS11.code()))
                .isPresent();
    }

    /** A question to the key store. */
    @FunctionalInterface
    private interface Question<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> Optional<T> look(Question<T> question) {
        DatabaseAddress address = DatabaseAddress.keys(configuration);
        if (address.isEmbedded() && !Files.exists(configuration.dataDirectory().resolve("keys/wrapped.mv.db"))) {
            return Optional.empty();
        }
        DatabaseAddress look = address.readOnly();
        try (Connection connection = DriverManager.getConnection(look.url(), look.user(), look.password())) {
            return Optional.of(question.on(connection));
        } catch (SQLException e) {
            throw address.failure(e);
        }
    }

    private static ObjectNode json(KeyStoreContent content, List<SubsidiarySuite> suites) {
        ObjectNode status = new ObjectMapper().createObjectNode().put("state", "stopped");
        status.putNull("suite");
        status.putNull("root");
        content.root()
                .ifPresent(root -> status.putObject("root")
                        .put("kind", root.kind())
                        .put("id", root.id())
                        .put("since", root.since().toString()));
        put(status.putObject("subsidiary"), content.subsidiary());
        put(status.putObject("person"), content.person());
        ArrayNode list = status.putArray("suites");
        suites.forEach(one -> list.addObject()
                .put("subsidiary", one.subsidiary())
                .put("suite", one.suite())
                .put("wanted", one.wanted())
                .put("known", one.known()));
        status.putNull("rotation");
        content.rotation().ifPresent(rotation -> put(status.putObject("rotation"), rotation));
        return status;
    }

    private static void put(ObjectNode node, KeyStoreContent.Level level) {
        node.put("keys", level.keys()).put("oldest", text(level.oldest())).put("newest", text(level.newest()));
    }

    private static void put(ObjectNode node, KeyRotation rotation) {
        node.put("id", rotation.id().toString())
                .put("level", rotation.level())
                .put("state", rotation.progress().state().code())
                .put("total", rotation.progress().total())
                .put("done", rotation.progress().done())
                .put("begunBy", rotation.begun().by())
                .put("begunAt", rotation.begun().at().toString())
                .put("endedAt", text(rotation.end().at()))
                .put("failure", rotation.end().failure());
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
