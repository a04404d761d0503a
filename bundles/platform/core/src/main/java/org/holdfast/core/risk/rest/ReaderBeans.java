package org.holdfast.core.risk.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.Texts;

/** Makes the reader of a request. */
@ApplicationScoped
public class ReaderBeans {

    @Produces
    EmployeeRiskResource.Reader reader(Visibility visibility, Texts texts) {
        return new EmployeeRiskResource.Reader(visibility, texts);
    }
}
