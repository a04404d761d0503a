package org.holdfast.core.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.holdfast.core.access.DatabaseAccountStore.Columns;
import org.holdfast.core.platform.rest.DatabaseFailure;
import org.jspecify.annotations.Nullable;

/** Keeps API tokens in the database. */
final class DatabaseTokenStore implements TokenStore {
    private static final String SELECT =
            "select id, name, role, subsidiaries, created_at, expires_at, last_used_at from access_token";

    private final DataSource database;

    DatabaseTokenStore(DataSource database) {
        this.database = database;
    }

    @Override
    public List<ApiToken> all() {
        return select(SELECT + " order by created_at, id", null);
    }

    @Override
    public Optional<ApiToken> find(String fingerprint) {
        return select(SELECT + " where fingerprint = ?", fingerprint).stream().findFirst();
    }

    @Override
    public void add(ApiToken token, String fingerprint) {
        String sql = "insert into access_token (id, name, role, subsidiaries, created_at, expires_at, fingerprint) "
                + "values (?, ?, ?, ?, ?, ?, ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, token.id());
            statement.setString(2, token.name());
            statement.setString(3, token.role().code());
            statement.setString(4, Columns.join(token.subsidiaryIds()));
            statement.setTimestamp(5, Timestamp.from(token.createdAt()));
            statement.setTimestamp(6, Timestamp.from(token.expiresAt()));
            statement.setString(7, fingerprint);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public boolean remove(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("delete from access_token where id = ?")) {
            statement.setObject(1, id);
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public void used(UUID id, Instant at) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("update access_token set last_used_at = ? where id = ?")) {
            statement.setTimestamp(1, Timestamp.from(at));
            statement.setObject(2, id);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private List<ApiToken> select(String sql, @Nullable String parameter) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            if (parameter != null) {
                statement.setString(1, parameter);
            }
            List<ApiToken> tokens = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    token(row).ifPresent(tokens::add);
                }
            }
            return tokens;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static Optional<ApiToken> token(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String name = row.getString("name");
        Timestamp lastUsed = row.getTimestamp("last_used_at");
        Instant created = row.getTimestamp("created_at").toInstant();
        Instant expires = row.getTimestamp("expires_at").toInstant();
        Optional<Instant> used = Optional.ofNullable(lastUsed).map(Timestamp::toInstant);
        var ids = Columns.ids(row.getString("subsidiaries"));
        return Role.of(row.getString("role")).map(role -> new ApiToken(id, name, role, ids, created, expires, used));
    }
}
