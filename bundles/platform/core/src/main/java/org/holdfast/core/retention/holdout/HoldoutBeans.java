package org.holdfast.core.retention.holdout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import org.holdfast.api.jurisdiction.RetentionRule;
import org.holdfast.core.notification.NoticeSource;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.erasure.AgedRecords;
import org.holdfast.core.protection.erasure.AgedTable;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.erasure.TableTraces;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.risk.settings.SettingsTable;

/** Makes the beans of the hold-out. */
@ApplicationScoped
public class HoldoutBeans {

    @Produces
    @Singleton
    HoldoutTable holdoutTable(Database database, Vault vault) {
        return new HoldoutTable(database, vault);
    }

    @Produces
    @Singleton
    DrawTable drawTable(Database database, Vault vault) {
        return new DrawTable(database, vault);
    }

    @Produces
    @Singleton
    HoldoutDays holdoutDays(People people, SettingsTable settings, Clock clock) {
        return new HoldoutDays(people, settings, clock);
    }

    /** Who stops a hold-out and who asks whether one was stopped share it. */
    @Produces
    @Singleton
    Lots lots(HoldoutTable holdouts, DrawTable draws, HoldoutDays days) {
        return new Lots(holdouts, draws, days, new SecureRandom());
    }

    @Produces
    @Singleton
    HoldoutDesk holdoutDesk(HoldoutTable table, HoldoutDays days, Lots lots) {
        return new HoldoutDesk(table, days, lots);
    }

    @Produces
    @Singleton
    NoticeSource holdoutReminders(HoldoutDesk desk) {
        return new HoldoutReminders(desk);
    }

    @Produces
    @Singleton
    Holdouts holdouts(HoldoutTable table, DrawTable draws, HoldoutDays days) {
        return new Holdouts(table, draws, days);
    }

    @Produces
    @Singleton
    PersonRecords holdoutRecords(DrawTable draws) {
        return new HoldoutRecords(draws);
    }

    @Produces
    @Singleton
    PersonTraces holdoutTraces() {
        return traces();
    }

    static PersonTraces traces() {
        return TableTraces.of("holdouts", DrawTable.NAME);
    }

    @Produces
    @Singleton
    AgedRecords agedDraws(Database database) {
        return new AgedTable(RetentionRule.Kind.ALERTS, database, DrawTable.NAME, "drawn_on", day -> day);
    }
}
