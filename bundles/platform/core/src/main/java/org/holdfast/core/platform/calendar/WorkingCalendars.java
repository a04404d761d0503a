package org.holdfast.core.platform.calendar;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.holdfast.api.labour.LabourRules;
import org.holdfast.api.labour.WorkCalendar;
import org.holdfast.launcher.registry.CapabilityRegistry;
import org.holdfast.launcher.registry.Provided;

/**
 * The calendars of the subsidiaries: each follows the labour bundle of its country that is enabled for it. Safe for use from many
 * threads.
 */
public final class WorkingCalendars {
    private final CapabilityRegistry registry;
    private final Function<UUID, Optional<Place>> places;
    private volatile Known known = new Known(-1, new ConcurrentHashMap<>());

    /**
     * Creates it.
     *
     * @param registry knows the labour bundles
     * @param places tells where a subsidiary is
     */
    public WorkingCalendars(CapabilityRegistry registry, Function<UUID, Optional<Place>> places) {
        this.registry = registry;
        this.places = places;
    }

    /**
     * Where a subsidiary is.
     *
     * @param country ISO 3166 code of two letters
     * @param zone its time zone
     */
    public record Place(String country, ZoneId zone) {}

    /**
     * Returns the calendar of a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @return its calendar; Monday to Friday where no labour bundle of its country is enabled, in UTC where it is not known
     */
    public WorkingCalendar of(UUID subsidiaryId) {
        long changes = registry.changes();
        Known now = known;
        if (now.changes != changes) {
            now = new Known(changes, new ConcurrentHashMap<>());
            known = now;
        }
        // The place is asked each time: a subsidiary can move to another time zone.
        Place place = places.apply(subsidiaryId).orElse(new Place("", ZoneOffset.UTC));
        Optional<LabourRules> rules = now.rules.computeIfAbsent(new Asked(subsidiaryId, place.country), this::enabled);
        return WorkingCalendar.of(place.zone, rules.map(LabourRules::calendar));
    }

    private Optional<LabourRules> enabled(Asked asked) {
        return registry.of(LabourRules.class, asked.subsidiaryId.toString()).stream()
                .map(Provided::service)
                .filter(rules -> rules.country().equals(asked.country))
                .findFirst()
                .map(Copy::of);
    }

    /** What a bundle says: it is asked once. */
    private record Copy(String country, String version, WorkCalendar calendar) implements LabourRules {
        static LabourRules of(LabourRules rules) {
            return new Copy(rules.country(), rules.version(), rules.calendar());
        }
    }

    private record Asked(UUID subsidiaryId, String country) {}

    private record Known(long changes, ConcurrentMap<Asked, Optional<LabourRules>> rules) {}
}
