package org.holdfast.core.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.regex.Pattern;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.Purpose;
import org.holdfast.api.signal.SignalDefinition;
import org.holdfast.api.signal.SignalKind;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.signals.CoreSignals;
import org.holdfast.core.signals.Fact;
import org.holdfast.core.signals.Fact.Detail;
import org.holdfast.core.signals.FactCodes;
import org.holdfast.core.signals.JobSiteUpdate;
import org.holdfast.core.signals.SignalAppender;
import org.holdfast.core.signals.SignalAppender.Arrival;
import org.holdfast.core.signals.SignalAppender.Outcome;

/** Takes {@code signals.csv}, {@code events.csv} and what is posted one by one. */
final class SignalRows implements RowTarget {
    private static final String WITHOUT_SOURCE = "file";
    private static final String SOURCE_OF_EVENTS = "events";
    private static final int LONGEST_CODE = 60;
    private static final Pattern SOURCE = Pattern.compile("[\\p{L}\\p{N} ._/-]*");
    private static final double LARGEST = 1e12;
    private static final List<String> EVENTS =
            List.of("promotion", "pay_change", "transfer", "training", "resignation_raised", "counter_offer", "action");

    private final Scope scope;
    private final boolean events;
    private final Map<UUID, SignalAppender> appenders = new HashMap<>();
    private final Map<UUID, Map<UUID, List<Arrival>>> waiting = new LinkedHashMap<>();

    SignalRows(Scope scope, boolean events) {
        this.scope = scope;
        this.events = events;
    }

    @Override
    public void take(List<Cells> rows, Tally tally) {
        waiting.clear();
        for (Cells row : rows) {
            Optional<Subsidiary> subsidiary = scope.subsidiary(row);
            if (subsidiary.isPresent()) {
                take(row, subsidiary.get(), tally);
            }
        }
        waiting.forEach((subsidiaryId, arrivals) -> {
            scope.touch(subsidiaryId);
            Outcome outcome = appenders
                    .computeIfAbsent(subsidiaryId, scope.rooms().signals()::appender)
                    .append(arrivals);
            scope.arrived(subsidiaryId, outcome.persons());
            tally.accepted(outcome.added());
            tally.unchanged(outcome.unchanged());
        });
    }

    private void take(Cells row, Subsidiary subsidiary, Tally tally) {
        Optional<PersonCard> person = scope.person(row, subsidiary);
        Optional<Arrival> arrival = events ? event(row, subsidiary) : signal(row, subsidiary);
        if (!row.good() || person.isEmpty() || arrival.isEmpty()) {
            return;
        }
        if (scope.dryRun() || discarded(person.get(), arrival.get().fact())) {
            tally.accepted(1);
            return;
        }
        waiting.computeIfAbsent(subsidiary.id(), id -> new LinkedHashMap<>())
                .computeIfAbsent(person.get().id(), id -> new ArrayList<>(2))
                .add(arrival.get());
    }

    /** Without consent a résumé update is thrown away in silence, so that no answer tells who linked an account. */
    private boolean discarded(PersonCard person, Fact fact) {
        return fact.signal().equals(CoreSignals.RESUME_UPDATE)
                && !scope.rooms()
                        .consents()
                        .granted(
                                Subject.person(person.subsidiaryId(), person.id()),
                                DataCategory.JOB_SITE,
                                Purpose.RETENTION,
                                fact.date());
    }

    private Optional<Arrival> signal(Cells row, Subsidiary subsidiary) {
        String code = row.required("signal", LONGEST_CODE);
        Optional<SignalDefinition> definition = scope.rooms().catalog().find(code);
        if (definition.isEmpty()) {
            if (!code.isEmpty()) {
                row.problem("signal", "unknownSignal");
            }
            return Optional.empty();
        }
        String source = source(row);
        double value = value(row, definition.get());
        String text = detail(row, definition.get());
        return Optional.of(arrival(row, subsidiary, code, value, new Detail(source, text)));
    }

    private static String source(Cells row) {
        String source = row.word("source", LONGEST_CODE);
        if (!SOURCE.matcher(source).matches()) {
            row.problem("source", "notACode");
        }
        return source.isEmpty() ? WITHOUT_SOURCE : source.intern();
    }

    private static double value(Cells row, SignalDefinition definition) {
        double lowest = definition.kind() == SignalKind.OCCURRENCE ? 0 : -LARGEST;
        OptionalDouble value = row.number("value", lowest, LARGEST);
        if (value.isPresent() || !row.text("value").isEmpty()) {
            return value.orElse(Double.NaN);
        }
        if (definition.code().equals(CoreSignals.RESUME_UPDATE)) {
            return 1;
        }
        if (definition.kind() != SignalKind.TEXT) {
            row.problem("value", "missing");
        }
        return Double.NaN;
    }

    private static String detail(Cells row, SignalDefinition definition) {
        boolean update = definition.code().equals(CoreSignals.RESUME_UPDATE);
        String text = row.text("text");
        String intention = row.word("intention");
        OptionalDouble pay = row.amount("expected_pay");
        if (!text.isEmpty() && definition.kind() != SignalKind.TEXT) {
            row.problem("text", "notTaken");
        }
        if (!update && !intention.isEmpty()) {
            row.problem("intention", "notTaken");
        }
        if (!update && pay.isPresent()) {
            row.problem("expected_pay", "notTaken");
        }
        if (definition.kind() == SignalKind.TEXT && text.isEmpty()) {
            row.problem("text", "missing");
        }
        return update ? new JobSiteUpdate(intention, pay.orElse(Double.NaN)).text() : text;
    }

    private Optional<Arrival> event(Cells row, Subsidiary subsidiary) {
        String event = row.required("event", LONGEST_CODE);
        if (!event.isEmpty() && !EVENTS.contains(event)) {
            row.problem("event", "notOneOf");
        }
        OptionalDouble value = row.number("value", -LARGEST, LARGEST);
        Detail detail = new Detail(SOURCE_OF_EVENTS, row.text("detail"));
        String code = FactCodes.EVENT_PREFIX + event;
        return Optional.of(arrival(row, subsidiary, code, value.orElse(1), detail));
    }

    private Arrival arrival(Cells row, Subsidiary subsidiary, String code, double value, Detail detail) {
        LocalDate date = row.requiredDay("date");
        Instant now = scope.rooms().clock().instant();
        if (date.isAfter(now.atZone(subsidiary.timezone()).toLocalDate().plusDays(1))) {
            row.problem("date", "inTheFuture");
        }
        Instant said = row.knownAt(subsidiary.timezone(), now);
        Instant knownAt =
                said == null ? date.atStartOfDay(subsidiary.timezone()).toInstant() : said;
        return new Arrival(new Fact(code, date, knownAt, value, detail), said != null);
    }
}
