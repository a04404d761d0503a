package org.holdfast.core.retention.outcomes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.retention.Alert;
import org.holdfast.core.retention.Recipient;
import org.holdfast.core.retention.cases.RetentionCase;
import org.holdfast.core.retention.outcomes.OutcomeView.EntryView;
import org.holdfast.core.retention.outcomes.OutcomeView.ExitView;
import org.holdfast.core.retention.outcomes.OutcomeView.FollowUpView;
import org.holdfast.core.retention.outcomes.OutcomeView.WordsView;
import org.holdfast.core.retention.outcomes.Outcomes.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Shows what came of a case to whoever acts in it. HR reads all words; a superior those they wrote themselves. Safe for use
 * from many threads.
 */
final class OutcomeReader {
    private final OutcomeTable table;
    private final Outcomes outcomes;
    private final Firm firm;

    OutcomeReader(OutcomeTable table, Outcomes outcomes, Firm firm) {
        this.table = table;
        this.outcomes = outcomes;
        this.firm = firm;
    }

    OutcomeView view(RetentionCase one, Visibility caller) {
        List<Entry> entries = table.of(one.id());
        Optional<Outcome> outcome = outcomes.of(one, entries);
        boolean hr = firm.cases().asHr(one, caller);
        List<FollowUp> next = outcome.map(Outcome::followUps).orElse(List.of());
        return new OutcomeView(
                one.id(),
                one.personId(),
                one.subsidiaryId(),
                outcome.map(Outcome::outcome).orElse(null),
                outcome.map(Outcome::on).map(on -> shownOn(on, hr, one)).orElse(null),
                outcome.map(Outcome::exit).map(OutcomeReader::exit).orElse(null),
                next.stream()
                        .map(due -> new FollowUpView(
                                due.days(), due.dueOn(), due.state().code()))
                        .toList(),
                entries(one, entries, caller),
                hr ? newAlert(one) : null,
                may(one, entries, next, caller));
    }

    static boolean own(Entry entry, Visibility caller) {
        return entry.words().by().account().equals(caller.caller().id());
    }

    private List<EntryView> entries(RetentionCase one, List<Entry> entries, Visibility caller) {
        List<EntryView> shown = entries.stream()
                .map(entry -> view(entry, one, caller))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(shown);
        return shown;
    }

    private EntryView view(Entry entry, RetentionCase one, Visibility caller) {
        Entry.Words words = entry.words();
        boolean reads = firm.cases().asHr(one, caller) || own(entry, caller);
        return new EntryView(
                entry.id(),
                words.days(),
                shownOn(words.on(), reads, one),
                entry.recordedAt()
                        .atZone(firm.calendar(one.subsidiaryId()).zone())
                        .toOffsetDateTime(),
                (words.by().hr() ? Recipient.Role.HR : Recipient.Role.MANAGER).code(),
                own(entry, caller),
                reads ? new WordsView(words.by().name(), words.what().code(), words.text()) : null);
    }

    /** Nothing a superior is told of looks older than the delivery: it would tell since when there is an alert. */
    private LocalDate shownOn(LocalDate on, boolean reads, RetentionCase one) {
        LocalDate opened = firm.day(one.subsidiaryId(), one.times().openedAt());
        return reads || on.isAfter(opened) ? on : opened;
    }

    private List<String> may(RetentionCase one, List<Entry> entries, List<FollowUp> next, Visibility caller) {
        boolean acts = firm.cases().acts(one, caller)
                && caller.has("alerts:write", one.subsidiaryId(), one.personId())
                && one.times().talkedAt() != null
                && firm.exit(one.personId()).isEmpty();
        if (!acts) {
            return List.of();
        }
        boolean hr = firm.cases().asHr(one, caller);
        List<String> may = new ArrayList<>();
        if (hr || Outcomes.last(entries).filter(last -> !own(last, caller)).isEmpty()) {
            may.add(Entry.What.RETAINED.code());
            may.add(Entry.What.MOVED.code());
        }
        if (hr) {
            may.add(Entry.What.DECIDED.code());
        }
        if (next.stream().anyMatch(due -> due.state() != FollowUp.State.COMING)) {
            may.add("look");
        }
        return may;
    }

    /** A superior is told of a newer alert by its delivery alone. */
    private @Nullable UUID newAlert(RetentionCase one) {
        return firm.alerts()
                .unclosed(one.personId())
                .map(Alert::id)
                .filter(id -> !id.equals(one.alertId()))
                .orElse(null);
    }

    private static ExitView exit(Outcomes.Exit exit) {
        return new ExitView(exit.leftOn(), exit.type(), exit.days());
    }
}
