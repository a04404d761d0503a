package org.holdfast.core.protection.basis;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.Purpose;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.basis.SubsidiaryFacts.Facts;

/**
 * Says to a person on which basis data about them is used today, and what the gate holds back: that is still held, and so
 * it is told. Safe for use from many threads.
 */
public final class PermittedUse {
    private final SignalGate gate;
    private final LawfulBases bases;
    private final SubsidiaryFacts subsidiaries;
    private final Clock clock;

    /**
     * Creates it.
     *
     * @param gate what may be used
     * @param bases the bases on file
     * @param subsidiaries where days begin
     * @param clock the time
     */
    public PermittedUse(SignalGate gate, LawfulBases bases, SubsidiaryFacts subsidiaries, Clock clock) {
        this.gate = gate;
        this.bases = bases;
        this.subsidiaries = subsidiaries;
        this.clock = clock;
    }

    /**
     * Looks at one person.
     *
     * @param person the person
     * @return how it stands today, for one thread
     */
    public Today of(Subject person) {
        UUID subsidiary = person.subsidiaryId();
        LocalDate today = LocalDate.ofInstant(
                clock.instant(),
                subsidiaries.find(subsidiary).<ZoneId>map(Facts::zone).orElse(ZoneOffset.UTC));
        Map<DataCategory, String> onFile = new EnumMap<>(DataCategory.class);
        bases.of(subsidiary).stream()
                .filter(basis ->
                        basis.purpose() == Purpose.RETENTION && basis.validity().covers(today))
                .collect(Collectors.groupingBy(
                        LawfulBasis::category,
                        Collectors.mapping(basis -> basis.kind().code(), Collectors.joining(","))))
                .forEach(onFile::put);
        return new Today(
                person, today, gate.read(subsidiary, List.of(person.personId().orElseThrow())), onFile);
    }

    /** How it stands with one person today. */
    public static final class Today {
        private final Subject person;
        private final LocalDate day;
        private final SignalGate page;
        private final Map<DataCategory, String> onFile;

        private Today(Subject person, LocalDate day, SignalGate page, Map<DataCategory, String> onFile) {
            this.person = person;
            this.day = day;
            this.page = page;
            this.onFile = onFile;
        }

        /**
         * Returns on which basis data of a category is used for scoring.
         *
         * @param category the category
         * @return codes of the kinds on file, with commas between; empty where there is none
         */
        public Optional<String> basis(DataCategory category) {
            return Optional.ofNullable(onFile.get(category));
        }

        /**
         * Returns whether the gate holds data of a category back from scoring.
         *
         * @param category the category
         * @return true where it is held but not used
         */
        public boolean withheld(DataCategory category) {
            return !page.lets(person.subsidiaryId(), person.personId().orElseThrow(), category, day);
        }
    }
}
