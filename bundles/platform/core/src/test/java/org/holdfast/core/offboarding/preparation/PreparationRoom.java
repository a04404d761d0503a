package org.holdfast.core.offboarding.preparation;

import org.holdfast.core.access.Visibility;
import org.holdfast.core.notification.NoticeSource;
import org.holdfast.core.offboarding.labour.ExitLaw;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.retention.RetentionWorld;

/** Preparations in a world that tests share with cases. */
public final class PreparationRoom {
    private final PreparationTable table;
    private final Preparations preparations;
    private final PreparationDesk desk;
    private final PreparationReminders reminders;
    private final Cursors cursors = new Cursors();

    public PreparationRoom(RetentionWorld world, ExitLaw law, Leaving leaving) {
        table = new PreparationTable(world.database, world.vault);
        preparations = new Preparations(table, world.staff.people, leaving, world.clock);
        desk = new PreparationDesk(
                preparations, new PreparationDesk.World(world.staff.people, law, world.texts, world.clock));
        reminders = new PreparationReminders(table, world.staff.people, world.clock);
    }

    public Preparations preparations() {
        return preparations;
    }

    public PreparationsResource api(Visibility sight) {
        return new PreparationsResource(desk, cursors, sight, new AuditNotes());
    }

    public OwnPreparationResource own(Visibility sight) {
        return new OwnPreparationResource(desk, sight);
    }

    public PersonRecords records() {
        return new PreparationRecords(table);
    }

    /** Erases what there is of somebody; says how much that was. */
    public long erased(Subject person) {
        return table.database().call(connection -> {
            PersonTraces traces = new PreparationBeans().preparationTraces();
            long found = traces.count(connection, person).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            traces.erase(connection, person);
            return found;
        });
    }

    public NoticeSource reminders() {
        return reminders;
    }
}
