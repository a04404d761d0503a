package org.holdfast.core.protection.basis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.database.WantedIds;

/**
 * What people have been told about the scoring, and who has been told (PIPL Art. 17, GDPR Art. 13 and 14, AI Act Art.
 * 26(7)). A notice is never changed: whoever has more to tell publishes another. Safe for use from many threads.
 */
public final class Notices {
    private static final int PEOPLE_A_STEP = 500;
    private static final String READ =
            "select id, subsidiary_id, title, document, published_on, categories, contact from privacy_notice where ";

    private final Database database;
    private final Changes changes;
    private final Clock clock;

    Notices(Database database, Changes changes, Clock clock) {
        this.database = database;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * A notice.
     *
     * @param id its id
     * @param subsidiaryId the subsidiary whose people it is for
     * @param title its title
     * @param document where its text is kept
     * @param publishedOn first day on which it was given to people
     * @param categories the data categories it tells about
     * @param contact whom it names to be asked, one line each; empty only for one of an earlier version
     */
    public record Notice(
            UUID id,
            UUID subsidiaryId,
            String title,
            String document,
            LocalDate publishedOn,
            Set<DataCategory> categories,
            String contact) {

        /** Copies the categories. */
        public Notice {
            categories = Set.copyOf(categories);
        }
    }

    /**
     * What a person has been told about.
     *
     * @param categories the data categories
     */
    record Told(Set<DataCategory> categories) {
        static final Told NOTHING = new Told(Set.of());

        Told {
            EnumSet<DataCategory> copy = EnumSet.noneOf(DataCategory.class);
            copy.addAll(categories);
            categories = Collections.unmodifiableSet(copy);
        }

        Told and(Told other) {
            if (categories.equals(other.categories)) {
                return this;
            }
            Set<DataCategory> both = EnumSet.noneOf(DataCategory.class);
            both.addAll(categories);
            both.addAll(other.categories);
            return new Told(both);
        }
    }

    /**
     * Publishes a notice. Nobody has been told of it yet.
     *
     * @param notice the notice
     */
    public void publish(Notice notice) {
        String sql =
                "insert into privacy_notice (id, subsidiary_id, title, document, published_on, categories, created_at,"
                        + " contact) values (?, ?, ?, ?, ?, ?, ?, ?)";
        database.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setObject(1, notice.id());
                insert.setObject(2, notice.subsidiaryId());
                insert.setString(3, notice.title());
                insert.setString(4, notice.document());
                insert.setObject(5, notice.publishedOn());
                insert.setString(6, Codes.of(notice.categories()));
                insert.setObject(7, clock.instant().atOffset(ZoneOffset.UTC));
                insert.setString(8, notice.contact());
                insert.executeUpdate();
            }
        });
    }

    /**
     * Returns the notices of a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @return newest first
     */
    public List<Notice> of(UUID subsidiaryId) {
        return query("subsidiary_id = ? order by published_on desc, created_at desc", subsidiaryId);
    }

    /**
     * Finds a notice.
     *
     * @param id its id
     * @return the notice, or empty
     */
    public Optional<Notice> find(UUID id) {
        return query("id = ?", id).stream().findFirst();
    }

    /**
     * Notes who has been given a notice. Who has been given it before keeps the earlier day.
     *
     * @param notice the notice
     * @param persons whom
     * @param day on which day, in the subsidiary's time zone
     * @return how many of them had not been given it before
     */
    public int give(Notice notice, Collection<UUID> persons, LocalDate day) {
        int fresh = 0;
        for (List<UUID> step : steps(persons)) {
            fresh += database.call(connection -> give(connection, notice, step, day));
        }
        database.afterCommit(() -> changes.in(notice.subsidiaryId()));
        return fresh;
    }

    /**
     * Counts who has been given a notice.
     *
     * @param notice the notice
     * @return how many people
     */
    public int given(Notice notice) {
        return database.call(connection -> {
            try (PreparedStatement count =
                    connection.prepareStatement("select count(*) from notice_receipt where notice_id = ?")) {
                count.setObject(1, notice.id());
                try (ResultSet row = count.executeQuery()) {
                    return row.next() ? row.getInt(1) : 0;
                }
            }
        });
    }

    /** Reads what people had been told by a day. Who has not been told anything is absent. */
    Map<UUID, Told> told(UUID subsidiaryId, Collection<UUID> persons, LocalDate day) {
        Map<UUID, Told> told = new HashMap<>();
        for (List<UUID> step : steps(persons)) {
            database.run(connection -> read(connection, subsidiaryId, step, day, told));
        }
        return told;
    }

    private static void read(
            Connection connection, UUID subsidiaryId, List<UUID> persons, LocalDate day, Map<UUID, Told> told)
            throws SQLException {
        // A few notices were given to everybody: each is read once, not with every receipt.
        Map<UUID, Told> notices = new HashMap<>();
        query(connection, "subsidiary_id = ?", subsidiaryId)
                .forEach(notice -> notices.put(notice.id(), new Told(notice.categories())));
        String sql = "select person_id, notice_id from " + WantedIds.join("notice_receipt", "person_id")
                + " and notice_receipt.subsidiary_id = ? and notice_receipt.told_on <= ?";
        try (PreparedStatement read = connection.prepareStatement(sql)) {
            WantedIds.bind(read, 1, persons);
            read.setObject(2, subsidiaryId);
            read.setObject(3, day);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    Told notice = notices.getOrDefault(row.getObject(2, UUID.class), Told.NOTHING);
                    told.merge(row.getObject(1, UUID.class), notice, Told::and);
                }
            }
        }
    }

    private static int give(Connection connection, Notice notice, List<UUID> persons, LocalDate day)
            throws SQLException {
        Set<UUID> before = new HashSet<>();
        try (PreparedStatement read = connection.prepareStatement("select person_id from "
                + WantedIds.join("notice_receipt", "person_id") + " and notice_receipt.notice_id = ?")) {
            WantedIds.bind(read, 1, persons);
            read.setObject(2, notice.id());
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    before.add(row.getObject(1, UUID.class));
                }
            }
        }
        String sql = "insert into notice_receipt (subsidiary_id, person_id, notice_id, told_on) values (?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int fresh = 0;
            for (UUID person : persons) {
                if (before.add(person)) {
                    insert.setObject(1, notice.subsidiaryId());
                    insert.setObject(2, person);
                    insert.setObject(3, notice.id());
                    insert.setObject(4, day);
                    insert.addBatch();
                    fresh++;
                }
            }
            insert.executeBatch();
            return fresh;
        }
    }

    private List<Notice> query(String where, UUID key) {
        return database.call(connection -> query(connection, where, key));
    }

    private static List<Notice> query(Connection connection, String where, UUID key) throws SQLException {
        List<Notice> found = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(READ + where)) {
            read.setObject(1, key);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    found.add(new Notice(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            row.getString(4),
                            row.getObject(5, LocalDate.class),
                            Codes.categories(row.getString(6)),
                            row.getString(7)));
                }
            }
        }
        return found;
    }

    private static List<List<UUID>> steps(Collection<UUID> persons) {
        List<UUID> all = List.copyOf(persons);
        List<List<UUID>> steps = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PEOPLE_A_STEP) {
            steps.add(all.subList(from, Math.min(from + PEOPLE_A_STEP, all.size())));
        }
        return steps;
    }
}
