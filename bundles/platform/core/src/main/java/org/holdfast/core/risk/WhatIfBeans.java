package org.holdfast.core.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.holdfast.core.people.People;
import org.holdfast.core.protection.basis.ScoringPermission;
import org.holdfast.core.risk.rest.RiskPresenter;
import org.holdfast.core.risk.rest.WhatIfDesk;
import org.holdfast.core.risk.runs.CurrentScores;
import org.holdfast.core.risk.runs.RiskSource;
import org.holdfast.core.risk.runs.Scoring;
import org.holdfast.core.risk.settings.SettingsTable;
import org.holdfast.core.risk.whatif.SmallestSet;
import org.holdfast.core.risk.whatif.WhatIf;

/** Makes what asks the model in use about changes that are made in thought. */
@ApplicationScoped
public class WhatIfBeans {

    @Produces
    @Singleton
    WhatIf whatIf(Scoring scoring) {
        return new WhatIf(scoring);
    }

    @Produces
    @Singleton
    SmallestSet smallestSet(WhatIf whatIf, SettingsTable settings) {
        return new SmallestSet(whatIf, settings);
    }

    @Produces
    @Singleton
    WhatIfDesk.Shown shown(CurrentScores current, RiskPresenter presenter, ScoringPermission permission) {
        return new WhatIfDesk.Shown(current, presenter, permission);
    }

    @Produces
    @Singleton
    WhatIfDesk desk(People people, RiskSource source, WhatIfDesk.Shown shown, WhatIf whatIf, SmallestSet smallest) {
        return new WhatIfDesk(people, source, shown, whatIf, smallest);
    }
}
