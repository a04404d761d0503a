package org.holdfast.core.access;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.rest.BodySeal;
import org.holdfast.core.platform.rest.RestError;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.launcher.config.MailSettings;
import org.jspecify.annotations.Nullable;

/**
 * Where accounts get their mail: the table {@code access_mail_address}, sealed. A row of its own, so that an account without an
 * address has none. Safe for use from many threads.
 */
final class MailAddresses {
    private final Database database;
    private final BodySeal seal;

    MailAddresses(Database database, BodySeal seal) {
        this.database = database;
        this.seal = seal;
    }

    /** Returns an account's address; empty where none was given or the key ring is sealed. */
    Optional<String> find(UUID account) {
        Optional<byte[]> sealed = database.call(connection -> {
            try (PreparedStatement read =
                    connection.prepareStatement("select address from access_mail_address where account_id = ?")) {
                read.setObject(1, account);
                try (ResultSet row = read.executeQuery()) {
                    return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
                }
            }
        });
        return sealed.flatMap(bytes -> seal.open(account.toString(), bytes))
                .map(plain -> new String(plain, StandardCharsets.UTF_8));
    }

    /**
     * Takes an address as it was typed; none takes the known one away.
     *
     * @throws RestException with status 400 where mail cannot be sent to it
     */
    void take(UUID account, @Nullable String typed) {
        String address = typed == null ? "" : typed.strip();
        if (address.isEmpty()) {
            database.run(connection -> remove(connection, account));
            return;
        }
        if (!MailSettings.isAddress(address)) {
            throw RestException.invalid("address", "mailAddress");
        }
        byte[] sealed = seal.seal(account.toString(), address.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> RestException.of(
                        RestError.UNAVAILABLE, "The key ring is sealed, so addresses cannot be written: unlock it."));
        database.run(connection -> {
            remove(connection, account);
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into access_mail_address (account_id, address) values (?, ?)")) {
                insert.setObject(1, account);
                insert.setBytes(2, sealed);
                insert.executeUpdate();
            }
        });
    }

    private static void remove(Connection connection, UUID account) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from access_mail_address where account_id = ?")) {
            delete.setObject(1, account);
            delete.executeUpdate();
        }
    }
}
