package org.holdfast.core.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.core.people.TimelineSource.Item;
import org.holdfast.core.platform.rest.ToldAs;
import org.holdfast.core.platform.rest.Whom;
import org.holdfast.core.signals.CoreSignals;
import org.holdfast.core.signals.Fact;
import org.holdfast.core.signals.FactCodes;
import org.holdfast.core.signals.JobSiteUpdate;

/** Which facts stand in the timeline of a person, and as what. */
public final class Timeline {
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry(FactCodes.HIRED, "hire"),
            Map.entry(FactCodes.LEFT, "exit"),
            Map.entry(FactCodes.GRADE, "grade"),
            Map.entry(FactCodes.POSITION, "position"),
            Map.entry(FactCodes.BASE_PAY, "pay"),
            Map.entry("event.promotion", "promotion"),
            Map.entry("event.pay_change", "payChange"),
            Map.entry("event.transfer", "transfer"),
            Map.entry("event.training", "training"),
            Map.entry("event.resignation_raised", "resignationRaised"),
            Map.entry("event.counter_offer", "counterOffer"),
            Map.entry("event.action", "action"),
            Map.entry("performance.rating", "rating"),
            Map.entry("attendance.leave_days", "leave"),
            Map.entry("patent.filed", "patent"),
            Map.entry("pay.raise_request", "raiseRequest"),
            Map.entry(CoreSignals.RESUME_UPDATE, "resumeUpdate"));

    private Timeline() {}

    /** Returns what stands in the timeline for a fact that is told as a field; empty for most facts. */
    static Optional<Item> item(Fact fact, String field) {
        String kind = KINDS.get(fact.signal());
        if (kind == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Item(fact.date(), kind, detail(fact), fact.detail().source(), field));
    }

    private static String detail(Fact fact) {
        String text = fact.detail().text();
        boolean plain = fact.signal().equals(FactCodes.HIRED) || fact.signal().equals(FactCodes.LEFT);
        if (fact.signal().equals(CoreSignals.RESUME_UPDATE)) {
            return detail(JobSiteUpdate.of(text));
        }
        if (plain || Double.isNaN(fact.value())) {
            return text;
        }
        String number = number(fact.value());
        return text.isEmpty() ? number : number + ' ' + text;
    }

    private static String detail(JobSiteUpdate update) {
        String pay = update.pay().isPresent() ? number(update.pay().getAsDouble()) : "";
        return Stream.of(update.intention(), pay)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /**
     * The answer.
     *
     * @param employeeId the person
     * @param items newest first
     */
    public record View(@Whom UUID employeeId, List<Line> items) {}

    /**
     * A line of the timeline.
     *
     * @param date its day
     * @param kind its kind
     * @param title its title in the reader's language
     * @param detail more about it
     * @param source where it is known from
     * @param field the field it is told as, not written
     */
    public record Line(
            LocalDate date,
            String kind,
            String title,
            String detail,
            String source,
            @ToldAs(shown = false) String field) {}
}
