package org.holdfast.core.retention.outcomes;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.rights.RecordItem;
import org.holdfast.core.retention.RetentionWorld;
import org.holdfast.core.retention.cases.CaseRoom;
import org.holdfast.core.retention.cases.Cases;

/** Outcomes over a room of cases, as other rooms see them. */
public final class PastOutcomeRoom {
    private final RetentionWorld world;
    private final OutcomeTable table;
    private final OutcomeReminders reminders;
    private final Cases cases;
    public final Outcomes outcomes;

    public PastOutcomeRoom(CaseRoom room) {
        world = room.world;
        table = new OutcomeTable(world.database, world.vault);
        cases = room.cases();
        Firm around = new Firm(world.staff.people, world.alerts, cases, world.clock);
        outcomes = new Outcomes(table, around);
        reminders = new OutcomeReminders(outcomes, around);
    }

    public PastOutcomes past() {
        return new PastOutcomes(table);
    }

    public boolean decided(UUID person) {
        return outcomes.decided(person);
    }

    public int reminders() {
        return reminders.standing().size();
    }

    /** What a person is told of the outcomes of the cases about them. */
    public List<RecordItem> record(UUID person) {
        return new OutcomeRecords(table).of(Subject.person(world.firm, person), "en");
    }

    /** HR notes by hand that somebody stayed, on a day. */
    public void byHand(UUID caseId, String what, String on) {
        Entry.Words words = new Entry.Words(
                Entry.What.ofCode(what).orElseThrow(),
                0,
                LocalDate.parse(on),
                "By hand.",
                new Entry.By("1", "hr", true));
        Entry entry = new Entry(UUID.randomUUID(), caseId, UUID.randomUUID(), world.clock.instant(), words);
        table.add(cases.find(caseId).orElseThrow(), entry, () -> {});
    }

    public static PersonTraces traces() {
        return OutcomeBeans.traces();
    }
}
