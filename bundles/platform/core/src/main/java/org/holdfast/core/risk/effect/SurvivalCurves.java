package org.holdfast.core.risk.effect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.holdfast.core.risk.effect.SurvivalCurve.Spell;
import org.holdfast.core.risk.features.PersonSeries;
import org.holdfast.core.risk.features.PersonSeries.ActionTaken;

/** Sorts people by what happened to them and draws a curve for each: from the first time it happened to a person. */
final class SurvivalCurves {
    /** Somebody took a counter-offer, which is a raise in most firms. */
    static final String COUNTER_OFFER = "counterOffer";

    /** Somebody took a counter-offer and was promoted within {@value #TOGETHER_DAYS} days of it. */
    static final String WITH_PROMOTION = "counterOfferAndPromotion";

    private static final int TOGETHER_DAYS = 90;

    private final LocalDate lastKnownDay;
    private final Map<String, List<Spell>> spells = new TreeMap<>();

    private SurvivalCurves(LocalDate lastKnownDay) {
        this.lastKnownDay = lastKnownDay;
    }

    static List<SurvivalCurve> of(Collection<PersonSeries> people, LocalDate lastKnownDay) {
        SurvivalCurves curves = new SurvivalCurves(lastKnownDay);
        people.forEach(curves::take);
        return curves.spells.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= StudyRules.FEWEST_ACTIONS)
                .map(entry -> SurvivalCurve.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Whether somebody who took a counter-offer was promoted within {@value #TOGETHER_DAYS} days of it. */
    static boolean promotedWith(PersonSeries person, LocalDate day, LocalDate lastKnownDay) {
        return person.promotions(lastKnownDay).stream()
                .anyMatch(on -> Math.abs(on.toEpochDay() - day.toEpochDay()) <= TOGETHER_DAYS);
    }

    private void take(PersonSeries person) {
        Map<String, LocalDate> first = new TreeMap<>();
        for (ActionTaken action : person.actions(lastKnownDay)) {
            ActionKinds.ofWord(action.kind()).ifPresent(kind -> first.putIfAbsent(kind.code(), action.day()));
        }
        person.counterOffers(lastKnownDay).stream().findFirst().ifPresent(day -> {
            boolean promoted = promotedWith(person, day, lastKnownDay);
            first.put(promoted ? WITH_PROMOTION : COUNTER_OFFER, day);
        });
        first.forEach((what, day) -> person.lookedAt(day, lastKnownDay)
                .ifPresent(looked -> spells.computeIfAbsent(what, key -> new ArrayList<>())
                        .add(new Spell(looked.days(), looked.leftVoluntarily()))));
    }
}
