package org.holdfast.core.insight.exits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.core.knowledge.HandoverFigures.HandoverFigure;
import org.holdfast.core.offboarding.assets.ReturnFigures.ReturnFigure;
import org.holdfast.core.offboarding.cases.CaseFigures;
import org.holdfast.core.offboarding.cases.ExitCases.Stage;

/** People who left, of whom only what offboarding tells is made up. Their notice period is April 2026, and the thirtieth is the last day. */
final class Exits implements CaseFigures {
    static final LocalDate LAST_DAY = LocalDate.of(2026, 4, 30);
    /** Wednesday, the first of April, nine o'clock in Shanghai. */
    static final Instant BEGUN = Instant.parse("2026-04-01T01:00:00Z");
    /** Eleven o'clock on the sixth of May, the first day of work after the holidays. */
    static final Instant ENDED = Instant.parse("2026-05-06T03:00:00Z");

    final Map<UUID, List<CaseFigure>> cases = new HashMap<>();
    final Map<UUID, List<ReturnFigure>> returns = new HashMap<>();
    final Map<UUID, List<HandoverFigure>> handovers = new HashMap<>();

    @Override
    public List<CaseFigure> of(UUID subsidiaryId) {
        return cases.getOrDefault(subsidiaryId, List.of());
    }

    @Override
    public Object standing(UUID subsidiaryId) {
        return of(subsidiaryId).size();
    }

    /** Somebody leaves. */
    UUID leaves(UUID firm, String reason, TaskFigure... tasks) {
        return add(firm, Stage.ENDED, reason, new Course(BEGUN, ENDED, LAST_DAY), tasks);
    }

    /** Somebody stays after all. */
    void stays(UUID firm) {
        add(firm, Stage.WITHDRAWN, "pay", new Course(BEGUN, BEGUN.plusSeconds(86_400), LAST_DAY));
    }

    UUID add(UUID firm, Stage stage, String reason, Course course, TaskFigure... tasks) {
        UUID person = UUID.randomUUID();
        cases.computeIfAbsent(firm, id -> new ArrayList<>())
                .add(new CaseFigure(person, stage, reason, course, List.of(tasks)));
        return person;
    }

    void dueBack(UUID firm, UUID person, boolean onTime) {
        returns.computeIfAbsent(firm, id -> new ArrayList<>()).add(new ReturnFigure(person, LAST_DAY, onTime));
    }

    void handsOver(UUID firm, UUID person, boolean accepted) {
        handovers.computeIfAbsent(firm, id -> new ArrayList<>()).add(new HandoverFigure(person, accepted));
    }
}
