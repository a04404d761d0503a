package org.holdfast.core.people;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The tables {@code subsidiary} and {@code department}. */
final class OrganisationTables {

    List<Subsidiary> subsidiaries(Connection connection) throws SQLException {
        String sql =
                "select id, code, name, country, industry, timezone, language, sandbox from subsidiary order by code";
        List<Subsidiary> all = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                all.add(new Subsidiary(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        ZoneId.of(row.getString(6)),
                        row.getString(7),
                        row.getBoolean(8)));
            }
        }
        return all;
    }

    List<Department> departments(Connection connection) throws SQLException {
        String sql = "select id, subsidiary_id, code, name, parent_id, level, region from department order by code";
        List<Department> all = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                all.add(new Department(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, UUID.class),
                        row.getString(6),
                        row.getString(7)));
            }
        }
        return all;
    }

    void write(Connection connection, Subsidiary subsidiary, boolean added) throws SQLException {
        String sql = added
                ? "insert into subsidiary (code, name, country, industry, timezone, language, sandbox, id)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)"
                : "update subsidiary set code = ?, name = ?, country = ?, industry = ?, timezone = ?, language = ?,"
                        + " sandbox = ? where id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, subsidiary.code());
            statement.setString(2, subsidiary.name());
            statement.setString(3, subsidiary.country());
            statement.setString(4, subsidiary.industry());
            statement.setString(5, subsidiary.timezone().getId());
            statement.setString(6, subsidiary.language());
            statement.setBoolean(7, subsidiary.sandbox());
            statement.setObject(8, subsidiary.id());
            statement.executeUpdate();
        }
    }

    void write(Connection connection, Department department, boolean added) throws SQLException {
        String sql = added
                ? "insert into department (subsidiary_id, code, name, parent_id, level, region, id)"
                        + " values (?, ?, ?, ?, ?, ?, ?)"
                : "update department set subsidiary_id = ?, code = ?, name = ?, parent_id = ?, level = ?, region = ?"
                        + " where id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, department.subsidiaryId());
            statement.setString(2, department.code());
            statement.setString(3, department.name());
            statement.setObject(4, department.parentId());
            statement.setString(5, department.level());
            statement.setString(6, department.region());
            statement.setObject(7, department.id());
            statement.executeUpdate();
        }
    }
}
