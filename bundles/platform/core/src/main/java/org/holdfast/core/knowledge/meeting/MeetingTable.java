package org.holdfast.core.knowledge.meeting;

import static org.holdfast.core.offboarding.Statements.moment;
import static org.holdfast.core.offboarding.Statements.query;
import static org.holdfast.core.offboarding.Statements.update;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.knowledge.Handovers;
import org.holdfast.core.knowledge.meeting.Meeting.Of;
import org.holdfast.core.knowledge.meeting.Meeting.Signature;
import org.holdfast.core.knowledge.meeting.Meeting.Signer;
import org.holdfast.core.offboarding.SealedJson;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.database.DatabaseException;
import org.holdfast.core.protection.PersonErasedException;

/**
 * Meetings with who has to sign and has. A meeting is changed conditionally; signatures are added and never changed. Safe for use from
 * many threads.
 */
final class MeetingTable {
    private static final String MEETING = "knowledge_meeting";
    private static final String SIGNATURE = "knowledge_meeting_signature";
    private static final String SELECT =
            "select case_id, subsidiary_id, person_id, version, starts_at, digest, content from knowledge_meeting where ";

    private final Database database;
    private final SealedJson sealed;
    private final Handovers lists;

    MeetingTable(Database database, SealedJson sealed, Handovers lists) {
        this.database = database;
        this.sealed = sealed;
        this.lists = lists;
    }

    /** Why somebody would not sign, as it is sealed. */
    private record Words(String text) {}

    Optional<Meeting> of(UUID caseId) {
        return database.call(connection -> meetings(connection, SELECT + "case_id = ?", caseId)).stream()
                .findFirst();
    }

    /** Returns the meetings of who leaves. */
    List<Meeting> ofLeaver(UUID personId) {
        return database.call(connection -> meetings(connection, SELECT + "person_id = ? order by starts_at", personId));
    }

    /** Returns the meetings that somebody has to sign, the latest first. */
    List<Meeting> signedBy(UUID employeeId) {
        return database.call(connection -> meetings(
                connection,
                SELECT
                        + "case_id in (select case_id from knowledge_meeting_signer where employee_id = ? and named = true)"
                        + " order by starts_at desc, case_id",
                employeeId));
    }

    /** Says whether all have signed, without opening anything. */
    boolean signed(UUID caseId) {
        return database.call(connection -> query(
                        connection,
                        "select signed from knowledge_meeting where case_id = ?",
                        row -> row.getBoolean(1),
                        caseId))
                .contains(true);
    }

    /** Writes a meeting whose version is the one that was read, 0 for none; false where somebody else was first. */
    boolean save(Meeting meeting) {
        byte[] content = sealed.seal(place(meeting.of(), MEETING, meeting.of().caseId()), meeting.minutes());
        try {
            return database.call(connection -> {
                boolean written = meeting.version() == 0
                        ? insert(connection, meeting, content)
                        : change(connection, meeting, content);
                if (written) {
                    name(connection, meeting);
                    lists.meeting(connection, meeting.of().caseId(), false);
                }
                return written;
            });
        } catch (DatabaseException e) {
            if (e.isConstraintViolation()) {
                return false;
            }
            throw e;
        }
    }

    private static boolean insert(Connection connection, Meeting meeting, byte[] content) throws SQLException {
        Of of = meeting.of();
        return update(
                        connection,
                        "insert into knowledge_meeting (case_id, subsidiary_id, person_id, version, starts_at, digest,"
                                + " signed, content) values (?, ?, ?, 1, ?, ?, false, ?)",
                        of.caseId(),
                        of.subsidiaryId(),
                        of.personId(),
                        meeting.startsAt(),
                        meeting.digest(),
                        content)
                == 1;
    }

    private static boolean change(Connection connection, Meeting meeting, byte[] content) throws SQLException {
        return update(
                        connection,
                        "update knowledge_meeting set version = version + 1, starts_at = ?, digest = ?, signed = false,"
                                + " content = ? where case_id = ? and version = ?",
                        meeting.startsAt(),
                        meeting.digest(),
                        content,
                        meeting.of().caseId(),
                        meeting.version())
                == 1;
    }

    /** Who is not named any more keeps what they have signed. */
    private static void name(Connection connection, Meeting meeting) throws SQLException {
        UUID caseId = meeting.of().caseId();
        update(connection, "update knowledge_meeting_signer set named = false where case_id = ?", caseId);
        for (Signer signer : meeting.signers()) {
            int known =
                    update(connection, "update knowledge_meeting_signer set named = true where id = ?", signer.id());
            if (known == 0) {
                update(
                        connection,
                        "insert into knowledge_meeting_signer (id, case_id, part, employee_id, named)"
                                + " values (?, ?, ?, ?, true)",
                        signer.id(),
                        caseId,
                        signer.part().code(),
                        signer.employeeId());
            }
        }
    }

    /**
     * Adds what somebody says to minutes, once for each part they have; false where the minutes were changed meanwhile. Whoever comes
     * second waits for the first, and so sees whether they are the last.
     */
    boolean add(Meeting meeting, UUID employeeId, Signature signature) {
        return database.call(connection -> {
            UUID caseId = meeting.of().caseId();
            int locked = update(
                    connection,
                    "update knowledge_meeting set signed = signed where case_id = ? and digest = ?",
                    caseId,
                    signature.digest());
            if (locked == 0) {
                return false;
            }
            for (Signer signer : signers(connection, meeting.of())) {
                if (signer.is(employeeId) && !signer.signed(signature.digest())) {
                    insert(connection, meeting.of(), signer, signature);
                }
            }
            boolean all =
                    signers(connection, meeting.of()).stream().allMatch(signer -> signer.signed(signature.digest()));
            if (all) {
                update(connection, "update knowledge_meeting set signed = true where case_id = ?", caseId);
                lists.meeting(connection, caseId, true);
            }
            return true;
        });
    }

    private void insert(Connection connection, Of of, Signer signer, Signature signature) throws SQLException {
        UUID id = UUID.randomUUID();
        update(
                connection,
                "insert into knowledge_meeting_signature (id, signer_id, digest, refused, signed_at, content)"
                        + " values (?, ?, ?, ?, ?, ?)",
                id,
                signer.id(),
                signature.digest(),
                signature.refused(),
                signature.at(),
                signature.words().isEmpty()
                        ? null
                        : sealed.seal(place(of, SIGNATURE, id), new Words(signature.words())));
    }

    private List<Meeting> meetings(Connection connection, String sql, UUID key) throws SQLException {
        List<Meeting> found = new ArrayList<>();
        for (Optional<Meeting> bare : query(connection, sql, this::bare, key)) {
            if (bare.isPresent()) {
                found.add(bare.get().signedBy(signers(connection, bare.get().of())));
            }
        }
        return found;
    }

    private Optional<Meeting> bare(ResultSet row) throws SQLException {
        Of of = new Of(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class));
        try {
            Minutes minutes = sealed.open(place(of, MEETING, of.caseId()), row.getBytes(7), Minutes.class);
            return Optional.of(new Meeting(of, row.getInt(4), moment(row, 5), minutes, row.getString(6), List.of()));
        } catch (PersonErasedException e) {
            // Somebody is erased at this moment: there is nothing any more.
            return Optional.empty();
        }
    }

    private List<Signer> signers(Connection connection, Of of) throws SQLException {
        List<Signer> found = new ArrayList<>();
        List<Signer> bare = query(
                connection,
                "select id, part, employee_id from knowledge_meeting_signer where case_id = ? and named = true",
                row -> new Signer(
                        row.getObject(1, UUID.class),
                        Part.ofCode(row.getString(2)),
                        row.getObject(3, UUID.class),
                        List.of()),
                of.caseId());
        for (Signer signer : bare) {
            found.add(new Signer(
                    signer.id(),
                    signer.part(),
                    signer.employeeId(),
                    query(
                            connection,
                            "select digest, refused, signed_at, id, content from knowledge_meeting_signature"
                                    + " where signer_id = ? order by signed_at, id",
                            row -> signature(row, of),
                            signer.id())));
        }
        found.sort((one, other) -> one.part().compareTo(other.part()));
        return found;
    }

    private Signature signature(ResultSet row, Of of) throws SQLException {
        byte[] content = row.getBytes(5);
        String words = content == null
                ? ""
                : sealed.open(place(of, SIGNATURE, row.getObject(4, UUID.class)), content, Words.class)
                        .text();
        return new Signature(row.getString(1), row.getBoolean(2), moment(row, 3), words);
    }

    private static SealedJson.Row place(Of of, String table, UUID row) {
        return new SealedJson.Row(of.subsidiaryId(), of.personId(), table, row);
    }
}
