package org.holdfast.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A post in the organisation; over the years one person follows another on it. */
final class Seat {

    final Level level;
    final Family family;
    final Place place;
    final String department;
    private final @Nullable Seat superior;
    private final List<Person> people = new ArrayList<>();

    Seat(Level level, Family family, Place place, String department, @Nullable Seat superior) {
        this.level = level;
        this.family = family;
        this.place = place;
        this.department = department;
        this.superior = superior;
    }

    /** A post under this one. */
    Seat below(Level lower, Family itsFamily, Place itsPlace, String itsDepartment) {
        return new Seat(lower, itsFamily, itsPlace, itsDepartment, this);
    }

    void take(Person person) {
        people.add(person);
    }

    /** Everybody who has held the post, in order. */
    List<Person> people() {
        return people;
    }

    /** Who holds the post on that day. */
    Optional<Person> holder(int day) {
        for (int i = people.size() - 1; i >= 0; i--) {
            if (people.get(i).employedOn(day)) {
                return Optional.of(people.get(i));
            }
        }
        return Optional.empty();
    }

    /** The next one up the line who is there on that day. */
    Optional<Person> leader(int day) {
        for (Seat above = superior; above != null; above = above.superior) {
            Optional<Person> holder = above.holder(day);
            if (holder.isPresent()) {
                return holder;
            }
        }
        return Optional.empty();
    }

    /** The last voluntary exit from the post just above, as a day; {@link Person#NEVER} where there was none. */
    int lastExitAbove(int before) {
        int last = Person.NEVER;
        if (superior != null) {
            for (Person person : superior.people) {
                if (person.leaveDay < before && person.leaveType == LeaveType.VOLUNTARY) {
                    last = person.leaveDay;
                }
            }
        }
        return last;
    }
}
