package org.holdfast.core.intake;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.PastCase;
import org.holdfast.core.people.PastCase.Outcome;
import org.holdfast.core.people.PastCase.Talk;
import org.holdfast.core.people.PastCases;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.people.Subsidiary;
import org.jspecify.annotations.Nullable;

/** Takes {@code cases.csv}: whom somebody noticed before the product, what the talk came to, and what came of it. */
final class CaseRows implements RowTarget {
    private static final int LONGEST_TEXT = 4_000;
    private static final int MOST_CAUSES = 10;
    private static final Pattern SEMICOLON = Pattern.compile("[;；]");

    private final Scope scope;
    private final Map<UUID, PastCases.Rules> rules = new HashMap<>();

    CaseRows(Scope scope) {
        this.scope = scope;
    }

    @Override
    public String key(Cells row) {
        String day = Days.parse(row.text("date")).map(LocalDate::toString).orElse("");
        String number = row.text("employee_no");
        return day.isEmpty() || number.isEmpty() ? "" : row.text("subsidiary") + '\n' + number + '\n' + day;
    }

    @Override
    public void take(List<Cells> rows, Tally tally) {
        Map<Cells, PastCase> cases = new LinkedHashMap<>();
        for (Cells row : rows) {
            scope.subsidiary(row).flatMap(found -> read(row, found)).ifPresent(one -> cases.put(row, one));
        }
        Set<UUID> persons = cases.values().stream().map(PastCase::personId).collect(Collectors.toSet());
        Map<UUID, LocalDate> alerted = scope.rooms().past().alertedSince(persons);
        cases.forEach((row, one) -> {
            LocalDate since = alerted.get(one.personId());
            if (since != null && !one.noticedOn().isBefore(since)) {
                row.problem("date", "alertKnown");
            }
        });
        cases.keySet().removeIf(row -> !row.good());
        int changed = scope.dryRun() ? cases.size() : scope.rooms().past().take(List.copyOf(cases.values()));
        tally.accepted(changed);
        tally.unchanged(cases.size() - changed);
    }

    private Optional<PastCase> read(Cells row, Subsidiary subsidiary) {
        Optional<PersonCard> person = person(row, subsidiary);
        LocalDate noticed = row.requiredDay("date");
        LocalDate talked = row.requiredDay("talk_date");
        Talk talk = new Talk(talked, intent(row), causes(row, subsidiary), text(row));
        Outcome outcome = outcome(row);
        row.knownAt(subsidiary.timezone(), scope.rooms().clock().instant());
        Dates days = new Dates(noticed, talked, outcome == null ? null : outcome.on());
        if (row.good()) {
            order(row, subsidiary, days);
            person.ifPresent(found -> employed(row, found, days));
        }
        return person.filter(found -> row.good())
                .map(found -> new PastCase(subsidiary.id(), found.id(), noticed, talk, outcome));
    }

    /** The days of a row. */
    private record Dates(
            LocalDate noticed, LocalDate talked, @Nullable LocalDate outcome) {

        Map<String, LocalDate> byColumn() {
            Map<String, LocalDate> days = new LinkedHashMap<>();
            days.put("date", noticed);
            days.put("talk_date", talked);
            if (outcome != null) {
                days.put("outcome_date", outcome);
            }
            return days;
        }
    }

    /** A file that still lists somebody who was erased does not bring them back. */
    private Optional<PersonCard> person(Cells row, Subsidiary subsidiary) {
        String number = row.text("employee_no");
        Optional<PersonCard> known =
                number.isEmpty() ? Optional.empty() : scope.rooms().people().cardByNo(subsidiary.id(), number);
        if (known.isEmpty()
                && !scope.rooms()
                        .register()
                        .erasedAmong(subsidiary.id(), List.of(number))
                        .isEmpty()) {
            row.problem("employee_no", "erased");
            return known;
        }
        return scope.person(row, subsidiary);
    }

    private static String intent(Cells row) {
        String intent = row.required("intent", 60);
        if (!intent.isEmpty() && !PastCase.INTENTS.contains(intent)) {
            row.problem("intent", "notOneOf");
        }
        return intent;
    }

    private List<String> causes(Cells row, Subsidiary subsidiary) {
        List<String> causes = SEMICOLON
                .splitAsStream(row.text("causes"))
                .map(String::strip)
                .filter(cause -> !cause.isEmpty())
                .distinct()
                .toList();
        if (causes.size() > MOST_CAUSES) {
            row.problem("causes", "tooManyCauses");
        } else if (!rules(subsidiary).causes().containsAll(causes)) {
            row.problem("causes", "unknownCause");
        }
        return causes;
    }

    private static String text(Cells row) {
        String text = row.text("text");
        if (text.length() > LONGEST_TEXT) {
            row.problem("text", "longText");
        }
        return text;
    }

    private static @Nullable Outcome outcome(Cells row) {
        String what = row.text("outcome");
        LocalDate on = row.day("outcome_date");
        if (!what.isEmpty() && !PastCase.OUTCOMES.contains(what)) {
            row.problem("outcome", "notOneOf");
        }
        if (!what.isEmpty() && row.text("outcome_date").isEmpty()) {
            row.problem("outcome_date", "missing");
        }
        if (what.isEmpty() && on != null) {
            row.problem("outcome", "missing");
        }
        return what.isEmpty() || on == null ? null : new Outcome(what, on);
    }

    private void order(Cells row, Subsidiary subsidiary, Dates days) {
        LocalDate today = LocalDate.ofInstant(scope.rooms().clock().instant(), subsidiary.timezone());
        days.byColumn().forEach((column, day) -> {
            if (day.isAfter(today)) {
                row.problem(column, "inTheFuture");
            }
        });
        if (days.talked().isBefore(days.noticed())) {
            row.problem("talk_date", "beforeNoticed");
        }
        LocalDate outcome = days.outcome();
        if (outcome != null && outcome.isBefore(days.talked())) {
            row.problem("outcome_date", "beforeTalk");
        }
        LocalDate since = rules(subsidiary).since();
        if (since != null && days.noticed().isBefore(since)) {
            row.problem("date", "notKept");
        }
    }

    /** Nobody talks as an employee with who is not there yet, or not any more. */
    private void employed(Cells row, PersonCard person, Dates days) {
        LocalDate hired = person.hireDate();
        // The last day is opened for those alone who have one.
        LocalDate left = person.status() == Employee.Status.LEFT
                ? scope.rooms()
                        .people()
                        .employee(person.id())
                        .map(found -> found.exit().date())
                        .orElse(null)
                : null;
        days.byColumn().forEach((column, day) -> {
            if (hired != null && day.isBefore(hired)) {
                row.problem(column, "beforeHire");
            }
            if (left != null && day.isAfter(left)) {
                row.problem(column, "afterLeave");
            }
        });
    }

    private PastCases.Rules rules(Subsidiary subsidiary) {
        return rules.computeIfAbsent(subsidiary.id(), scope.rooms().past()::rules);
    }
}
