package org.holdfast.api.labour;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The labour rules of one country, as data. They hold for the subsidiaries of that country.
 *
 * <p>A bundle can provide them as a Declarative Services component, or without a class by a JSON description named in its
 * manifest. The host asks once after the bundle has started and keeps the answers; they must not change while it runs.
 * Methods may be called from any thread.
 */
@ConsumerType
public interface LabourRules {

    /**
     * Returns where they hold.
     *
     * @return ISO 3166-1 code of two capital letters, for example {@code CN}
     */
    String country();

    /**
     * Returns the version of the rules.
     *
     * @return a version such as {@code 2026.0.0}
     */
    String version();

    /**
     * Returns on which days people work.
     *
     * @return the calendar
     */
    WorkCalendar calendar();

    /**
     * Returns what the law says of the end of an employment.
     *
     * @return the rules; empty where the bundle knows only the days of work, and then nothing is computed
     * @since 1.1.0
     */
    default Optional<ExitRules> exits() {
        return Optional.empty();
    }
}
