package org.holdfast.core.retention.outcomes;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.holdfast.core.access.Caller;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.retention.cases.RetentionCase;
import org.holdfast.core.retention.outcomes.Outcomes.Outcome;

/**
 * Records what came of cases: with the outcome the case and its alert are closed, in one transaction. Safe for use from many
 * threads: what is sent twice is taken once.
 */
final class OutcomeDesk {
    private final OutcomeTable table;
    private final Outcomes outcomes;
    private final Firm firm;
    private final Consumer<OutcomeRecorded> told;

    OutcomeDesk(OutcomeTable table, Outcomes outcomes, Firm firm, Consumer<OutcomeRecorded> told) {
        this.table = table;
        this.outcomes = outcomes;
        this.firm = firm;
        this.told = told;
    }

    /**
     * Records an outcome, or corrects the one that stands by a further one.
     *
     * @param one a case the caller sees
     * @param caller who records it
     * @param draft the outcome
     */
    void record(RetentionCase one, Visibility caller, OutcomeDraft draft) {
        requireTheirs(one, caller);
        LocalDate talked = firm.cases()
                .firstTalk(one)
                .orElseThrow(() -> RestException.of(OutcomeError.NO_TALK_YET, "Nobody has talked with the person."));
        boolean hr = firm.cases().asHr(one, caller);
        LocalDate opened = firm.day(one.subsidiaryId(), one.times().openedAt());
        // A superior is told nothing of the time before the delivery, not by a refusal either.
        LocalDate first = hr || talked.isAfter(opened) ? talked : opened;
        draft.check(first, firm.today(one.subsidiaryId()), hr);
        Entry entry = entry(one, Objects.requireNonNull(draft.key()), draft.words(by(caller, hr)));
        if (taken(one, entry)) {
            return;
        }
        requireOwn(table.of(one.id()), hr, caller);
        add(one, entry, () -> {
            firm.cases().close(one, entry.recordedAt());
            firm.alerts().closeAsTalked(one.alertId(), entry.words().by().name());
        });
        String code = entry.words().what().code();
        told.accept(new OutcomeRecorded(one.id(), one.subsidiaryId(), one.personId(), code));
    }

    /**
     * Records how it went on.
     *
     * @param one a case the caller sees
     * @param caller who records it
     * @param draft how it went on
     */
    void follow(RetentionCase one, Visibility caller, FollowUpDraft draft) {
        requireTheirs(one, caller);
        List<FollowUp> due =
                outcomes.of(one, table.of(one.id())).map(Outcome::followUps).orElse(List.of());
        if (due.isEmpty()) {
            throw RestException.of(OutcomeError.NOTHING_TO_FOLLOW, "There is no outcome that is followed up.");
        }
        draft.check(due);
        boolean hr = firm.cases().asHr(one, caller);
        LocalDate today = firm.today(one.subsidiaryId());
        Entry entry = entry(one, Objects.requireNonNull(draft.key()), draft.words(today, by(caller, hr)));
        if (!taken(one, entry)) {
            add(one, entry, () -> {});
        }
    }

    private Entry entry(RetentionCase one, UUID key, Entry.Words words) {
        return new Entry(UUID.randomUUID(), one.id(), key, firm.now(), words);
    }

    private void add(RetentionCase one, Entry entry, Runnable within) {
        if (!table.add(one, entry, within) && !taken(one, entry)) {
            throw new IllegalStateException("An entry is neither there nor can be added");
        }
    }

    private void requireTheirs(RetentionCase one, Visibility caller) {
        if (!firm.cases().acts(one, caller)) {
            throw RestException.of(OutcomeError.CASE_WITH_ANOTHER, "Somebody else has the case now.");
        }
        if (firm.exit(one.personId()).isPresent()) {
            throw RestException.of(OutcomeError.PERSON_LEFT, "The person has left.");
        }
    }

    /** A superior corrects what they recorded, HR whatever stands there. */
    private static void requireOwn(List<Entry> entries, boolean hr, Visibility caller) {
        Optional<Entry> last = Outcomes.last(entries);
        if (!hr && last.isPresent() && !OutcomeReader.own(last.get(), caller)) {
            throw RestException.invalid("outcome", "notYours");
        }
    }

    /** Says whether this very entry is there already. */
    private boolean taken(RetentionCase one, Entry entry) {
        Optional<Entry> same = table.of(one.id()).stream()
                .filter(known -> known.key().equals(entry.key()))
                .findFirst();
        if (same.isPresent() && !same.get().words().sameAs(entry.words())) {
            throw RestException.of(
                    OutcomeError.OUTCOME_KEY_USED, "The key was used for another entry: make a new one.");
        }
        return same.isPresent();
    }

    private static Entry.By by(Visibility caller, boolean hr) {
        Caller who = caller.caller();
        return new Entry.By(who.id(), who.name(), hr);
    }
}
