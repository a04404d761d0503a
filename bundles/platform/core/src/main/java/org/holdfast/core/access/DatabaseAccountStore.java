package org.holdfast.core.access;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.holdfast.core.platform.rest.BodySeal;
import org.holdfast.core.platform.rest.DatabaseFailure;
import org.holdfast.core.platform.rest.RestError;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** Keeps accounts in the database. The name for people is sealed; the user name is not, because log-in needs it. */
final class DatabaseAccountStore implements AccountStore {
    private static final String SELECT = "select id, username, display_name, password_hash, roles, subsidiaries, "
            + "employee_id, language, must_change, active, version from access_user";

    private final DataSource database;
    private final BodySeal seal;

    DatabaseAccountStore(DataSource database, BodySeal seal) {
        this.database = database;
        this.seal = seal;
    }

    @Override
    public List<Account> all() {
        return select(SELECT + " order by username", null);
    }

    @Override
    public Optional<Account> find(UUID id) {
        return select(SELECT + " where id = ?", id).stream().findFirst();
    }

    @Override
    public Optional<Account> findByName(String username) {
        return select(SELECT + " where username = ?", Account.normal(username)).stream()
                .findFirst();
    }

    @Override
    public void add(Account account) {
        String sql =
                "insert into access_user (display_name, password_hash, roles, subsidiaries, employee_id, language, "
                        + "must_change, active, version, username, id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, account, false);
            statement.setLong(9, 1);
            statement.setString(10, account.username());
            statement.setObject(11, account.id());
            statement.executeUpdate();
        } catch (SQLException e) {
            if (String.valueOf(e.getSQLState()).startsWith("23")) {
                throw RestException.of(AccessError.USERNAME_TAKEN, "There is an account of that name.");
            }
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public boolean change(Account account) {
        String sql = "update access_user set display_name = ?, password_hash = ?, roles = ?, subsidiaries = ?, "
                + "employee_id = ?, language = ?, must_change = ?, active = ?, version = version + 1 "
                + "where id = ? and version = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            fill(statement, account, true);
            statement.setObject(9, account.id());
            statement.setLong(10, account.version());
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public void changePassword(Account account) {
        String sql = "update access_user set password_hash = ?, must_change = ?, version = version + 1 where id = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, account.passwordHash());
            statement.setBoolean(2, account.mustChangePassword());
            statement.setObject(3, account.id());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private void fill(PreparedStatement statement, Account account, boolean known) throws SQLException {
        statement.setBytes(1, sealed(account, known));
        statement.setString(2, account.passwordHash());
        statement.setString(3, account.roles().stream().map(Role::code).sorted().collect(Collectors.joining(",")));
        statement.setString(4, Columns.join(account.subsidiaryIds()));
        statement.setObject(5, account.employeeId().orElse(null));
        statement.setString(6, account.language());
        statement.setBoolean(7, account.mustChangePassword());
        statement.setBoolean(8, account.active());
    }

    /** An empty name is sealed, too: the database does not tell who has one. */
    private byte @Nullable [] sealed(Account account, boolean known) {
        byte[] name = account.displayName().getBytes(StandardCharsets.UTF_8);
        Optional<byte[]> sealed = seal.seal(account.id().toString(), name);
        if (sealed.isEmpty() && (known || name.length > 0)) {
            throw RestException.of(
                    RestError.UNAVAILABLE, "The key ring is sealed, so names cannot be written: unlock it.");
        }
        return sealed.orElse(null);
    }

    private List<Account> select(String sql, @Nullable Object parameter) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            if (parameter != null) {
                statement.setObject(1, parameter);
            }
            List<Account> accounts = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    accounts.add(account(row));
                }
            }
            return accounts;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private Account account(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        byte[] sealed = row.getBytes("display_name");
        String name = sealed == null
                ? ""
                : seal.open(id.toString(), sealed)
                        .map(plain -> new String(plain, StandardCharsets.UTF_8))
                        .orElse("");
        return new Account(
                id,
                row.getString("username"),
                name,
                row.getString("password_hash"),
                Columns.roles(row.getString("roles")),
                Columns.ids(row.getString("subsidiaries")),
                Optional.ofNullable(row.getObject("employee_id", UUID.class)),
                row.getString("language"),
                row.getBoolean("must_change"),
                row.getBoolean("active"),
                row.getLong("version"));
    }

    /** Sets that fit into one column, because they are read and written whole. */
    static final class Columns {

        private Columns() {}

        static String join(Collection<UUID> ids) {
            return ids.stream().map(UUID::toString).sorted().collect(Collectors.joining(","));
        }

        static Set<UUID> ids(@Nullable String text) {
            return parts(text).stream().map(UUID::fromString).collect(Collectors.toSet());
        }

        static Set<Role> roles(@Nullable String text) {
            return parts(text).stream().flatMap(code -> Role.of(code).stream()).collect(Collectors.toSet());
        }

        private static Set<String> parts(@Nullable String text) {
            return text == null || text.isEmpty() ? Set.of() : new LinkedHashSet<>(Arrays.asList(text.split(",", -1)));
        }
    }
}
