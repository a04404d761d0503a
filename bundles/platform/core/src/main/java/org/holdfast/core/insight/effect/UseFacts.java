package org.holdfast.core.insight.effect;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.retention.use.CaseUse;

/**
 * What figures of use are counted from.
 *
 * @param today the day of the subsidiary
 * @param zone its time zone
 * @param uses the cases superiors had
 * @param looks follow-ups that were due, by the superior who had the case: 1 where somebody looked
 */
record UseFacts(LocalDate today, ZoneId zone, List<CaseUse> uses, List<Event> looks) {

    UseFacts {
        uses = List.copyOf(uses);
        looks = List.copyOf(looks);
    }

    /** Returns what of it is about some superiors. */
    UseFacts of(Set<UUID> superiors) {
        return new UseFacts(
                today,
                zone,
                uses.stream()
                        .filter(use -> superiors.contains(use.superiorId()))
                        .toList(),
                looks.stream().filter(look -> superiors.contains(look.person())).toList());
    }
}
