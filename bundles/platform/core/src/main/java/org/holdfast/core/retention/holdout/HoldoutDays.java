package org.holdfast.core.retention.holdout;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.risk.settings.SettingsTable;

/** Days and facts of subsidiaries a hold-out asks for. Safe for use from many threads. */
final class HoldoutDays {
    private final People people;
    private final SettingsTable settings;
    private final Clock clock;

    HoldoutDays(People people, SettingsTable settings, Clock clock) {
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns the day it is in a subsidiary. */
    LocalDate today(UUID subsidiaryId) {
        return LocalDate.ofInstant(now(), zone(subsidiaryId));
    }

    /** Returns the day of a moment in a subsidiary. */
    LocalDate day(UUID subsidiaryId, Instant moment) {
        return LocalDate.ofInstant(moment, zone(subsidiaryId));
    }

    /** To the millisecond, so that every database keeps it as it is. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Returns the last day of the horizon of who is drawn today. */
    LocalDate until(UUID subsidiaryId) {
        return today(subsidiaryId).plusDays(settings.current(subsidiaryId).horizonDays());
    }

    boolean keyPost(UUID personId) {
        return people.employee(personId)
                .map(employee -> employee.post().keyPost())
                .orElse(false);
    }

    private ZoneId zone(UUID subsidiaryId) {
        return people.subsidiary(subsidiaryId).<ZoneId>map(Subsidiary::timezone).orElse(ZoneOffset.UTC);
    }
}
