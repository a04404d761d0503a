package org.holdfast.core.risk.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import java.util.Optional;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.rights.RightsRequests;

/** Makes the reader of a request. */
@ApplicationScoped
public class ReaderBeans {

    @Produces
    EmployeeRiskResource.Reader reader(
            Visibility visibility, Texts texts, Instance<OpenAlerts> alerts, RightsRequests requests) {
        OpenAlerts open = alerts.isResolvable() ? alerts.get() : (person, reader) -> Optional.empty();
        return new EmployeeRiskResource.Reader(visibility, texts, open, requests);
    }
}
