package org.holdfast.core.retention.teams;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.EmployeeRow;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.retention.cases.Cases;
import org.holdfast.core.retention.cases.RetentionCase;
import org.holdfast.core.retention.teams.Leavers.Leaver;
import org.holdfast.core.retention.teams.TeamScores.Mark;
import org.holdfast.core.retention.teams.TeamScores.Move;
import org.holdfast.core.retention.teams.TeamView.LeaverView;
import org.holdfast.core.retention.teams.TeamView.MemberView;
import org.holdfast.core.retention.teams.TeamView.MoveView;
import org.holdfast.core.risk.scoring.Band;
import org.jspecify.annotations.Nullable;

/** Shows teams to HR. Safe for use from many threads. */
final class TeamReader {
    private static final double TENTHS = 10;

    private final Teams teams;
    private final TeamScores scores;
    private final Cases cases;
    private final People people;

    TeamReader(Teams teams, TeamScores scores, Cases cases, People people) {
        this.teams = teams;
        this.scores = scores;
        this.cases = cases;
        this.people = people;
    }

    /**
     * A team with how it moved.
     *
     * @param team the team
     * @param moves the moves of its members, as far as they are held in memory
     */
    record Moved(Team team, List<Move> moves) {
        double mean() {
            return moves.stream()
                    .filter(Move::known)
                    .mapToDouble(Move::points)
                    .average()
                    .orElse(Double.NaN);
        }
    }

    /** Returns the teams the caller sees, the biggest move upwards first; where none is known, the latest exit first. */
    List<Moved> moved(Visibility caller) {
        Comparator<Moved> order = Comparator.comparingDouble((Moved one) -> Double.isNaN(one.mean()) ? 99 : -one.mean())
                .thenComparing(one -> one.team().left().get(0).on(), Comparator.reverseOrder())
                .thenComparing(one -> one.team().unit().id());
        return teams.visible(caller).stream()
                .map(team -> new Moved(
                        team,
                        told(team, caller)
                                .map(card -> scores.near(card, team.since()))
                                .toList()))
                .sorted(order)
                .toList();
    }

    /** Returns the members of whom the caller is told scores: figures are counted over them alone. */
    private static Stream<PersonCard> told(Team team, Visibility caller) {
        return team.members().stream().filter(card -> caller.tells("score", card.id(), card.subsidiaryId()));
    }

    /** Shows a team in a list. */
    TeamView row(Moved moved) {
        return view(moved, null);
    }

    /** Shows a team with its members, or answers 404. */
    TeamView whole(UUID departmentId, Visibility caller) {
        Team team = teams.find(departmentId, caller);
        List<Move> moves =
                told(team, caller).map(card -> scores.exact(card, team.since())).toList();
        Map<UUID, Move> byPerson = moves.stream().collect(Collectors.toMap(Move::personId, Function.identity()));
        Map<UUID, UUID> open = cases.acted(false, caller).stream()
                .collect(Collectors.toMap(RetentionCase::personId, RetentionCase::id, (first, second) -> first));
        Comparator<MemberView> order = Comparator.comparingDouble(TeamReader::fall)
                .thenComparing(member -> member.employee().id());
        List<MemberView> members = team.members().stream()
                .map(card -> member(card, byPerson.get(card.id()), open.get(card.id())))
                .sorted(order)
                .toList();
        return view(new Moved(team, moves), members);
    }

    private TeamView view(Moved moved, @Nullable List<MemberView> members) {
        Team team = moved.team();
        List<Move> known = moved.moves().stream().filter(Move::known).toList();
        MoveView move = new MoveView(known.size(), rounded(moved.mean()), (int)
                known.stream().filter(Move::rose).count());
        return new TeamView(
                team.unit().id(),
                team.unit().subsidiaryId(),
                team.unit().name(),
                people.subsidiary(team.unit().subsidiaryId())
                        .map(Subsidiary::name)
                        .orElse(""),
                team.since(),
                team.members().size(),
                (int) team.members().stream().filter(PersonCard::keyPost).count(),
                move,
                team.left().stream().flatMap(one -> left(one, team).stream()).toList(),
                members);
    }

    private Optional<LeaverView> left(Leaver leaver, Team team) {
        boolean led = team.members().stream().anyMatch(card -> leaver.personId().equals(card.managerId()));
        return people.card(leaver.personId())
                .map(card -> new LeaverView(EmployeeRow.of(card, people), leaver.on(), leaver.type(), led));
    }

    private MemberView member(PersonCard card, @Nullable Move move, @Nullable UUID caseId) {
        Mark then = move == null ? null : move.then();
        Mark now = move == null ? null : move.now();
        return new MemberView(
                EmployeeRow.of(card, people),
                then == null ? null : rounded(then.score()),
                now == null ? null : rounded(now.score()),
                (now == null ? Band.UNKNOWN : now.band()).code(),
                move != null && move.rose(),
                caseId);
    }

    /** Whose score rose most stands first, whose is not known last. */
    private static double fall(MemberView member) {
        return member.then() == null || member.now() == null ? 99 : member.then() - member.now();
    }

    private static @Nullable Double rounded(double value) {
        return Double.isNaN(value) ? null : Math.round(TENTHS * value) / TENTHS;
    }
}
