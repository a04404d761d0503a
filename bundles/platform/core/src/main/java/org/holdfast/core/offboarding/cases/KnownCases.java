package org.holdfast.core.offboarding.cases;

import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.flows.FlowOffice;
import org.holdfast.core.offboarding.preparation.Preparation;
import org.holdfast.core.offboarding.preparation.Preparations;
import org.holdfast.core.platform.rest.RestException;

/** Tells other packages of cases. Safe for use from many threads. */
final class KnownCases implements ExitCases {
    private final CaseTable table;
    private final Preparations preparations;
    private final Performers performers;

    KnownCases(CaseTable table, Preparations preparations, Performers performers) {
        this.table = table;
        this.preparations = preparations;
        this.performers = performers;
    }

    @Override
    public Optional<ExitCase> find(UUID id) {
        Optional<ExitCase> found = table.find(id).map(KnownCases::told);
        return found.isPresent() ? found : preparations.find(id).map(this::told);
    }

    @Override
    public Optional<ExitCase> ofPerson(UUID personId) {
        Optional<ExitCase> found = table.goingOn(personId).map(KnownCases::told);
        return found.isPresent() ? found : preparations.goingOn(personId).map(this::told);
    }

    @Override
    public ExitCase requireLawful(UUID id) {
        ExitCase found = find(id).orElseThrow(RestException::notFound);
        if (found.stage() == Stage.PREPARING) {
            throw Preparations.noLawfulEvent();
        }
        if (found.stage() == Stage.WITHDRAWN) {
            throw RestException.of(OffboardingError.OFFBOARDING_OVER, "The case was taken back.");
        }
        return found;
    }

    @Override
    public boolean acts(ExitCase of, FlowOffice office, Visibility caller) {
        if (office == FlowOffice.EMPLOYEE) {
            return caller.caller().employeeId().filter(of.personId()::equals).isPresent();
        }
        return performers
                .look()
                .acts(new OffboardingTask.Of(of.id(), of.subsidiaryId(), of.personId()), office, caller);
    }

    static ExitCase told(Offboarding one) {
        return new ExitCase(
                one.id(),
                one.subsidiaryId(),
                one.personId(),
                stage(one),
                one.course().lastDay());
    }

    private ExitCase told(Preparation one) {
        Stage stage = preparations.goesOn(one) ? Stage.PREPARING : Stage.WITHDRAWN;
        return new ExitCase(one.id(), one.subsidiaryId(), one.personId(), stage, null);
    }

    private static Stage stage(Offboarding one) {
        return switch (one.course().state()) {
            case RUNNING -> Stage.RUNNING;
            case WITHDRAWN -> Stage.WITHDRAWN;
            case ENDED -> Stage.ENDED;
        };
    }
}
