package org.holdfast.core.risk.rest;

import java.text.Collator;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.Department;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PeopleQuery;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.risk.rest.WatchRow.Chip;
import org.holdfast.core.risk.runs.CurrentScores;
import org.holdfast.core.risk.runs.CurrentScores.Current;
import org.holdfast.core.risk.scoring.Reason;

/** Finds, sorts and writes the rows of the watch list from the indexes in memory. Safe for use from many threads. */
public final class WatchList {
    private static final int CHIPS = 3;

    private final People people;
    private final CurrentScores scores;
    private final ReasonWords words;
    private final OpenAlerts alerts;

    /**
     * Creates it.
     *
     * @param people who works where
     * @param scores the current scores
     * @param words puts reasons into words
     * @param alerts finds a person's open alert
     */
    public WatchList(People people, CurrentScores scores, ReasonWords words, OpenAlerts alerts) {
        this.people = people;
        this.scores = scores;
        this.words = words;
        this.alerts = alerts;
    }

    /**
     * Finds people with a current score.
     *
     * @param query which rows
     * @param reader what the reader may see
     * @return matches in no order, see {@link #order}
     */
    public List<Match> find(ScoreQuery query, Visibility reader) {
        String text = query.text() == null ? "" : query.text();
        Set<String> used = query.fields();
        reader.requireTold(used);
        PeopleQuery wanted = new PeopleQuery(
                text,
                subsidiaries(query, reader),
                new HashSet<>(ScoreQuery.orEmpty(query.departmentIds())),
                null,
                card -> card.status() != Employee.Status.LEFT && sees(reader, card, used));
        return people.matching(wanted).stream()
                .flatMap(card -> scores.of(card.id()).map(current -> new Match(card, current)).stream())
                .filter(match -> matches(query, match, reader))
                .toList();
    }

    /**
     * Writes rows.
     *
     * @param matches which rows
     * @param reader what the reader may see
     * @param language tag of an existing language
     * @return the rows, in the same order
     */
    public List<WatchRow> rows(List<Match> matches, Visibility reader, String language) {
        Map<UUID, String> departments = departmentNames();
        Map<UUID, Subsidiary> subsidiaries =
                people.subsidiaries().stream().collect(Collectors.toMap(Subsidiary::id, found -> found));
        return matches.stream()
                .map(match -> row(
                        match, subsidiaries, departments, alerts.of(match.card().id(), reader), language))
                .toList();
    }

    /** Who sees some subsidiaries alone need not have all the others looked through. */
    private static Set<UUID> subsidiaries(ScoreQuery query, Visibility reader) {
        Set<UUID> chosen = new HashSet<>(ScoreQuery.orEmpty(query.subsidiaryIds()));
        return chosen.isEmpty() ? reader.caller().subsidiaryIds() : chosen;
    }

    /** Whoever would be found, or put in their place, by what the reader is not told about them is not found. */
    private static boolean sees(Visibility reader, PersonCard card, Set<String> used) {
        return reader.has("risk:read", card.subsidiaryId(), card.id())
                && used.stream().allMatch(field -> reader.tells(field, card.id(), card.subsidiaryId()));
    }

    private static boolean matches(ScoreQuery query, Match match, Visibility reader) {
        List<String> bands = ScoreQuery.orEmpty(query.bands());
        Set<String> signals = new HashSet<>(ScoreQuery.orEmpty(query.signals()));
        boolean keyOnly = query.keyPostOnly() != null && query.keyPostOnly();
        return (bands.isEmpty() || bands.contains(match.current().score().band().code()))
                && (!keyOnly || match.card().keyPost())
                && (signals.isEmpty()
                        || raising(match.current())
                                .anyMatch(reason -> signals.contains(reason.signal())
                                        && reader.tells(
                                                reason.category().code(),
                                                match.card().id(),
                                                match.card().subsidiaryId())));
    }

    /**
     * Returns the order somebody wants.
     *
     * @param query which order
     * @return an order in which no two people are equal
     */
    public Comparator<Match> order(ScoreQuery query) {
        Map<UUID, String> departments = departmentNames();
        Collator collator = Collator.getInstance(Locale.CHINA);
        Comparator<Match> byName =
                (a, b) -> collator.compare(a.card().name(), b.card().name());
        String sort = query.sort() == null ? "score" : query.sort();
        Comparator<Match> order = switch (sort) {
            case "name" -> byName;
            case "change" ->
                Comparator.comparingDouble(match -> low(match.current().change30()));
            case "department" -> (a, b) -> collator.compare(department(a, departments), department(b, departments));
            default ->
                Comparator.comparingDouble(match -> low(match.current().score().margin()));
        };
        Comparator<Match> directed = query.descending() ? order.reversed() : order;
        return directed.thenComparing(match -> match.card().id());
    }

    private static double low(double value) {
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }

    private WatchRow row(
            Match match,
            Map<UUID, Subsidiary> subsidiaries,
            Map<UUID, String> departments,
            Optional<OpenAlerts.Mark> alert,
            String language) {
        PersonCard card = match.card();
        Current current = match.current();
        Optional<Subsidiary> subsidiary = Optional.ofNullable(subsidiaries.get(card.subsidiaryId()));
        UUID manager = card.managerId();
        return new WatchRow(
                card.id(),
                card.employeeNo(),
                card.name(),
                card.subsidiaryId(),
                subsidiary.map(Subsidiary::code).orElse(""),
                subsidiary.map(Subsidiary::name).orElse(""),
                card.departmentId(),
                department(match, departments),
                card.position(),
                card.family(),
                card.grade(),
                card.keyPost(),
                card.status().code(),
                card.hireDate(),
                manager,
                manager == null
                        ? ""
                        : people.card(manager).map(PersonCard::name).orElse(""),
                RiskView.known(current.score().score()),
                RiskView.known(current.score().probability()),
                current.score().band().code(),
                RiskView.known(current.change30()),
                current.score().asOf(),
                chips(current, language),
                alert.map(OpenAlerts.Mark::id).orElse(null),
                alert.map(OpenAlerts.Mark::state).orElse(null));
    }

    private List<Chip> chips(Current current, String language) {
        return raising(current)
                .limit(CHIPS)
                .map(reason -> new Chip(
                        reason.signal(), reason.category().code(), words.text(reason, language), reason.contribution()))
                .toList();
    }

    private static Stream<Reason> raising(Current current) {
        return current.score().reasons().stream().filter(reason -> reason.contribution() > 0);
    }

    private Map<UUID, String> departmentNames() {
        return people.subsidiaries().stream()
                .flatMap(subsidiary -> people.departments(subsidiary.id()).stream())
                .collect(Collectors.toMap(Department::id, Department::name));
    }

    private static String department(Match match, Map<UUID, String> departments) {
        UUID department = match.card().departmentId();
        return department == null ? "" : departments.getOrDefault(department, "");
    }

    /**
     * A person with the current score.
     *
     * @param card the person
     * @param current the score
     */
    public record Match(PersonCard card, Current current) {}
}
