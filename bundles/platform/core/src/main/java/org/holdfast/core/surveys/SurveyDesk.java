package org.holdfast.core.surveys;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.Department;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.RestException;

/** What HR does with rounds. Safe for use from many threads. */
final class SurveyDesk {
    /** Between two rounds that ask the same people the same: what changed in days tells of one of them, and tires all. */
    private static final int REST_DAYS = 30;

    private static final int LONGEST_DAYS = 90;

    private final RoundTable table;
    private final Asked asked;
    private final Clock clock;

    SurveyDesk(RoundTable table, Asked asked, Clock clock) {
        this.table = table;
        this.asked = asked;
        this.clock = clock;
    }

    static RestException notOpen() {
        return RestException.of(SurveyError.SURVEY_NOT_OPEN, "This survey can be answered no more, or not yet.");
    }

    RoundTable table() {
        return table;
    }

    Asked asked() {
        return asked;
    }

    /** Returns the present day in a subsidiary. */
    LocalDate today(UUID subsidiaryId) {
        return asked.people()
                .subsidiary(subsidiaryId)
                .map(firm -> LocalDate.ofInstant(clock.instant(), firm.timezone()))
                .orElseThrow(RestException::notFound);
    }

    List<Round> visible(Visibility caller) {
        return table.all().stream()
                .filter(round -> caller.maySeeSubsidiary(round.subsidiaryId()))
                .toList();
    }

    Round find(UUID id, Visibility caller) {
        Round round = table.find(id).orElseThrow(RestException::notFound);
        caller.requireSubsidiary(round.subsidiaryId());
        return round;
    }

    Round draft(NewRound fresh, Visibility caller) {
        List<FieldError> wrong = new ArrayList<>();
        SurveyKind kind = SurveyKind.of(String.valueOf(fresh.kind())).orElse(null);
        if (kind == null) {
            wrong.add(FieldError.of("kind", fresh.kind() == null ? "missing" : "unknown"));
        }
        UUID firm = fresh.subsidiaryId();
        if (firm == null) {
            wrong.add(FieldError.of("subsidiaryId", "missing"));
        } else {
            caller.requireSubsidiary(firm);
            check(fresh, firm, wrong);
        }
        LocalDate first = fresh.firstDay();
        LocalDate last = fresh.lastDay();
        if (!wrong.isEmpty() || kind == null || firm == null || first == null || last == null) {
            throw RestException.invalid(wrong);
        }
        Round round = new Round(
                UUID.randomUUID(), firm, fresh.departmentId(), kind, new Round.Days(first, last), Round.State.DRAFT);
        table.add(round);
        return round;
    }

    private void check(NewRound fresh, UUID firm, List<FieldError> wrong) {
        UUID unit = fresh.departmentId();
        if (unit != null
                && asked.people()
                        .department(unit)
                        .map(Department::subsidiaryId)
                        .filter(firm::equals)
                        .isEmpty()) {
            wrong.add(FieldError.of("departmentId", "unknown"));
        }
        LocalDate first = fresh.firstDay();
        LocalDate last = fresh.lastDay();
        if (first == null) {
            wrong.add(FieldError.of("firstDay", "missing"));
        } else if (first.isBefore(today(firm))) {
            wrong.add(FieldError.of("firstDay", "past"));
        }
        if (last == null) {
            wrong.add(FieldError.of("lastDay", "missing"));
        } else if (first != null && (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST_DAYS)))) {
            wrong.add(FieldError.of("lastDay", "surveyDays"));
        }
    }

    /** Opens a draft: from its first day on people can answer. */
    Round open(Round round) {
        if (round.days().overAt(today(round.subsidiaryId()))) {
            throw RestException.invalid("lastDay", "past");
        }
        if (asked.of(round).all() < Tally.FEWEST) {
            throw RestException.of(SurveyError.SURVEY_TOO_FEW, "Fewer than ten people would be asked.");
        }
        if (table.all().stream().anyMatch(other -> asksTheSame(round, other))) {
            throw RestException.of(
                    SurveyError.SURVEY_OVERLAPS, "The same people are asked the same within " + REST_DAYS + " days.");
        }
        return moved(round, table.open(round));
    }

    Round cancel(Round round) {
        return moved(round, table.cancel(round));
    }

    private Round moved(Round round, boolean mine) {
        if (!mine) {
            throw RestException.of(SurveyError.SURVEY_STATE, "The round was opened, closed or called off already.");
        }
        return table.find(round.id()).orElseThrow(RestException::notFound);
    }

    private boolean asksTheSame(Round round, Round other) {
        boolean counts = other.state() == Round.State.OPEN || other.state() == Round.State.CLOSED;
        return counts
                && other.kind() == round.kind()
                && !other.id().equals(round.id())
                && asked.overlap(round, other)
                && !other.days().first().isAfter(round.days().last().plusDays(REST_DAYS))
                && !round.days().first().isAfter(other.days().last().plusDays(REST_DAYS));
    }
}
