package org.holdfast.core.privacy.breach;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.privacy.breach.BreachStep.Whom;
import org.holdfast.core.privacy.breach.BreachView.ClockView;
import org.holdfast.core.privacy.breach.BreachView.FactsView;
import org.holdfast.core.privacy.breach.BreachView.StepView;
import org.holdfast.core.privacy.breach.Breaches.Standing;
import org.jspecify.annotations.Nullable;

/** Takes what is said about breaches, and shows them. For one request. */
@Dependent
final class BreachDesk {
    private static final int LONGEST_TEXT = 8_000;

    private final Breaches breaches;
    private final Visibility visibility;

    @Inject
    BreachDesk(Breaches breaches, Visibility visibility) {
        this.breaches = breaches;
        this.visibility = visibility;
    }

    /** Returns a breach of a subsidiary the caller may see; 404 otherwise. */
    Breach find(UUID id) {
        return breaches.tables()
                .breaches()
                .find(id)
                .filter(breach -> visibility.maySeeSubsidiary(breach.subsidiaryId()))
                .orElseThrow(RestException::notFound);
    }

    List<Breach> seen() {
        return breaches.tables().breaches().all().stream()
                .filter(breach -> visibility.maySeeSubsidiary(breach.subsidiaryId()))
                .toList();
    }

    void requireSubsidiary(UUID id) {
        visibility.requireSubsidiary(id);
    }

    UUID caller() {
        return UUID.fromString(visibility.caller().id());
    }

    /** Returns whose breaches a page of them is, so that a cursor fits nobody else's. */
    String reader() {
        return visibility.caller().id();
    }

    /** Checks a moment that must not lie ahead; now where none is given. */
    Instant moment(String field, @Nullable OffsetDateTime given) {
        Instant now = breaches.now();
        Instant at = given == null ? now : given.toInstant();
        if (at.isAfter(now)) {
            throw RestException.invalid(field, "future");
        }
        return at;
    }

    BreachView view(Breach breach) {
        Map<UUID, Set<Whom>> settled = breaches.tables().steps().settled();
        BreachFacts facts = breaches.tables().breaches().facts(breach);
        return new BreachView(
                breach.id(),
                breach.incidentId(),
                breach.subsidiaryId(),
                breach.state().code(),
                breach.severity().code(),
                breach.categories().stream().map(DataCategory::code).sorted().toList(),
                breaches.tables().people().counts().getOrDefault(breach.id(), 0),
                clock(breach, breaches.standing(breach, settled)),
                breach.origin().place().isEmpty() ? null : breach.origin().place(),
                breach.origin().by(),
                new FactsView(facts.what(), facts.consequences(), facts.measures(), facts.advice()),
                breaches.tables().steps().of(breach).stream()
                        .map(BreachDesk::view)
                        .toList());
    }

    private static ClockView clock(Breach breach, Standing standing) {
        Breach.Times times = breach.times();
        return new ClockView(
                times.noticedAt(),
                times.authorityDueAt(),
                times.peopleDueAt(),
                standing.warnedAtHours(),
                standing.overdue());
    }

    private static StepView view(BreachStep step) {
        return new StepView(
                step.whom().code(),
                step.sent(),
                step.at(),
                step.by(),
                step.words().recipient(),
                step.words().text(),
                step.words().reason());
    }

    /** Checks a text: at most 8,000 characters. */
    static String text(String field, @Nullable String text, boolean needed) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.length() > LONGEST_TEXT) {
            throw RestException.invalid(field, "tooLong");
        }
        if (needed && stripped.isEmpty()) {
            throw RestException.invalid(field, "missing");
        }
        return stripped;
    }

    static Severity severity(@Nullable String code) {
        if (code == null) {
            throw RestException.invalid("severity", "missing");
        }
        return Severity.ofCode(code).orElseThrow(() -> RestException.invalid("severity", "unknown"));
    }

    static Set<DataCategory> categories(@Nullable List<String> codes) {
        Set<DataCategory> categories = EnumSet.noneOf(DataCategory.class);
        for (String code : codes == null ? List.<String>of() : codes) {
            categories.add(DataCategory.ofCode(code).orElseThrow(() -> RestException.invalid("categories", "unknown")));
        }
        return categories;
    }
}
