package org.holdfast.launcher.bundles;

import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.holdfast.api.labour.LabourRules;
import org.holdfast.api.labour.WorkCalendar;
import org.holdfast.api.labour.WorkCalendar.Holiday;
import org.holdfast.launcher.registry.BundleFailure;

/**
 * Reads labour rules from the JSON description of a bundle that has no class.
 *
 * <p>Strict: an unknown key, a missing part, a day that is none or that contradicts another is refused with the file and the key
 * in the message.
 */
public final class LabourDescription {

    private LabourDescription() {}

    /**
     * Reads a description.
     *
     * @param file name of bundle and file, for messages
     * @param content UTF-8 JSON; not closed
     * @return the rules
     * @throws BundleFailure where the description is not as it must be
     * @throws IOException where the bytes cannot be read
     */
    public static LabourRules read(String file, InputStream content) throws IOException {
        return JsonPart.parse(file, content).read(LabourDescription::rules);
    }

    private static LabourRules rules(JsonPart root) {
        root.keys("country", "version", "calendar", "exits");
        String country = root.text("country");
        if (!country.matches("[A-Z]{2}")) {
            throw root.part("country").wrong("country");
        }
        return new DescribedLabourRules(
                country,
                root.text("version"),
                root.part("calendar").read(LabourDescription::calendar),
                root.has("exits") ? Optional.of(root.part("exits").read(ExitDescription::read)) : Optional.empty());
    }

    private static WorkCalendar calendar(JsonPart part) {
        part.keys("from", "until", "weekend", "holidays", "workdays");
        List<Holiday> holidays = part.list("holidays", LabourDescription::holiday);
        List<LocalDate> workdays = part.listOrEmpty("workdays", LabourDescription::day);
        return new WorkCalendar(
                day(part.part("from")),
                day(part.part("until")),
                new HashSet<>(part.list("weekend", LabourDescription::weekday)),
                holidays,
                new HashSet<>(workdays));
    }

    private static Holiday holiday(JsonPart part) {
        part.keys("code", "first", "last");
        return new Holiday(part.text("code"), day(part.part("first")), day(part.part("last")));
    }

    private static DayOfWeek weekday(JsonPart part) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (JsonPart.camelCase(day.name()).equals(part.asText())) {
                return day;
            }
        }
        throw part.wrong("weekday");
    }

    private static LocalDate day(JsonPart part) {
        try {
            return LocalDate.parse(part.asText());
        } catch (DateTimeParseException e) {
            BundleFailure refused = part.wrong("day");
            refused.initCause(e);
            throw refused;
        }
    }
}
