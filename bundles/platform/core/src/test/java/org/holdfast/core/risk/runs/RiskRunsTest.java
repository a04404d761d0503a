package org.holdfast.core.risk.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.risk.BandCrossed;
import org.holdfast.core.risk.FactsOf;
import org.holdfast.core.risk.GeneratedFirm;
import org.holdfast.core.risk.effect.ActionEffect;
import org.holdfast.core.risk.effect.EffectStudy;
import org.holdfast.core.risk.features.PersonSeries.ActionTaken;
import org.holdfast.core.risk.runs.RunTable.Kind;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.ModelIdentity;
import org.holdfast.core.risk.scoring.RiskScore.Why;
import org.holdfast.core.risk.settings.RiskSettings;
import org.holdfast.core.risk.store.StoredModel.Role;
import org.holdfast.core.signals.Fact;
import org.holdfast.core.signals.FactCodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RiskRunsTest {
    private final RiskRoom room = new RiskRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void withoutAnIndustryEveryScoreIsUnknownForThatReason() {
        room.run(Kind.SCORE);

        assertThat(room.current.all()).hasSize(200).allSatisfy(found -> {
            assertThat(found.score().band()).isEqualTo(Band.UNKNOWN);
            assertThat(found.score().why()).isEqualTo(Why.NO_INDUSTRY);
        });
    }

    @Test
    void aNewSignalCountsAtOnceAndACrossedBandIsTold() {
        room.withIndustry().run(Kind.SCORE);
        UUID person = room.current.all().stream()
                .filter(found -> found.score().band() == Band.LOW)
                .findFirst()
                .orElseThrow()
                .score()
                .personId();
        room.events.clear();
        List<Fact> more = new FactsOf(GeneratedFirm.END)
                .resumeUpdate(4)
                .resumeUpdate(3)
                .signal("event.resignation_raised", 1, 1)
                .signal("event.resignation_raised", 20, 1)
                .signal("attendance.absence", 2, 4)
                .list();
        room.facts.get(person).addAll(more);

        room.scoring.rescore(GeneratedFirm.ID, Set.of(person), GeneratedFirm.END);

        assertThat(room.current.of(person).orElseThrow().score().band()).isGreaterThan(Band.LOW);
        assertThat(room.events)
                .anyMatch(event -> event instanceof BandCrossed crossed
                        && crossed.personId().equals(person)
                        && crossed.previousBand() == Band.LOW);
    }

    @Test
    void whatActionsDidIsMeasuredKeptSealedAndChangesNoScore() {
        room.withIndustry().withEngine().run(Kind.SCORE);
        int scored = room.current.all().size();
        room.events.clear();
        int number = 0;
        for (List<Fact> person : room.facts.values()) {
            if (number++ % 3 == 0) {
                person.addAll(new FactsOf(GeneratedFirm.END)
                        .attribute(FactCodes.ACTION, 400 + number % 60, 1, "promotion")
                        .list());
            }
        }

        assertThat(room.run(Kind.EFFECT).outcome()).isEqualTo("measured");

        EffectStudy study = room.effects.of(GeneratedFirm.ID).orElseThrow().study();
        assertThat(study.effects()).extracting(ActionEffect::kind).containsExactly("promotion");
        assertThat(study.effects().get(0).people()).isGreaterThan(20);
        assertThat(room.current.all()).hasSize(scored);
        assertThat(room.events).isEmpty();
    }

    @Test
    void whatWasDoneInPlansCountsOnce() {
        room.withIndustry().withEngine();
        List<UUID> people = room.facts.keySet().stream().limit(90).toList();
        people.forEach(person -> room.facts
                .get(person)
                .addAll(new FactsOf(GeneratedFirm.END)
                        .attribute(FactCodes.ACTION, 400, 1, "training")
                        .list()));
        room.planned.add(subsidiary -> people.stream()
                .map(person -> new ActionTaken(person, GeneratedFirm.END.minusDays(400), "training"))
                .toList());
        room.run(Kind.EFFECT);
        int once = actions();

        room.planned.add(subsidiary -> room.facts.keySet().stream()
                .skip(90)
                .map(person -> new ActionTaken(person, GeneratedFirm.END.minusDays(400), "training"))
                .toList());
        room.run(Kind.EFFECT);

        assertThat(once).isBetween(20, 90);
        assertThat(actions()).isGreaterThan(once);
    }

    @Test
    void whatWasDoneInPlansDoesNotCountForWhomCareerDataMayNotBeUsed() {
        room.withIndustry().withEngine();
        room.planned.add(subsidiary -> room.facts.keySet().stream()
                .map(person -> new ActionTaken(person, GeneratedFirm.END.minusDays(400), "training"))
                .toList());
        room.open = (person, category) -> category != DataCategory.CAREER;

        assertThat(room.run(Kind.EFFECT).outcome()).isEqualTo("noActions");

        room.open = (person, category) -> true;
        assertThat(room.run(Kind.EFFECT).outcome()).isEqualTo("measured");
    }

    private int actions() {
        EffectStudy study = room.effects.of(GeneratedFirm.ID).orElseThrow().study();
        return study.effects().stream().mapToInt(ActionEffect::people).sum();
    }

    @Test
    void withoutAnyActionTheStudySaysSo() {
        room.withIndustry().withEngine();

        assertThat(room.run(Kind.EFFECT).outcome()).isEqualTo("noActions");
        assertThat(room.effects.of(GeneratedFirm.ID).orElseThrow().study().effects())
                .isEmpty();
    }

    @Test
    void aTrainedChampionTakesOverAndCanBeRolledBack() {
        room.withIndustry().withEngine();
        room.settings.put(GeneratedFirm.ID, RiskSettings.STANDARD.withMinExits(20));

        assertThat(room.run(Kind.TRAIN).outcome()).isEqualTo("takesOver");
        assertThat(room.models.of(GeneratedFirm.ID)).hasSize(3);
        String champion =
                room.models.champion(GeneratedFirm.ID).orElseThrow().id().toString();
        assertThat(room.current.all())
                .filteredOn(found -> found.score().band() != Band.UNKNOWN)
                .isNotEmpty()
                .allSatisfy(found -> {
                    assertThat(found.score().model().kind()).isEqualTo(ModelIdentity.Kind.TRAINED);
                    assertThat(found.score().model().id()).isEqualTo(champion);
                });
        Map<UUID, Double> before = room.margins();

        room.models.activate(room.models.of(GeneratedFirm.ID).stream()
                .filter(model -> model.role() == Role.CHALLENGER)
                .findFirst()
                .orElseThrow());
        room.run(Kind.SCORE);
        assertThat(room.models.champion(GeneratedFirm.ID).orElseThrow().id()).isNotEqualTo(UUID.fromString(champion));
        assertThat(room.models.lastReason(GeneratedFirm.ID)).isEqualTo("activated");
        assertThat(room.margins()).isNotEqualTo(before);

        room.models.activate(room.models.find(UUID.fromString(champion)).orElseThrow());
        room.run(Kind.SCORE);
        assertThat(room.margins()).isEqualTo(before);
    }
}
