package org.holdfast.core.risk.features;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.SignalDefinition;
import org.holdfast.api.signal.SignalKind;
import org.holdfast.core.signals.Fact;
import org.holdfast.core.signals.FactCodes;

/**
 * Turns facts into series: texts into hits of the lexicon, moments into days of the subsidiary's time zone, corrections
 * into spans of visibility. Safe for use from many threads.
 */
public final class SeriesBuilder {
    private static final String RESUME_UPDATE = "resume.update";
    private static final String RESUME_INTENT = "resume.intent";

    private final ZoneId zone;
    private final SignalTypes types;
    private final Lexicon lexicon;

    /**
     * Creates a builder.
     *
     * @param model the industry model, for its signals and lexicon
     * @param zone the subsidiary's time zone
     */
    public SeriesBuilder(IndustryModel model, ZoneId zone) {
        this.zone = zone;
        this.types = SignalTypes.of(model);
        this.lexicon = new Lexicon(model.lexicon());
    }

    /**
     * Leaves out what a gate holds back, before anything is made of it.
     *
     * @param facts what is known about a person
     * @param open which data categories may be used
     * @return the facts of those categories, and from when to when the person is employed
     */
    public List<Fact> lawful(List<Fact> facts, Predicate<DataCategory> open) {
        Map<String, Boolean> known = new HashMap<>();
        List<Fact> kept = new ArrayList<>(facts.size());
        for (Fact fact : facts) {
            if (isEmployment(fact) || known.computeIfAbsent(fact.signal(), signal -> open.test(category(signal)))) {
                kept.add(fact);
            }
        }
        return kept;
    }

    private DataCategory category(String signal) {
        return types.find(signal).map(SignalDefinition::category).orElseGet(() -> FactCodes.category(signal));
    }

    /**
     * Builds the series of a person.
     *
     * @param person the person
     * @param facts all that is known, in any order
     * @return the series
     */
    public PersonSeries build(UUID person, List<Fact> facts) {
        return build(person, bySignal(facts));
    }

    /**
     * Builds only the outline of a person, for much less work than the series.
     *
     * @param person the person
     * @param facts all that is known, in any order
     * @return the same as the outline of the series
     */
    public Outline outline(UUID person, List<Fact> facts) {
        Map<String, Integer> firstSeen = new HashMap<>();
        List<Fact> kept = new ArrayList<>();
        for (Fact fact : facts) {
            if (isEmployment(fact) || fact.signal().equals(FactCodes.MANAGER)) {
                kept.add(fact);
            }
            if (isRow(fact)) {
                firstSeen.merge(fact.signal(), Math.max(day(fact), known(fact)), Math::min);
            }
        }
        Integer updated = firstSeen.get(RESUME_UPDATE);
        if (updated != null) {
            firstSeen.put(RESUME_INTENT, updated);
        }
        return new Outline(build(person, bySignal(kept)).outline(), firstSeen);
    }

    private static Map<String, List<Fact>> bySignal(List<Fact> facts) {
        Map<String, List<Fact>> bySignal = new HashMap<>();
        for (Fact fact : facts) {
            bySignal.computeIfAbsent(fact.signal(), signal -> new ArrayList<>()).add(fact);
        }
        return bySignal;
    }

    private PersonSeries build(UUID person, Map<String, List<Fact>> bySignal) {
        Map<String, Series> numbers = new HashMap<>();
        Map<String, WordSeries> words = new HashMap<>();
        bySignal.forEach((signal, rows) -> {
            rows.sort(Comparator.comparing(Fact::date).thenComparing(Fact::knownAt));
            int[] until = superseded(rows);
            numbers.put(signal, numbers(rows, until));
            if (signal.startsWith("post.") || signal.equals(FactCodes.BASE_PAY) || signal.equals(FactCodes.ACTION)) {
                words.put(signal, words(rows, until));
            }
            if (signal.equals(RESUME_UPDATE)) {
                numbers.put(RESUME_INTENT, intent(rows, until));
            }
        });
        return new PersonSeries(person, numbers, words);
    }

    private Series numbers(List<Fact> facts, int[] until) {
        SignalKind kind = kind(facts.get(0).signal());
        List<Series.Row> rows = new ArrayList<>(facts.size());
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            if (isRow(fact)) {
                double value = value(fact, kind);
                rows.add(new Series.Row(day(fact), known(fact), until[i], Double.isNaN(value) ? 0 : value));
            }
        }
        return new Series(rows);
    }

    private SignalKind kind(String signal) {
        return types.find(signal).map(SignalDefinition::kind).orElse(SignalKind.LEVEL);
    }

    /** Whether a fact becomes a row of numbers: a level without a number does not, unless it ends an employment. */
    private boolean isRow(Fact fact) {
        return !Double.isNaN(fact.value()) || isEmployment(fact) || kind(fact.signal()) != SignalKind.LEVEL;
    }

    private double value(Fact fact, SignalKind kind) {
        return switch (kind) {
            case TEXT -> lexicon.hits(fact.signal(), fact.detail().text());
            // An occurrence without a number is one occurrence.
            case OCCURRENCE -> Double.isNaN(fact.value()) ? 1 : fact.value();
            case LEVEL -> fact.value();
        };
    }

    private Series intent(List<Fact> facts, int[] until) {
        List<Series.Row> rows = new ArrayList<>(facts.size());
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            int hits = lexicon.hits(RESUME_UPDATE, fact.detail().text());
            rows.add(new Series.Row(day(fact), known(fact), until[i], hits));
        }
        return new Series(rows);
    }

    private WordSeries words(List<Fact> facts, int[] until) {
        List<WordSeries.Row> rows = new ArrayList<>(facts.size());
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            // Pay that comes as a signal names no currency: the one known before goes on.
            if (!fact.signal().equals(FactCodes.BASE_PAY)
                    || !fact.detail().text().isEmpty()) {
                rows.add(new WordSeries.Row(
                        day(fact), known(fact), until[i], fact.detail().text()));
            }
        }
        return new WordSeries(rows);
    }

    /** The day each fact was corrected: the next fact of the same day and source takes its place once it is known. */
    private int[] superseded(List<Fact> facts) {
        int[] until = new int[facts.size()];
        Map<String, Integer> latest = new HashMap<>();
        for (int i = facts.size() - 1; i >= 0; i--) {
            Fact fact = facts.get(i);
            String identity = fact.date().toEpochDay() + "/" + fact.detail().source();
            until[i] = latest.getOrDefault(identity, Integer.MAX_VALUE);
            latest.put(identity, known(fact));
        }
        return until;
    }

    private static boolean isEmployment(Fact fact) {
        return FactCodes.isEmployment(fact.signal());
    }

    private static int day(Fact fact) {
        return Math.toIntExact(fact.date().toEpochDay());
    }

    private int known(Fact fact) {
        return Math.toIntExact(fact.knownAt().atZone(zone).toLocalDate().toEpochDay());
    }
}
