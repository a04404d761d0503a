package org.holdfast.core.protection.basis;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.platform.bytes.ByteSink;
import org.holdfast.core.platform.bytes.ByteSource;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;
import org.holdfast.core.protection.basis.Assessment.Signature;
import org.holdfast.core.protection.basis.ProcessingScope.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The impact assessments of all subsidiaries, signed ones for ever: PIPL Art. 56 wants them kept three years at least. What
 * was answered is sealed under the subsidiary's key. Safe for use from many threads.
 */
public final class Assessments {
    private static final String READ =
            "select id, subsidiary_id, version, book, categories, models, opened_at, signed_at,"
                    + " signed_by, valid_to, answers from impact_assessment where ";

    private final Database database;
    private final Vault vault;
    private final Changes changes;
    private final Clock clock;
    private final Map<UUID, Coverage> coverage = new ConcurrentHashMap<>();

    Assessments(Database database, Vault vault, Changes changes, Clock clock) {
        this.database = database;
        this.changes = changes;
        this.vault = vault;
        this.clock = clock;
    }

    /** What the signed assessment a subsidiary's scoring rests on covers, and until when. */
    private record Coverage(Scope scope, LocalDate validTo) {
        static final Coverage NOTHING = new Coverage(new Scope(Set.of(), Set.of()), LocalDate.MIN);
    }

    /**
     * Opens a new draft.
     *
     * @param subsidiaryId the subsidiary
     * @param book which rule book asks, {@code code@version}
     * @param scope what it is about
     * @param answers what is known already, by code of the question
     * @return the draft
     */
    public Assessment open(UUID subsidiaryId, String book, Scope scope, Map<String, String> answers) {
        vault.prepare(subsidiaryId, List.of());
        int version =
                of(subsidiaryId).stream().mapToInt(Assessment::version).max().orElse(0) + 1;
        Instant now = clock.instant();
        Assessment draft = new Assessment(UUID.randomUUID(), subsidiaryId, version, book, scope, answers, now, null);
        String sql = "insert into impact_assessment (id, subsidiary_id, version, book, categories, models, opened_at,"
                + " answers) values (?, ?, ?, ?, ?, ?, ?, ?)";
        database.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setObject(1, draft.id());
                insert.setObject(2, subsidiaryId);
                insert.setInt(3, version);
                insert.setString(4, book);
                insert.setString(5, Codes.of(scope.categories()));
                insert.setString(6, String.join(",", scope.models()));
                insert.setObject(7, now.atOffset(ZoneOffset.UTC));
                insert.setBytes(8, seal(draft));
                insert.executeUpdate();
            }
        });
        return draft;
    }

    /**
     * Keeps what was answered so far.
     *
     * @param draft a draft
     * @param categories the data categories it is to cover
     * @param answers all answers, by code of the question
     * @return the draft as it is now; empty where it has been signed meanwhile
     */
    public Optional<Assessment> answer(Assessment draft, Set<DataCategory> categories, Map<String, String> answers) {
        Assessment fresh = draft.answered(categories, answers);
        int changed = database.call(connection -> {
            try (PreparedStatement update = connection.prepareStatement("update impact_assessment set categories = ?,"
                    + " answers = ? where id = ? and signed_at is null")) {
                update.setString(1, Codes.of(categories));
                update.setBytes(2, seal(fresh));
                update.setObject(3, draft.id());
                return update.executeUpdate();
            }
        });
        return changed == 1 ? Optional.of(fresh) : Optional.empty();
    }

    /**
     * Signs a draft. From then on it can no longer be changed, and scoring may rest on it.
     *
     * @param draft the draft
     * @param by the account that signs
     * @param validTo last day on which it holds
     * @return false where it has been signed before
     */
    public boolean sign(Assessment draft, UUID by, LocalDate validTo) {
        int changed = database.call(connection -> {
            try (PreparedStatement update = connection.prepareStatement("update impact_assessment set signed_at = ?,"
                    + " signed_by = ?, valid_to = ? where id = ? and signed_at is null")) {
                update.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
                update.setObject(2, by);
                update.setObject(3, validTo);
                update.setObject(4, draft.id());
                return update.executeUpdate();
            }
        });
        database.afterCommit(() -> {
            coverage.remove(draft.subsidiaryId());
            changes.in(draft.subsidiaryId());
        });
        return changed == 1;
    }

    /**
     * Returns the assessments of a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @return newest first
     */
    public List<Assessment> of(UUID subsidiaryId) {
        return query("subsidiary_id = ? order by version desc", subsidiaryId);
    }

    /**
     * Finds an assessment.
     *
     * @param id its id
     * @return the assessment, or empty
     */
    public Optional<Assessment> find(UUID id) {
        return query("id = ?", id).stream().findFirst();
    }

    /** Returns the data categories the assessment that holds on a day covers. */
    Set<DataCategory> covered(UUID subsidiaryId, LocalDate day) {
        return holding(subsidiaryId, day).map(Scope::categories).orElse(Set.of());
    }

    /** Returns what the assessment that holds on a day is about, empty where none holds. */
    Optional<Scope> holding(UUID subsidiaryId, LocalDate day) {
        Coverage now = coverage.computeIfAbsent(subsidiaryId, this::load);
        return day.isAfter(now.validTo) ? Optional.empty() : Optional.of(now.scope);
    }

    /**
     * Returns until when the assessment holds that a subsidiary's scoring rests on.
     *
     * @param subsidiaryId the subsidiary
     * @return its last day, which may be over; empty where none was ever signed
     */
    public Optional<LocalDate> endsOn(UUID subsidiaryId) {
        Coverage now = coverage.computeIfAbsent(subsidiaryId, this::load);
        return now.validTo.equals(LocalDate.MIN) ? Optional.empty() : Optional.of(now.validTo);
    }

    /** The one signed last holds, even where an earlier one would hold for longer. */
    private Coverage load(UUID subsidiaryId) {
        String sql = "select categories, models, valid_to from impact_assessment where subsidiary_id = ?"
                + " and signed_at is not null order by signed_at desc, version desc";
        return database.call(connection -> {
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, subsidiaryId);
                try (ResultSet row = read.executeQuery()) {
                    return row.next()
                            ? new Coverage(
                                    new Scope(Codes.categories(row.getString(1)), Codes.words(row.getString(2))),
                                    row.getObject(3, LocalDate.class))
                            : Coverage.NOTHING;
                }
            }
        });
    }

    private List<Assessment> query(String where, UUID key) {
        return database.call(connection -> {
            List<Assessment> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(READ + where)) {
                read.setObject(1, key);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found.add(assessment(row));
                    }
                }
            }
            return found;
        });
    }

    private Assessment assessment(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        UUID subsidiaryId = row.getObject(2, UUID.class);
        byte[] plain = vault.open(Subject.subsidiary(subsidiaryId), cell(id), row.getBytes(11));
        return new Assessment(
                id,
                subsidiaryId,
                row.getInt(3),
                row.getString(4),
                new Scope(Codes.categories(row.getString(5)), Codes.words(row.getString(6))),
                answers(plain),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                signature(row));
    }

    private static @Nullable Signature signature(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject(8, OffsetDateTime.class);
        return at == null
                ? null
                : new Signature(row.getObject(9, UUID.class), at.toInstant(), row.getObject(10, LocalDate.class));
    }

    private byte[] seal(Assessment assessment) {
        ByteSink out = new ByteSink(1024);
        Map<String, String> sorted = new TreeMap<>(assessment.answers());
        out.text(Integer.toString(sorted.size()));
        sorted.forEach((question, answer) -> {
            out.text(question);
            out.text(answer);
        });
        return vault.seal(Subject.subsidiary(assessment.subsidiaryId()), cell(assessment.id()), out.toBytes());
    }

    private static Map<String, String> answers(byte[] plain) {
        ByteSource in = new ByteSource(plain);
        Map<String, String> answers = new LinkedHashMap<>();
        for (int left = Integer.parseInt(in.text()); left > 0; left--) {
            answers.put(in.text(), in.text());
        }
        return answers;
    }

    private static Cell cell(UUID id) {
        return new Cell("impact_assessment", "answers", id.toString(), 1);
    }
}
