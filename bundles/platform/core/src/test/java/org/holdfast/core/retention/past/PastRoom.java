package org.holdfast.core.retention.past;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.api.jurisdiction.RetentionRule;
import org.holdfast.core.people.PastCase;
import org.holdfast.core.people.PastCase.Outcome;
import org.holdfast.core.people.PastCase.Talk;
import org.holdfast.core.people.PastCases;
import org.holdfast.core.retention.Alert;
import org.holdfast.core.retention.cases.CaseRoom;
import org.holdfast.core.retention.cases.RetentionCase;
import org.holdfast.core.retention.outcomes.PastOutcomeRoom;
import org.jspecify.annotations.Nullable;

/** Past cases over a room of cases, as files bring them. */
public final class PastRoom {
    private final CaseRoom room;
    public final PastOutcomeRoom outcomes;
    public final PastCases past;
    final List<RetentionRule> periods = new ArrayList<>();

    public PastRoom(CaseRoom room) {
        this.room = room;
        outcomes = new PastOutcomeRoom(room);
        past = new PastCaseRegister(
                new PastCaseRegister.Files(room.world.past(), room.past(), outcomes.past()),
                room.world.staff.people,
                room.world.needs(),
                id -> periods,
                room.world.clock);
    }

    /** Takes a case in which somebody talked three days after it was noticed. */
    public int take(UUID person, String noticed, String intent, @Nullable String outcome, @Nullable String on) {
        return past.take(List.of(row(person, noticed, intent, outcome, on)));
    }

    PastCase row(UUID person, String noticed, String intent, @Nullable String outcome, @Nullable String on) {
        LocalDate day = LocalDate.parse(noticed);
        return new PastCase(
                room.world.firm,
                person,
                day,
                new Talk(day.plusDays(3), intent, List.of("other"), "What was said then."),
                outcome == null || on == null ? null : new Outcome(outcome, LocalDate.parse(on)));
    }

    List<Alert> alerts(UUID person) {
        return room.world.past().about(List.of(person));
    }

    RetentionCase only(UUID person) {
        List<Alert> alerts = alerts(person);
        if (alerts.size() != 1) {
            throw new AssertionError(alerts);
        }
        return room.of(alerts.get(0));
    }
}
