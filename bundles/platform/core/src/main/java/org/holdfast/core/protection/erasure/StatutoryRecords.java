package org.holdfast.core.protection.erasure;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.api.jurisdiction.StatutoryRule;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;
import org.holdfast.core.protection.erasure.StatutoryRecord.Days;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;

/**
 * Keeps of people who are erased what the law has the firm keep: sections of the person's record, sealed anew under a key that
 * has nothing to do with the person's, for as long as the rule book says. Only who knows the subsidiary and the employee number
 * finds them again. Safe for use from many threads.
 */
public final class StatutoryRecords {
    private static final String INDEX = "statutory_record.number";
    /** An erasure takes who asked for somebody who had died, here, too. */
    private static final Set<String> OF_OTHERS = Set.of("relative", "byRelative");

    private final StatutoryTable table;
    private final Vault vault;
    private final Sources sources;
    private final Clock clock;

    /**
     * Creates it.
     *
     * @param database where they are
     * @param vault seals them
     * @param sources what is kept of whom
     * @param clock the time
     */
    public StatutoryRecords(Database database, Vault vault, Sources sources, Clock clock) {
        this.table = new StatutoryTable(database);
        this.vault = vault;
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * What is kept of whom.
     *
     * @param rules returns what a subsidiary's rule book has kept; none where no rule book holds
     * @param sections the sections of people's records
     * @param numbers tells people's employee numbers
     */
    public record Sources(
            Function<UUID, List<StatutoryRule>> rules, Iterable<PersonRecords> sections, EmployeeNumbers numbers) {}

    /**
     * Says what would be kept of a person.
     *
     * @param person the person
     * @return the rules of which there is something to keep
     */
    public List<StatutoryRule> planned(Subject person) {
        return rules(person).stream()
                .filter(rule -> !items(rule, person).isEmpty())
                .toList();
    }

    /** Keeps what is to be kept, in the transaction of the erasure. */
    void keep(Connection connection, Subject person) throws SQLException {
        Optional<String> number = sources.numbers.of(person);
        if (number.isEmpty()) {
            return;
        }
        Subject holder = Subject.person(person.subsidiaryId(), UUID.randomUUID());
        UUID holderId = holder.personId().orElseThrow();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (StatutoryRule rule : rules(person)) {
            List<Map<String, Object>> items = items(rule, person);
            if (!items.isEmpty()) {
                vault.prepare(person.subsidiaryId(), List.of(holderId));
                UUID id = UUID.randomUUID();
                StatutoryRecord kept = new StatutoryRecord(
                        holderId, rule.record(), new Days(today, today.plusMonths(rule.months())), rule.law(), items);
                byte[] content = vault.seal(holder, cell(id), StatutoryCodec.encode(items));
                table.add(connection, holder, kept, new StatutoryTable.Row(id, index(holder, number.get()), content));
            }
        }
    }

    /**
     * Finds what is kept of somebody who was erased.
     *
     * @param subsidiaryId the subsidiary
     * @param number the employee number
     * @return by record; empty where nothing is kept, or nobody of that number was ever there
     */
    public List<StatutoryRecord> find(UUID subsidiaryId, String number) {
        return table.find(subsidiaryId, vault.blindIndex(subsidiaryId, INDEX, number), (kept, row) -> {
            byte[] plain = vault.open(Subject.person(subsidiaryId, kept.holder()), cell(row.id()), row.content());
            return new StatutoryRecord(
                    kept.holder(), kept.record(), kept.days(), kept.law(), StatutoryCodec.decode(plain));
        });
    }

    /**
     * Ends what has been kept long enough where other records of the same person are kept longer.
     *
     * @param subsidiaryId the subsidiary
     * @param today the day
     * @return under whose keys nothing is kept any more: they are to be erased
     */
    public List<UUID> end(UUID subsidiaryId, LocalDate today) {
        List<UUID> over = table.over(subsidiaryId, today);
        table.end(subsidiaryId, today);
        return over;
    }

    private List<StatutoryRule> rules(Subject person) {
        return sources.rules.apply(person.subsidiaryId());
    }

    private List<Map<String, Object>> items(StatutoryRule rule, Subject person) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (PersonRecords section : sources.sections) {
            if (section.section().equals(rule.record())) {
                section.of(person, "en").stream().map(RecordItem::fields).forEach(fields -> {
                    Map<String, Object> kept = new LinkedHashMap<>(fields);
                    kept.keySet().removeAll(OF_OTHERS);
                    items.add(kept);
                });
            }
        }
        return items;
    }

    private String index(Subject holder, String number) {
        return vault.blindIndex(holder.subsidiaryId(), INDEX, number);
    }

    private static Cell cell(UUID id) {
        return new Cell("statutory_record", "content", id.toString(), 1);
    }
}
