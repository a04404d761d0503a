package org.holdfast.core.risk.features;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.holdfast.core.risk.features.PersonSeries.ActionTaken;

/** The values of an attribute that is a word, by rising day. Immutable. */
final class WordSeries {
    static final WordSeries EMPTY = new WordSeries(List.of());

    private final List<Row> rows;

    WordSeries(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /** The same with each word held once in memory, for what is kept about many people. */
    WordSeries shared() {
        return new WordSeries(rows.stream()
                .map(row ->
                        new Row(row.day(), row.known(), row.until(), row.word().intern()))
                .toList());
    }

    /** The word that held on a day, as it was known on another day. */
    Optional<String> on(int day, int knownBy) {
        for (int i = rows.size() - 1; i >= 0; i--) {
            Row row = rows.get(i);
            if (row.day() <= day && row.known() <= knownBy && row.until() > knownBy) {
                return Optional.of(row.word());
            }
        }
        return Optional.empty();
    }

    /** The same with further actions, each known on its day. */
    WordSeries with(Collection<ActionTaken> more) {
        List<Row> all = new ArrayList<>(rows);
        for (ActionTaken action : more) {
            int day = Math.toIntExact(action.day().toEpochDay());
            all.add(new Row(day, day, Integer.MAX_VALUE, action.kind()));
        }
        all.sort(Comparator.comparingInt(Row::day));
        return new WordSeries(all);
    }

    /** All words that are still held to be right as of a day, by rising day. */
    List<Row> standing(int knownBy) {
        return rows.stream()
                .filter(row -> row.day() <= knownBy && row.known() <= knownBy && row.until() > knownBy)
                .toList();
    }

    /** The words that held in a window of days up to the day as of which we look. */
    List<String> within(int fromDay, int day) {
        Optional<String> atStart = on(fromDay, day);
        return rows.stream()
                .filter(row -> row.day() > fromDay && row.day() <= day && row.known() <= day && row.until() > day)
                .map(Row::word)
                .collect(java.util.stream.Collectors.collectingAndThen(java.util.stream.Collectors.toList(), words -> {
                    atStart.ifPresent(word -> words.add(0, word));
                    return List.copyOf(words);
                }));
    }

    /**
     * One value.
     *
     * @param day since when it holds
     * @param known the day it became known
     * @param until the day a correction of it became known
     * @param word the value
     */
    record Row(int day, int known, int until, String word) {}
}
