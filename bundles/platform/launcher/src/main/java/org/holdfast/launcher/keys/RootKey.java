package org.holdfast.launcher.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.holdfast.api.protection.KeyRing;
import org.holdfast.api.protection.KeyRingState;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.config.Setting;
import org.holdfast.launcher.registry.CapabilityRegistry;
import org.holdfast.launcher.registry.Provided;
import org.holdfast.launcher.start.DataDirectory;
import org.holdfast.launcher.start.StartFailure;
import org.holdfast.launcher.text.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The root key of a server: created at the first start, unlocked at each further one. A damaged key file ends the start;
 * an absent or locked one lets the server come up sealed.
 */
public final class RootKey {
    private static final Logger LOG = LoggerFactory.getLogger(RootKey.class);
    private static final int PASSPHRASE_BYTES = 32;

    private final Configuration configuration;
    private final DataSource store;
    private final Clock clock;

    /**
     * Names where the key is.
     *
     * @param configuration the settings
     * @param store the store of wrapped keys, which remembers whether a root key was ever made
     * @param clock the server's clock
     */
    public RootKey(Configuration configuration, DataSource store, Clock clock) {
        this.configuration = configuration;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Opens the key ring.
     *
     * @param registry where the key ring is found
     * @return why the server is sealed, or empty where the ring is open
     * @throws StartFailure where the key file is damaged or a new one cannot be written
     */
    public Optional<Message> unlock(CapabilityRegistry registry) {
        List<Provided<KeyRing>> rings = registry.all(KeyRing.class);
        if (rings.isEmpty()) {
            return Optional.of(Message.of("sealed.noKeyRing"));
        }
        KeyRing ring = rings.get(0).service();
        Path file = configuration
                .path(Setting.KEY_FILE)
                .orElse(configuration.dataDirectory().resolve("keys").resolve("root.p12"));
        if (!Files.exists(file)) {
            if (wasMade()) {
                return Optional.of(Message.of("sealed.keyFileAbsent", file.getFileName()));
            }
            remember(ring.create(file, newPassphrase()));
            return Optional.empty();
        }
        Optional<char[]> passphrase = passphrase();
        if (passphrase.isEmpty()) {
            return Optional.of(Message.of("sealed.passphraseAbsent", passphraseFile()));
        }
        KeyRingState state = ring.unlock(file, passphrase.get());
        if (state.status() != KeyRingState.Status.OPEN) {
            LOG.warn("The root key file was not opened: {}", state.reason());
        }
        return switch (state.status()) {
            case OPEN -> Optional.empty();
            case DAMAGED -> throw new StartFailure("failure.keyFileDamaged", file);
            case ABSENT -> Optional.of(Message.of("sealed.keyFileAbsent", file.getFileName()));
            case LOCKED -> Optional.of(Message.of("sealed.passphraseWrong", passphraseFile()));
        };
    }

    private Path passphraseFile() {
        return configuration
                .path(Setting.KEY_PASSPHRASE_FILE)
                .orElse(configuration.dataDirectory().resolve("keys").resolve("passphrase"));
    }

    private Optional<char[]> passphrase() {
        Path file = passphraseFile();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .map(String::toCharArray);
        } catch (IOException e) {
            throw new StartFailure(e, "failure.passphraseFile", file);
        }
    }

    private char[] newPassphrase() {
        Optional<char[]> given = passphrase();
        if (given.isPresent()) {
            return given.get();
        }
        byte[] random = new byte[PASSPHRASE_BYTES];
        new SecureRandom().nextBytes(random);
        String passphrase = HexFormat.of().formatHex(random);
        try {
            DataDirectory.writePrivate(passphraseFile(), passphrase + System.lineSeparator());
        } catch (IOException e) {
            throw new StartFailure(e, "failure.passphraseFileWrite", passphraseFile());
        }
        return passphrase.toCharArray();
    }

    private boolean wasMade() {
        try (Connection connection = store.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM root_key")) {
            return rows.next() && rows.getInt(1) > 0;
        } catch (SQLException e) {
            throw new StartFailure(e, "failure.keyStoreRead");
        }
    }

    private void remember(String rootId) {
        try (Connection connection = store.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO root_key (root_id, created_at) VALUES (?, ?)")) {
            insert.setString(1, rootId);
            insert.setTimestamp(2, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StartFailure(e, "failure.keyStoreWrite");
        }
    }
}
