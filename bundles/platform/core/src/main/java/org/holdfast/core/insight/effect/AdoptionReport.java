package org.holdfast.core.insight.effect;

import java.util.List;
import org.holdfast.core.platform.rest.TellsNothing;

/**
 * How superiors use the product, by team; never by person.
 *
 * @param from the first month, such as {@code 2026-01}
 * @param to the last month, the latest that is over
 * @param teams the teams, by subsidiary and name; no superior is in two of them
 * @param outside how many superiors are in no team, because fewer than ten of their subsidiary are left
 */
@TellsNothing
public record AdoptionReport(String from, String to, List<TeamUse> teams, int outside) {

    /** Copies the teams. */
    public AdoptionReport {
        teams = List.copyOf(teams);
    }

    /**
     * A team.
     *
     * @param subsidiary name of the subsidiary
     * @param team name of the department, or of the subsidiary for those who are left
     * @param others whether teams of their own were split off below
     * @param superiors how many superiors are in it, at least ten
     * @param accounts how many of them have an account that may log in
     * @param figures what they did in the span, {@code takenOn}, {@code talked}, {@code planned}, {@code outcome},
     *     {@code followedUp}; each about cases of at least ten of them, else all but the code is null
     * @param before the same in as many months before
     */
    public record TeamUse(
            String subsidiary,
            String team,
            boolean others,
            int superiors,
            int accounts,
            List<Figure> figures,
            List<Figure> before) {

        /** Copies the figures. */
        public TeamUse {
            figures = List.copyOf(figures);
            before = List.copyOf(before);
        }
    }
}
