package org.holdfast.core.retention.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.people.PastCase;
import org.holdfast.core.retention.Alert;
import org.holdfast.core.retention.cases.RetentionCase.Times;
import org.holdfast.core.retention.cases.RetentionCase.Turn;
import org.holdfast.core.retention.cases.Talk.By;
import org.holdfast.core.retention.cases.Talk.Intent;
import org.holdfast.core.retention.cases.Talk.Words;
import org.jspecify.annotations.Nullable;

/** Cases with their talks from before the product: closed, with no turn and no clock. Safe for use from many threads. */
public final class PastTalks {
    /** Who held them is not known; the files come from HR. */
    private static final By IMPORT = new By("import", "", true);

    private final CaseTable table;
    private final TalkTable talks;

    PastTalks(CaseTable table, TalkTable talks) {
        this.table = table;
        this.talks = talks;
    }

    /**
     * Returns the case of an alert that is over.
     *
     * @param alert the alert
     * @param talkedOn the day of the talk
     * @param talked the moment that day began
     * @return the case, not stored yet
     */
    public static RetentionCase of(Alert alert, LocalDate talkedOn, Instant talked) {
        Instant opened = alert.times().openedAt();
        Instant closed = Objects.requireNonNull(alert.times().closedAt());
        return new RetentionCase(
                UUID.randomUUID(),
                alert.id(),
                alert.subsidiaryId(),
                alert.personId(),
                CaseState.CLOSED,
                new Turn(0, null, opened, talkedOn, talked, null, 0),
                new Times(opened, null, talked, closed));
    }

    /**
     * Stores cases with their talks. Joins the transaction under way.
     *
     * @param cases the talk of each case
     * @param recorded when that is recorded
     */
    public void add(Map<RetentionCase, PastCase.Talk> cases, Instant recorded) {
        table.addAll(List.copyOf(cases.keySet()));
        Map<RetentionCase, Talk> held = new LinkedHashMap<>();
        cases.forEach((one, talk) -> held.put(one, talk(one, words(talk), recorded, null)));
        talks.addFirst(held);
    }

    /**
     * Finds the case of an alert.
     *
     * @param alertId the alert
     * @return the case, or empty
     */
    public Optional<RetentionCase> ofAlert(UUID alertId) {
        return table.ofAlert(alertId);
    }

    /**
     * Corrects the talk that stands in an imported case, unless a file has said the same before: who corrected it by hand after
     * that is not overruled by the file that is sent again. Joins the transaction under way.
     *
     * @param one the case
     * @param said what the file says now
     * @param recorded when that is recorded
     * @return whether there is something new
     */
    public boolean correct(RetentionCase one, PastCase.Talk said, Instant recorded) {
        List<Talk> all = talks.of(one);
        Words words = words(said);
        if (all.stream().anyMatch(talk -> talk.words().equals(words))) {
            return false;
        }
        Set<UUID> corrected = new HashSet<>();
        all.forEach(talk -> Optional.ofNullable(talk.corrects()).ifPresent(corrected::add));
        UUID stands = all.stream()
                .map(Talk::id)
                .filter(id -> !corrected.contains(id))
                .reduce((first, last) -> last)
                .orElse(null);
        talks.addNext(one, talk(one, words, recorded, stands));
        return true;
    }

    /**
     * Notes other days of a case. Joins the transaction under way.
     *
     * @param one the case
     * @param talked when somebody talked
     * @param closed when it was over
     */
    public void retime(RetentionCase one, Instant talked, Instant closed) {
        table.retime(one.id(), talked, closed);
    }

    private static Talk talk(RetentionCase one, Words words, Instant recorded, @Nullable UUID corrects) {
        return new Talk(UUID.randomUUID(), one.id(), UUID.randomUUID(), recorded, corrects, words);
    }

    private static Words words(PastCase.Talk talk) {
        return new Words(
                talk.heldOn(), Intent.ofCode(talk.intent()).orElseThrow(), talk.causes(), talk.text(), "", IMPORT);
    }
}
