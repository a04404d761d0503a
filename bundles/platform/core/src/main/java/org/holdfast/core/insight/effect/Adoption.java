package org.holdfast.core.insight.effect;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.holdfast.core.insight.KeptAnswers;
import org.holdfast.core.insight.effect.AdoptionReport.TeamUse;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;

/**
 * Counts how teams of superiors use the product. A team has ten superiors or more, and a figure is told in parts of months in which
 * ten of them had something to do. A subsidiary is counted once a day, and anew once people change. Safe for use from many threads.
 */
final class Adoption {
    private final People people;
    private final UseTeams teams;
    private final UseReader reader;
    private final Supplier<Set<UUID>> accounts;
    private final KeptAnswers<Subsidiary, Counted> kept = new KeptAnswers<>();

    /**
     * Takes what it counts from.
     *
     * @param accounts returns the employees who have an account
     */
    Adoption(People people, UseReader reader, Supplier<Set<UUID>> accounts) {
        this.people = people;
        this.teams = new UseTeams(people);
        this.reader = reader;
        this.accounts = accounts;
    }

    private record Standing(long version, LocalDate today) {}

    private record Counted(List<Team> teams, int outside) {}

    /** A team with the parts of each habit that may be told. */
    private record Team(UseTeam team, int accounts, List<List<Blocks.Block>> parts) {

        List<Figure> figures(YearMonth from, YearMonth to) {
            List<Figure> figures = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                figures.add(Figure.share(
                        Habit.ALL.get(i).code(),
                        Blocks.told(parts.get(i), from, to).toList()));
            }
            return figures;
        }
    }

    /** Drops what is kept in memory. */
    void forget() {
        kept.forget();
    }

    /**
     * Counts so many months that are over.
     *
     * @param chosen the subsidiaries
     * @param to the last month
     * @param months how many
     */
    AdoptionReport report(List<Subsidiary> chosen, YearMonth to, int months) {
        YearMonth from = to.minusMonths(months - 1L);
        List<TeamUse> rows = new ArrayList<>();
        int outside = 0;
        for (Subsidiary subsidiary : chosen) {
            Standing standing = new Standing(people.version(), reader.today(subsidiary));
            Counted counted = kept.of(subsidiary, standing, () -> count(subsidiary));
            outside += counted.outside();
            for (Team team : counted.teams()) {
                rows.add(new TeamUse(
                        subsidiary.name(),
                        team.team().name(),
                        team.team().others(),
                        team.team().superiors().size(),
                        team.accounts(),
                        team.figures(from, to),
                        team.figures(from.minusMonths(months), from.minusMonths(1))));
            }
        }
        return new AdoptionReport(from.toString(), to.toString(), rows, outside);
    }

    private Counted count(Subsidiary subsidiary) {
        UseTeams.Parted parted = teams.of(subsidiary);
        UseFacts facts = reader.of(subsidiary);
        Set<UUID> known = accounts.get();
        return new Counted(
                parted.teams().stream()
                        .map(team -> new Team(team, accounts(team, known), parts(facts.of(team.superiors()))))
                        .toList(),
                parted.outside());
    }

    private static int accounts(UseTeam team, Set<UUID> known) {
        return (int) team.superiors().stream().filter(known::contains).count();
    }

    private static List<List<Blocks.Block>> parts(UseFacts facts) {
        return Habit.ALL.stream()
                .map(habit ->
                        Blocks.of(habit.events().apply(facts), habit.events().apply(facts), facts.today(), habit.lag()))
                .toList();
    }
}
