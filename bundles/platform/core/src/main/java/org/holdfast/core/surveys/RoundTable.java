package org.holdfast.core.surveys;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;
import org.jspecify.annotations.Nullable;

/**
 * Rounds with their answers, and receipts that say that somebody has answered. A receipt is a fingerprint under the subsidiary's
 * key, by which the server finds out whether a caller has answered; it leads from nobody to an answer, nor back. Safe for use
 * from many threads.
 */
final class RoundTable {
    private static final String SELECT =
            "select id, subsidiary_id, department_id, kind, first_day, last_day, state from survey_round";

    private final Database database;
    private final Vault vault;

    RoundTable(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    void add(Round round) {
        String sql = "insert into survey_round (id, subsidiary_id, department_id, kind, first_day, last_day, state)"
                + " values (?, ?, ?, ?, ?, ?, ?)";
        database.run(connection -> update(
                connection,
                sql,
                round.id(),
                round.subsidiaryId(),
                round.departmentId(),
                round.kind().code(),
                round.days().first(),
                round.days().last(),
                round.state().code()));
    }

    /** Returns all rounds, those that begin last first. */
    List<Round> all() {
        return query(SELECT + " order by first_day desc, id");
    }

    Optional<Round> find(UUID id) {
        return query(SELECT + " where id = ?", id).stream().findFirst();
    }

    private List<Round> query(String sql, Object... keys) {
        return database.call(connection -> {
            List<Round> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                bind(read, keys);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found.add(round(row));
                    }
                }
            }
            return found;
        });
    }

    /** Opens a draft; false where it is none any more. */
    boolean open(Round round) {
        return database.call(connection -> update(
                        connection,
                        "update survey_round set state = 'open' where id = ? and state = 'draft'",
                        round.id()))
                == 1;
    }

    /** Calls a round off and destroys what was answered; false where it was closed or called off already. */
    boolean cancel(Round round) {
        return database.call(connection -> {
            String sql = "update survey_round set state = 'cancelled', answers = null"
                    + " where id = ? and state in ('draft', 'open')";
            boolean mine = update(connection, sql, round.id()) == 1;
            if (mine) {
                forget(connection, round.id());
            }
            return mine;
        });
    }

    /**
     * Takes an answer. The box is one row: no order of rows and no version of one tells more than that somebody answered.
     *
     * @param round the round
     * @param personId who answers
     * @param answer what
     * @param within what belongs to it, in the same transaction
     * @return false where the person has answered already: nothing happened
     */
    boolean answer(Round round, UUID personId, Answer answer, Runnable within) {
        String receipt = receipt(round, personId);
        return database.call(connection -> {
            byte[] box = held(connection, round);
            if (answered(connection, round.id(), receipt)) {
                return false;
            }
            List<Answer> answers = new ArrayList<>(open(round, box));
            answers.add(answer);
            byte[] sealed = vault.seal(subject(round), box(round), AnswerBox.write(answers));
            write(connection, "update survey_round set answers = ? where id = ?", sealed, round.id());
            update(connection, "insert into survey_receipt (round_id, receipt) values (?, ?)", round.id(), receipt);
            within.run();
            return true;
        });
    }

    /** Says whether somebody has answered a round; nobody is known to have once it is closed. */
    boolean answered(Round round, UUID personId) {
        String receipt = receipt(round, personId);
        return database.call(connection -> answered(connection, round.id(), receipt));
    }

    /**
     * Adds the answers of an open round up, and destroys them and the receipts. Does nothing where another server was faster.
     *
     * @param round the round
     * @param count adds up
     */
    void close(Round round, Function<List<Answer>, Results> count) {
        database.run(connection -> {
            String state = state(connection, round.id());
            if (!state.equals(Round.State.OPEN.code())) {
                return;
            }
            Results results = count.apply(open(round, held(connection, round)));
            byte[] sealed = vault.seal(subject(round), results(round), results.write());
            String sql = "update survey_round set state = 'closed', answers = null, results = ? where id = ?";
            write(connection, sql, sealed, round.id());
            forget(connection, round.id());
        });
    }

    /** Returns what a round came to; empty before it is closed. */
    Optional<Results> resultsOf(Round round) {
        return database.call(connection -> {
            try (PreparedStatement read =
                    connection.prepareStatement("select results from survey_round where id = ?")) {
                read.setObject(1, round.id());
                try (ResultSet row = read.executeQuery()) {
                    return Optional.ofNullable(row.next() ? row.getBytes(1) : null)
                            .map(bytes -> Results.read(vault.open(subject(round), results(round), bytes)));
                }
            }
        });
    }

    /** Deletes rounds that ended before a day; returns how many there were. */
    int deleteBefore(UUID subsidiaryId, LocalDate day) {
        return database.call(connection -> update(
                connection,
                "delete from survey_round where subsidiary_id = ? and last_day < ? and state <> 'open'",
                subsidiaryId,
                day));
    }

    /** Deletes the receipts of somebody. */
    void deleteReceipts(Connection connection, Subject person) throws SQLException {
        for (Round round : all()) {
            if (mine(round, person)) {
                update(
                        connection,
                        "delete from survey_receipt where round_id = ? and receipt = ?",
                        round.id(),
                        receipt(round, id(person)));
            }
        }
    }

    /** Holds the row of a round until the end of the transaction, so that answers come one after the other. */
    private static byte @Nullable [] held(Connection connection, Round round) throws SQLException {
        String sql = "select answers, state from survey_round where id = ? for update";
        try (PreparedStatement read = connection.prepareStatement(sql)) {
            read.setObject(1, round.id());
            try (ResultSet row = read.executeQuery()) {
                if (!row.next() || !row.getString(2).equals(Round.State.OPEN.code())) {
                    throw SurveyDesk.notOpen();
                }
                return row.getBytes(1);
            }
        }
    }

    private static String state(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement read =
                connection.prepareStatement("select state from survey_round where id = ? for update")) {
            read.setObject(1, id);
            try (ResultSet row = read.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    private static boolean answered(Connection connection, UUID round, String receipt) throws SQLException {
        String sql = "select 1 from survey_receipt where round_id = ? and receipt = ?";
        try (PreparedStatement read = connection.prepareStatement(sql)) {
            bind(read, round, receipt);
            try (ResultSet row = read.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void forget(Connection connection, UUID round) throws SQLException {
        update(connection, "delete from survey_receipt where round_id = ?", round);
    }

    private List<Answer> open(Round round, byte @Nullable [] box) {
        return box == null ? List.of() : AnswerBox.read(vault.open(subject(round), box(round), box));
    }

    private String receipt(Round round, UUID personId) {
        return vault.blindIndex(round.subsidiaryId(), "survey_receipt.receipt", round.id() + " " + personId);
    }

    private static boolean mine(Round round, Subject person) {
        return round.subsidiaryId().equals(person.subsidiaryId());
    }

    private static UUID id(Subject person) {
        return person.personId().orElseThrow();
    }

    private static Subject subject(Round round) {
        return Subject.subsidiary(round.subsidiaryId());
    }

    private static Cell box(Round round) {
        return new Cell("survey_round", "answers", round.id().toString(), AnswerBox.VERSION);
    }

    private static Cell results(Round round) {
        return new Cell("survey_round", "results", round.id().toString(), Results.VERSION);
    }

    private static Round round(ResultSet row) throws SQLException {
        return new Round(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                SurveyKind.of(row.getString(4)).orElseThrow(),
                new Round.Days(row.getObject(5, LocalDate.class), row.getObject(6, LocalDate.class)),
                Round.State.of(row.getString(7)));
    }

    private static void write(Connection connection, String sql, byte[] sealed, UUID id) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(sql)) {
            write.setBytes(1, sealed);
            write.setObject(2, id);
            write.executeUpdate();
        }
    }

    private static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            bind(update, values);
            return update.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
