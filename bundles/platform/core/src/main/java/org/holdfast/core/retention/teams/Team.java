package org.holdfast.core.retention.teams;

import java.time.LocalDate;
import java.util.List;
import org.holdfast.core.people.Department;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.retention.teams.Leavers.Leaver;

/**
 * A department that somebody left.
 *
 * @param unit the department
 * @param left who left, the latest first
 * @param since the exit from which on its scores are compared
 * @param members who is employed in it, without those the reader does not see
 */
record Team(Department unit, List<Leaver> left, LocalDate since, List<PersonCard> members) {

    /** Copies the lists. */
    Team {
        left = List.copyOf(left);
        members = List.copyOf(members);
    }
}
