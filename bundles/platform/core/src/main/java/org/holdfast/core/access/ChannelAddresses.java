package org.holdfast.core.access;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.holdfast.api.channel.Channel;
import org.holdfast.core.platform.channel.Channels;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.rest.BodySeal;
import org.holdfast.core.platform.rest.RestError;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/**
 * Where accounts are reached by the channels of bundles: the table {@code access_channel_address}, sealed. An address stays
 * when its channel goes, and may be taken away then. Safe for use from many threads.
 */
public final class ChannelAddresses {
    private final Database database;
    private final BodySeal seal;
    private final Channels channels;

    /**
     * Creates it.
     *
     * @param database where the addresses are
     * @param seal seals them
     * @param channels say what an address looks like
     */
    public ChannelAddresses(Database database, BodySeal seal, Channels channels) {
        this.database = database;
        this.seal = seal;
        this.channels = channels;
    }

    /**
     * Finds an account's address.
     *
     * @param account id of the account
     * @param channel code of the channel
     * @return the address; empty where none was given or the key ring is sealed
     */
    public Optional<String> find(UUID account, String channel) {
        return Optional.ofNullable(all(account).get(channel));
    }

    /** Returns an account's addresses by channel, without those that cannot be opened now. */
    Map<String, String> all(UUID account) {
        Map<String, byte[]> sealed = database.call(connection -> {
            Map<String, byte[]> found = new TreeMap<>();
            try (PreparedStatement read = connection.prepareStatement(
                    "select channel, address from access_channel_address where account_id = ?")) {
                read.setObject(1, account);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found.put(row.getString(1), row.getBytes(2));
                    }
                }
            }
            return found;
        });
        Map<String, String> opened = new TreeMap<>();
        sealed.forEach((channel, bytes) -> seal.open(row(account, channel), bytes)
                .ifPresent(plain -> opened.put(channel, new String(plain, StandardCharsets.UTF_8))));
        return opened;
    }

    /**
     * Takes an address as it was typed; none takes the known one away.
     *
     * @throws RestException with status 404 where there is no such channel, 400 where the channel cannot reach the address
     */
    void take(UUID account, String channel, @Nullable String typed) {
        String address = typed == null ? "" : typed.strip();
        Optional<Channel> offered = channels.named(channel).map(Channels.Offered::channel);
        if (address.isEmpty()) {
            boolean gone = database.call(connection -> remove(connection, account, channel)) > 0;
            if (offered.isEmpty() && !gone) {
                throw RestException.notFound();
            }
            return;
        }
        Channel way = offered.orElseThrow(RestException::notFound);
        boolean readable = address.length() <= Channel.LONGEST_ADDRESS
                && address.chars()
                        .noneMatch(sign -> Character.isISOControl(sign) || Character.isSurrogate((char) sign));
        if (!readable || !way.accepts(address)) {
            throw RestException.invalid("address", "channelAddress");
        }
        byte[] sealed = seal.seal(row(account, channel), address.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> RestException.of(
                        RestError.UNAVAILABLE, "The key ring is sealed, so addresses cannot be written: unlock it."));
        database.run(connection -> {
            remove(connection, account, channel);
            insert(connection, account, channel, sealed);
        });
    }

    private static void insert(Connection connection, UUID account, String channel, byte[] sealed) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into access_channel_address (account_id, channel, address) values (?, ?, ?)")) {
            insert.setObject(1, account);
            insert.setString(2, channel);
            insert.setBytes(3, sealed);
            insert.executeUpdate();
        }
    }

    private static int remove(Connection connection, UUID account, String channel) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from access_channel_address where account_id = ? and channel = ?")) {
            delete.setObject(1, account);
            delete.setString(2, channel);
            return delete.executeUpdate();
        }
    }

    private static String row(UUID account, String channel) {
        return account + " " + channel;
    }
}
