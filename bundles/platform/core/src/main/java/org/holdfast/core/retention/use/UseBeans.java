package org.holdfast.core.retention.use;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.holdfast.core.platform.database.Database;

/** Makes the bean that reads how cases are worked on. */
@ApplicationScoped
public class UseBeans {

    @Produces
    @Singleton
    CaseUses caseUses(Database database) {
        return new CaseUses(database);
    }
}
