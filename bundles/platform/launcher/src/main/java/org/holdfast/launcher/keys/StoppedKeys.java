package org.holdfast.launcher.keys;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.holdfast.api.protection.RootKind;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.database.DatabaseAddress;
import org.holdfast.launcher.start.StartFailure;
import org.jspecify.annotations.Nullable;

/** What the key store of a stopped server tells; whether its root key opens is for {@code holdfast doctor} to say. */
public final class StoppedKeys {
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
        return content()
                .map(StoppedKeys::json)
                .orElseThrow(() -> new StartFailure("failure.noKeyStore", configuration.dataDirectory()));
    }

    /**
     * Tells whether the newest root key is in a token.
     *
     * @return whether it is; false where there is no key store yet
     * @throws StartFailure where the key store cannot be opened
     */
    public boolean rootIsInToken() {
        return content()
                .flatMap(KeyStoreContent::root)
                .filter(root -> root.kind().equals(RootKind.PKCS11.code()))
                .isPresent();
    }

    private Optional<KeyStoreContent> content() {
        DatabaseAddress address = DatabaseAddress.keys(configuration);
        if (address.isEmbedded() && !Files.exists(configuration.dataDirectory().resolve("keys/wrapped.mv.db"))) {
            return Optional.empty();
        }
        DatabaseAddress look = address.readOnly();
        try (Connection connection = DriverManager.getConnection(look.url(), look.user(), look.password())) {
            return Optional.of(KeyStoreContent.read(connection));
        } catch (SQLException e) {
            throw address.failure(e);
        }
    }

    private static ObjectNode json(KeyStoreContent content) {
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
