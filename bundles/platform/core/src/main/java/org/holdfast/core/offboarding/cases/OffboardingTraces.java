package org.holdfast.core.offboarding.cases;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.holdfast.core.offboarding.flows.FlowRuns;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.erasure.TableTraces;

/** The cases of a person with their tasks and entries, and the runs of their flows. */
final class OffboardingTraces implements PersonTraces {
    private final TableTraces cases =
            TableTraces.of("offboardings", "offboarding_entry", "offboarding_task", "offboarding_case");
    private final CaseTable table;
    private final FlowRuns flows;

    OffboardingTraces(CaseTable table, FlowRuns flows) {
        this.table = table;
        this.flows = flows;
    }

    @Override
    public Map<String, Long> count(Connection connection, Subject person) throws SQLException {
        return cases.count(connection, person);
    }

    @Override
    public void erase(Connection connection, Subject person) throws SQLException {
        for (UUID id : table.idsOf(person.personId().orElseThrow())) {
            flows.forget(id);
        }
        cases.erase(connection, person);
    }
}
