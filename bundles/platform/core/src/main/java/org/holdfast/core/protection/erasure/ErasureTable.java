package org.holdfast.core.protection.erasure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;

/** The table {@code erasure}: whose rows are gone from this database. */
final class ErasureTable {
    private final Database database;

    ErasureTable(Database database) {
        this.database = database;
    }

    void add(Connection connection, Erasure erasure) throws SQLException {
        String sql =
                "insert into erasure (person_id, subsidiary_id, erased_at, ground, ordered_by) values (?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, erasure.personId());
            insert.setObject(2, erasure.subsidiaryId());
            insert.setObject(3, OffsetDateTime.ofInstant(erasure.at(), ZoneOffset.UTC));
            insert.setString(4, erasure.ground().code());
            insert.setObject(5, erasure.by());
            insert.executeUpdate();
        }
    }

    Set<UUID> persons() {
        return database.call(connection -> {
            Set<UUID> all = new HashSet<>();
            try (PreparedStatement read = connection.prepareStatement("select person_id from erasure");
                    ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    all.add(row.getObject(1, UUID.class));
                }
            }
            return all;
        });
    }

    /** Returns the erasures in a subsidiary, newest first. */
    List<Erasure> of(UUID subsidiaryId) {
        String sql = "select person_id, erased_at, ground, ordered_by from erasure where subsidiary_id = ?"
                + " order by erased_at desc, person_id";
        return database.call(connection -> {
            List<Erasure> all = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, subsidiaryId);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        all.add(new Erasure(
                                subsidiaryId,
                                row.getObject(1, UUID.class),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                Ground.ofCode(row.getString(3)).orElse(Ground.REPEATED),
                                row.getObject(4, UUID.class)));
                    }
                }
            }
            return all;
        });
    }
}
