package org.holdfast.core.offboarding.preparation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.holdfast.core.notification.NoticeSource;
import org.holdfast.core.offboarding.labour.ExitLaw;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.erasure.TableTraces;
import org.holdfast.core.protection.rights.PersonRecords;

/** Makes the beans of preparations. */
@ApplicationScoped
public class PreparationBeans {

    @Produces
    @Singleton
    PreparationTable preparationTable(Database database, Vault vault) {
        return new PreparationTable(database, vault);
    }

    @Produces
    @Singleton
    Preparations preparations(PreparationTable table, People people, Leaving leaving, Clock clock) {
        return new Preparations(table, people, leaving, clock);
    }

    @Produces
    @Singleton
    PreparationDesk preparationDesk(Preparations preparations, People people, ExitLaw law, Texts texts, Clock clock) {
        return new PreparationDesk(preparations, new PreparationDesk.World(people, law, texts, clock));
    }

    @Produces
    @Singleton
    NoticeSource preparationReminders(PreparationTable table, People people, Clock clock) {
        return new PreparationReminders(table, people, clock);
    }

    @Produces
    @Singleton
    PersonTraces preparationTraces() {
        return TableTraces.of("preparations", "offboarding_preparation_entry", "offboarding_preparation");
    }

    @Produces
    @Singleton
    PersonRecords preparationRecords(PreparationTable table) {
        return new PreparationRecords(table);
    }
}
