package org.holdfast.core.retention.history;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonalSignals;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.retention.history.HistoryEntry.Kind;
import org.holdfast.core.retention.history.HistoryEntry.Size;
import org.holdfast.core.retention.history.HistoryView.Line;
import org.holdfast.core.risk.runs.LawfulScores;
import org.holdfast.core.risk.settings.SettingsTable;
import org.holdfast.core.risk.store.ScoreTable;
import org.jspecify.annotations.Nullable;

/** Puts together what was done to keep somebody, and how long each of it held. Safe for use from many threads. */
public final class HistoryDesk {
    private final People people;
    private final PersonalSignals signals;
    private final Scores scores;
    private final Texts texts;
    private final Clock clock;

    /**
     * Creates the desk.
     *
     * @param people who works where
     * @param signals what is known about them
     * @param scores their scores
     * @param texts all texts
     * @param clock the time
     */
    public HistoryDesk(People people, PersonalSignals signals, Scores scores, Texts texts, Clock clock) {
        this.people = people;
        this.signals = signals;
        this.scores = scores;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Where scores come from.
     *
     * @param table all scores
     * @param lawful which of them may be shown
     * @param settings where alerts begin
     */
    public record Scores(ScoreTable table, LawfulScores lawful, SettingsTable settings) {}

    /**
     * Shows the history of a person.
     *
     * @param person the person, whom the caller sees
     * @param sources what other parts of the room know
     * @param caller what the caller is told
     * @param language the reader's languages
     * @return the history, without anything the caller is not told
     */
    HistoryView of(Subject person, Iterable<HistorySource> sources, Visibility caller, @Nullable String language) {
        UUID subsidiary = person.subsidiaryId();
        UUID id = person.personId().orElseThrow();
        LocalDate today = LocalDate.ofInstant(
                clock.instant(),
                people.subsidiary(subsidiary).map(Subsidiary::timezone).orElse(ZoneOffset.UTC));
        List<HistoryEntry> entries = new ArrayList<>(CareerEntries.of(signals.all(person, today), signals::field));
        entries.addAll(ScoreEntries.of(
                scores.table().ofPerson(id),
                scores.lawful().shown(subsidiary, id),
                scores.settings().current(subsidiary).alertFrom()));
        sources.forEach(source -> entries.addAll(source.of(subsidiary, id)));
        String tag = texts.negotiate(language);
        return new HistoryView(
                id,
                lines(entries, entry -> caller.tells(entry.field(), id, subsidiary), today, kind -> title(kind, tag)));
    }

    /**
     * Puts entries in order.
     *
     * @param entries everything there is
     * @param told what the reader is told; what they are not told ends nothing for them either
     * @param today today
     * @param titles names a kind
     * @return the lines, newest first
     */
    static List<Line> lines(List<HistoryEntry> entries, Predicate<HistoryEntry> told, LocalDate today, Titles titles) {
        List<HistoryEntry> seen = entries.stream()
                .filter(told)
                .filter(entry -> !entry.date().isAfter(today))
                .toList();
        return seen.stream()
                // The alert that follows a high score stands for it.
                .filter(entry -> entry.kind() != Kind.SCORE_HIGH)
                .sorted(Comparator.comparing(HistoryEntry::date).reversed().thenComparing(HistoryEntry::kind))
                .map(entry -> line(entry, seen, today, titles))
                .toList();
    }

    /** Names kinds in a language. */
    @FunctionalInterface
    interface Titles {
        String of(Kind kind);
    }

    private static Line line(HistoryEntry entry, List<HistoryEntry> seen, LocalDate today, Titles titles) {
        Held held = entry.kind().measure() ? Held.since(entry.date(), seen, today) : null;
        Size size = entry.size();
        return new Line(
                entry.date(),
                entry.kind().code(),
                titles.of(entry.kind()),
                entry.code(),
                entry.detail(),
                size == null ? null : size.percent(),
                size == null ? null : size.amount(),
                held == null ? null : held.days(),
                held == null ? null : held.until(),
                entry.field());
    }

    private String title(Kind kind, String tag) {
        return texts.text(tag, "people.timeline." + kind.code());
    }
}
