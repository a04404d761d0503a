package org.holdfast.core.people;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.people.ProfileView.Fresh;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.Page;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.signals.SignalStore;
import org.jspecify.annotations.Nullable;

/** Pages, rows, words and time for the resources of this room. */
@Dependent
final class PeopleDesk {
    private final Cursors cursors;
    private final Texts texts;
    private final Clock clock;
    private final SignalStore signals;
    private final AuditNotes audit;

    @Inject
    PeopleDesk(Cursors cursors, Texts texts, Clock clock, SignalStore signals, AuditNotes audit) {
        this.cursors = cursors;
        this.texts = texts;
        this.clock = clock;
        this.signals = signals;
        this.audit = audit;
    }

    <T> Page<T> page(List<T> all, String query, @Nullable Integer limit, @Nullable String cursor) {
        return cursors.page(all, query, limit, cursor);
    }

    /** Cuts a page out of people who are in no order yet, by name. */
    Page<PersonCard> page(List<PersonCard> unordered, String query, Cursors.Asked asked) {
        return cursors.page(unordered, PeopleIndex.ORDER, query, asked);
    }

    /** Returns the row of somebody who is shown, which the audit log has to know. */
    EmployeeRow shown(PersonCard card, People people) {
        audit.told(List.of(card.id()));
        return EmployeeRow.of(card, people);
    }

    String text(@Nullable String acceptLanguage, String key) {
        return texts.text(texts.negotiate(acceptLanguage), key);
    }

    LocalDate today(Optional<Subsidiary> subsidiary) {
        ZoneId zone = subsidiary.<ZoneId>map(Subsidiary::timezone).orElse(ZoneOffset.UTC);
        return clock.instant().atZone(zone).toLocalDate();
    }

    /** Returns how far the sources of some signals, given with their data categories, have delivered. */
    List<Fresh> freshness(UUID subsidiaryId, Map<String, String> categories) {
        return signals.freshness(subsidiaryId).stream()
                .filter(fresh -> categories.containsKey(fresh.signal()))
                .map(fresh -> new Fresh(
                        fresh.signal(),
                        categories.getOrDefault(fresh.signal(), ""),
                        fresh.source(),
                        fresh.latestDate(),
                        fresh.latestKnownAt().atOffset(ZoneOffset.UTC)))
                .toList();
    }
}
