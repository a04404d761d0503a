package org.holdfast.core.knowledge;

import static org.holdfast.core.knowledge.SealedWords.cell;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.industry.KnowledgeKind;
import org.holdfast.core.knowledge.KnowledgeItem.Course;
import org.holdfast.core.knowledge.KnowledgeItem.Of;
import org.holdfast.core.knowledge.KnowledgeItem.Remark;
import org.holdfast.core.knowledge.KnowledgeItem.Words;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.database.DatabaseException;
import org.holdfast.core.protection.PersonErasedException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.jspecify.annotations.Nullable;

/**
 * Handover lists and what stands on them. A change is a conditional update: of two people who change the same at once, one does. Safe
 * for use from many threads.
 */
final class ChecklistTable {
    private static final String LIST = "knowledge_list";
    private static final String ITEM = "knowledge_item";
    private static final String COLUMNS =
            "id, case_id, subsidiary_id, person_id, place, version, kind, state, mandatory,"
                    + " recipient_id, due_on, words, remark";

    private final Database database;
    private final Vault vault;
    private final SealedWords sealed;

    ChecklistTable(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
        this.sealed = new SealedWords(vault);
    }

    /** Begins a list; false where the case has one already. */
    boolean begin(Checklist list, List<KnowledgeItem> items) {
        vault.prepare(list.subsidiaryId(), List.of());
        return once(connection -> {
            update(
                    connection,
                    "insert into knowledge_list (case_id, subsidiary_id, person_id, version, begun_at, waiver)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    list.caseId(),
                    list.subsidiaryId(),
                    list.personId(),
                    list.version(),
                    OffsetDateTime.ofInstant(list.begunAt(), ZoneOffset.UTC),
                    waiver(list, list.waiver()));
            for (KnowledgeItem item : items) {
                insert(connection, item);
            }
        });
    }

    /** Adds something; false where it is there already. */
    boolean add(KnowledgeItem item) {
        return once(connection -> insert(connection, item));
    }

    /** Changes whether HR does without the list; false where somebody else has changed it since it was read. */
    boolean waive(Checklist list, @Nullable Remark why) {
        String sql = "update knowledge_list set version = version + 1, waiver = ? where case_id = ? and version = ?";
        return database.call(
                connection -> update(connection, sql, waiver(list, why), list.caseId(), list.version()) == 1);
    }

    /** Writes something anew; false where somebody else has changed it since it was read. */
    boolean change(KnowledgeItem item) {
        Course course = item.course();
        String sql =
                "update knowledge_item set version = version + 1, state = ?, mandatory = ?, recipient_id = ?, due_on = ?,"
                        + " words = ?, remark = ? where id = ? and version = ?";
        return database.call(connection -> update(
                        connection,
                        sql,
                        course.state().code(),
                        course.mandatory(),
                        course.recipientId(),
                        course.dueOn(),
                        sealed.seal(item.owner(), cell(ITEM, "words", item.id()), item.words()),
                        remark(item),
                        item.id(),
                        item.version())
                == 1);
    }

    /** Removes something that has no files; false where somebody else has changed it, or added a file. */
    boolean remove(KnowledgeItem item) {
        try {
            return database.call(connection -> update(
                            connection,
                            "delete from knowledge_item where id = ? and version = ?",
                            item.id(),
                            item.version())
                    == 1);
        } catch (DatabaseException e) {
            return refused(e);
        }
    }

    Optional<Checklist> list(UUID caseId) {
        String sql = "select case_id, subsidiary_id, person_id, version, begun_at, waiver from knowledge_list"
                + " where case_id = ?";
        return database.call(connection -> {
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, caseId);
                try (ResultSet row = read.executeQuery()) {
                    return row.next() ? Optional.of(list(row)) : Optional.empty();
                }
            } catch (PersonErasedException e) {
                // Somebody is erased at this moment: there is nothing any more.
                return Optional.empty();
            }
        });
    }

    /** Returns what stands on the list of a case, in its order. */
    List<KnowledgeItem> items(UUID caseId) {
        return query("case_id = ? order by place, id", caseId);
    }

    Optional<KnowledgeItem> item(UUID id) {
        return query("id = ?", id).stream().findFirst();
    }

    /** Returns what somebody gets, what is due first first. */
    List<KnowledgeItem> receivedBy(UUID recipientId) {
        return query("recipient_id = ? order by due_on, place, id", recipientId);
    }

    List<KnowledgeItem> ofPerson(UUID personId) {
        return query("person_id = ? order by case_id, place, id", personId);
    }

    /** Returns who has to hand over what is mandatory in a subsidiary, and whether it was accepted, without opening anything. */
    List<HandoverFigures.HandoverFigure> mandatory(UUID subsidiaryId) {
        String sql = "select person_id, state from knowledge_item"
                + " where subsidiary_id = ? and mandatory = true and person_id is not null";
        return database.call(connection -> {
            List<HandoverFigures.HandoverFigure> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, subsidiaryId);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found.add(new HandoverFigures.HandoverFigure(
                                row.getObject(1, UUID.class),
                                ItemState.ofCode(row.getString(2)) == ItemState.ACCEPTED));
                    }
                }
            }
            return found;
        });
    }

    private boolean once(Database.Task insert) {
        try {
            database.run(insert);
            return true;
        } catch (DatabaseException e) {
            return refused(e);
        }
    }

    private static boolean refused(DatabaseException e) {
        if (!e.isConstraintViolation()) {
            throw e;
        }
        return false;
    }

    private void insert(Connection connection, KnowledgeItem item) throws SQLException {
        Of of = item.of();
        Course course = item.course();
        update(
                connection,
                "insert into knowledge_item (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                of.id(),
                of.caseId(),
                of.subsidiaryId(),
                of.personId(),
                of.place(),
                item.version(),
                item.kind().code(),
                course.state().code(),
                course.mandatory(),
                course.recipientId(),
                course.dueOn(),
                sealed.seal(item.owner(), cell(ITEM, "words", item.id()), item.words()),
                remark(item));
    }

    private List<KnowledgeItem> query(String where, UUID key) {
        return database.call(connection -> {
            List<KnowledgeItem> found = new ArrayList<>();
            try (PreparedStatement read =
                    connection.prepareStatement("select " + COLUMNS + " from knowledge_item where " + where)) {
                read.setObject(1, key);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        item(row).ifPresent(found::add);
                    }
                }
            }
            return found;
        });
    }

    private Checklist list(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        UUID subsidiary = row.getObject(2, UUID.class);
        UUID person = row.getObject(3, UUID.class);
        byte[] waiver = row.getBytes(6);
        return new Checklist(
                id,
                subsidiary,
                person,
                row.getInt(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                waiver == null
                        ? null
                        : sealed.open(
                                Subject.person(subsidiary, person), cell(LIST, "waiver", id), waiver, Remark.class));
    }

    /** Reads a row; nothing of somebody who is being erased at this moment. */
    private Optional<KnowledgeItem> item(ResultSet row) throws SQLException {
        Of of = new Of(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getInt(5));
        KnowledgeKind kind = KnowledgeKind.ofCode(row.getString(7)).orElseThrow();
        Course course = new Course(
                ItemState.ofCode(row.getString(8)),
                row.getBoolean(9),
                row.getObject(10, UUID.class),
                row.getObject(11, LocalDate.class));
        KnowledgeItem bare = new KnowledgeItem(of, row.getInt(6), kind, course, new Words("", ""), null);
        try {
            Words words = sealed.open(bare.owner(), cell(ITEM, "words", of.id()), row.getBytes(12), Words.class);
            return Optional.of(
                    new KnowledgeItem(of, bare.version(), kind, course, words, remark(of, row.getBytes(13))));
        } catch (PersonErasedException e) {
            return Optional.empty();
        }
    }

    private @Nullable Remark remark(Of of, byte @Nullable [] remark) {
        UUID person = of.personId();
        return remark == null || person == null
                ? null
                : sealed.open(
                        Subject.person(of.subsidiaryId(), person), cell(ITEM, "remark", of.id()), remark, Remark.class);
    }

    /** What somebody says about the work of who leaves is about them, whosever the thing itself is. */
    private byte @Nullable [] remark(KnowledgeItem item) {
        UUID person = item.of().personId();
        return person == null
                ? null
                : sealed.seal(
                        Subject.person(item.of().subsidiaryId(), person),
                        cell(ITEM, "remark", item.id()),
                        item.remark());
    }

    private byte @Nullable [] waiver(Checklist list, @Nullable Remark why) {
        return sealed.seal(
                Subject.person(list.subsidiaryId(), list.personId()), cell(LIST, "waiver", list.caseId()), why);
    }

    static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        }
    }
}
