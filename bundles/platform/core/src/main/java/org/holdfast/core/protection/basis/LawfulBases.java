package org.holdfast.core.protection.basis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.holdfast.api.jurisdiction.BasisKind;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.Purpose;
import org.holdfast.core.platform.database.Database;

/** The lawful bases on file, kept in memory: they are asked for every person and category of a run. */
public final class LawfulBases {
    private static final String READ =
            "SELECT subsidiary_id, category, purpose, kind, valid_from, valid_to FROM lawful_basis";
    private static final String DELETE = "DELETE FROM lawful_basis WHERE subsidiary_id = ?";
    private static final String INSERT =
            "INSERT INTO lawful_basis (subsidiary_id, category, purpose, kind, valid_from, valid_to)"
                    + " VALUES (?, ?, ?, ?, ?, ?)";

    private final Database database;
    private final Changes changes;
    private volatile List<LawfulBasis> bases = List.of();
    private volatile boolean read;

    LawfulBases(Database database, Changes changes) {
        this.database = database;
        this.changes = changes;
    }

    /**
     * Returns all bases on file.
     *
     * @return in no particular order
     */
    public List<LawfulBasis> all() {
        if (!read) {
            bases = database.call(LawfulBases::load);
            read = true;
        }
        return bases;
    }

    /**
     * Returns the bases on file for a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @return in no particular order
     */
    public List<LawfulBasis> of(UUID subsidiaryId) {
        return all().stream()
                .filter(basis -> basis.subsidiaryId().equals(subsidiaryId))
                .toList();
    }

    /**
     * Replaces what is on file for a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @param fresh its bases from now on
     */
    public void replace(UUID subsidiaryId, Collection<LawfulBasis> fresh) {
        database.call(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(DELETE);
                    PreparedStatement insert = connection.prepareStatement(INSERT)) {
                delete.setObject(1, subsidiaryId);
                delete.executeUpdate();
                for (LawfulBasis basis : fresh) {
                    bind(insert, basis);
                    insert.addBatch();
                }
                return insert.executeBatch().length;
            }
        });
        database.afterCommit(() -> {
            read = false;
            changes.in(subsidiaryId);
        });
    }

    private static void bind(PreparedStatement insert, LawfulBasis basis) throws SQLException {
        insert.setObject(1, basis.subsidiaryId());
        insert.setString(2, basis.category().code());
        insert.setString(3, basis.purpose().code());
        insert.setString(4, basis.kind().code());
        insert.setObject(5, basis.validity().from());
        insert.setObject(6, basis.validity().to());
    }

    private static List<LawfulBasis> load(Connection connection) throws SQLException {
        List<LawfulBasis> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(READ);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(new LawfulBasis(
                        rows.getObject(1, UUID.class),
                        DataCategory.ofCode(rows.getString(2)).orElseThrow(),
                        Purpose.ofCode(rows.getString(3)).orElseThrow(),
                        BasisKind.ofCode(rows.getString(4)).orElseThrow(),
                        new LawfulBasis.Validity(
                                rows.getObject(5, LocalDate.class), rows.getObject(6, LocalDate.class))));
            }
        }
        return List.copyOf(found);
    }
}
