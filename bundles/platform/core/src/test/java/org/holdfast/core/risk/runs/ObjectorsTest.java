package org.holdfast.core.risk.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.basis.SandboxGate;
import org.holdfast.core.protection.rights.RequestKind;
import org.holdfast.core.protection.rights.RequestState;
import org.holdfast.core.protection.rights.RequestsRoom;
import org.holdfast.core.protection.rights.RightsRequest;
import org.holdfast.core.protection.rights.RightsRequests.Account;
import org.holdfast.core.protection.rights.RightsRequests.Decision;
import org.holdfast.core.protection.rights.RightsRequests.Wanted;
import org.holdfast.core.risk.GeneratedFirm;
import org.holdfast.core.risk.runs.RunTable.Kind;
import org.holdfast.core.risk.scoring.RiskScore;
import org.holdfast.core.signals.SignalsArrived;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is scored any more whose objection was granted, and the scores there were are gone. */
@Tag("O8")
class ObjectorsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final Account OFFICER = new Account(UUID.randomUUID(), "officer");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noScoreOfAnObjectorExistsAfterTheNextRun(long seed) {
        Random dice = new Random(seed);
        try (RiskRoom room = RiskRoom.small(CLOCK)) {
            RequestsRoom rights = new RequestsRoom(room.database, room.vault, CLOCK);
            room.gate = SandboxGate.before(GeneratedFirm.ID, room.database, rights.objections(), CLOCK);
            room.run(Kind.SCORE, GeneratedFirm.END.minusDays(30));
            room.run(Kind.SCORE);
            Set<UUID> before = scored(room);
            Rescoring rescoring = rescoring(room);
            List<UUID> changes = new ArrayList<>();
            rights.onChange = () -> {
                room.current.drop();
                rescoring.hide(GeneratedFirm.ID);
                room.arrivals.noteEverybody(GeneratedFirm.ID);
                changes.add(GeneratedFirm.ID);
            };
            Set<UUID> objectors = before.stream()
                    .filter(person -> dice.nextInt(4) == 0)
                    .collect(Collectors.toCollection(TreeSet::new));
            objectors.add(before.iterator().next());
            List<RightsRequest> granted = new ArrayList<>();
            objectors.forEach(person -> granted.add(grant(rights, person, dice)));

            assertThat(changes).as("once when filed, once when granted").hasSize(2 * objectors.size());
            assertThat(room.current.all())
                    .as("hidden at once, before anything is computed")
                    .noneMatch(found -> objectors.contains(found.score().personId()));
            rescoring.soon(new SignalsArrived(GeneratedFirm.ID, true), Runnable::run);
            room.run(Kind.SCORE, GeneratedFirm.END.plusDays(1));

            Set<UUID> others = new HashSet<>(before);
            others.removeAll(objectors);
            assertThat(scored(room)).as("the past included").isEqualTo(others);
            rights.requests.withdraw(rights.requests.find(granted.get(0).id()).orElseThrow());
            room.run(Kind.SCORE, GeneratedFirm.END.plusDays(2));
            assertThat(scored(room))
                    .as("who takes the objection back is scored again")
                    .contains(granted.get(0).person().personId().orElseThrow());
        }
    }

    /** GDPR Art. 18: what is restricted is stored and not used; a refusal of the objection brings it back. */
    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void whoWaitsForAnAnswerIsNotScoredAndLosesNothingIfItIsRefused(long seed) {
        Random dice = new Random(seed);
        try (RiskRoom room = RiskRoom.small(CLOCK)) {
            RequestsRoom rights = new RequestsRoom(room.database, room.vault, CLOCK).follows(GeneratedFirm.ID, "gdpr");
            room.gate = SandboxGate.before(GeneratedFirm.ID, room.database, rights.objections(), CLOCK);
            room.run(Kind.SCORE, GeneratedFirm.END.minusDays(30));
            room.run(Kind.SCORE);
            Set<UUID> before = scored(room);
            Rescoring rescoring = rescoring(room);
            rights.onChange = () -> {
                rescoring.hide(GeneratedFirm.ID);
                room.arrivals.noteEverybody(GeneratedFirm.ID);
            };
            List<UUID> people = new ArrayList<>(new TreeSet<>(before));
            UUID waits = people.get(dice.nextInt(people.size()));
            List<RiskScore> held = ofPerson(room, waits);
            RightsRequest request = rights.requests.file(
                    Subject.person(GeneratedFirm.ID, waits),
                    new Wanted(RequestKind.OBJECTION, "", TODAY, UUID.randomUUID(), true));

            assertThat(room.current.of(waits)).as("not shown from now on").isEmpty();
            assertThat(held).noneMatch(room.lawful.shown(GeneratedFirm.ID, waits));
            rescoring.soon(new SignalsArrived(GeneratedFirm.ID, true), Runnable::run);
            room.run(Kind.SCORE, GeneratedFirm.END.plusDays(1));
            assertThat(ids(ofPerson(room, waits)))
                    .as("stored as it was, nothing new")
                    .isEqualTo(ids(held));

            rights.requests.decide(
                    request, new Decision(RequestState.REFUSED, "compelling grounds", "court", "", OFFICER));
            room.run(Kind.SCORE, GeneratedFirm.END.plusDays(2));
            assertThat(ids(ofPerson(room, waits))).containsAll(ids(held)).hasSizeGreaterThan(held.size());
            assertThat(held).allMatch(room.lawful.shown(GeneratedFirm.ID, waits));
        }
    }

    private static List<RiskScore> ofPerson(RiskRoom room, UUID person) {
        return room.stored(LocalDate.of(2000, 1, 1)).stream()
                .filter(score -> score.personId().equals(person))
                .toList();
    }

    private static Set<UUID> ids(List<RiskScore> scores) {
        return scores.stream().map(RiskScore::id).collect(Collectors.toSet());
    }

    private static RightsRequest grant(RequestsRoom rights, UUID person, Random dice) {
        RequestKind kind = dice.nextBoolean() ? RequestKind.OBJECTION : RequestKind.REFUSAL_OF_AUTOMATED_DECISION;
        Subject subject = Subject.person(GeneratedFirm.ID, person);
        RightsRequest request = rights.requests.file(subject, new Wanted(kind, "", TODAY, UUID.randomUUID(), true));
        return rights.requests.decide(request, new Decision(RequestState.FULFILLED, "granted", "", "", OFFICER));
    }

    private static Rescoring rescoring(RiskRoom room) {
        return new Rescoring(
                room.arrivals,
                room.runs,
                new Rescoring.Work(room.table, room.scoring, room.source, room.lawful),
                CLOCK);
    }

    private static Set<UUID> scored(RiskRoom room) {
        return room.stored(LocalDate.of(2000, 1, 1)).stream()
                .map(RiskScore::personId)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
