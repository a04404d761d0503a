package org.holdfast.core.protection.basis;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.Purpose;
import org.holdfast.core.protection.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The gate between signals and risk. Data of a category is let through for a day where, on that day and today,
 * <ul>
 *   <li>a basis is on file of a kind the subsidiary's rule book accepts (PIPL Art. 13, GDPR Art. 6),
 *   <li>with the person's consent where the basis is consent, as it always is for job-site data;
 * </ul>
 * and where, unless the subsidiary is a sandbox, the person has been told that data of the category is used (PIPL Art. 17,
 * GDPR Art. 13 and 14) and a signed impact assessment covers it (PIPL Art. 55, GDPR Art. 35). Whoever has not been told
 * anything is not scored, and nothing is used about whoever was granted an objection (PIPL Art. 24 and 44, GDPR Art. 21).
 */
public final class LawfulBasisGate implements SignalGate {
    private static final Set<DataCategory> EVERYTHING = Collections.unmodifiableSet(EnumSet.allOf(DataCategory.class));

    private final Rules rules;
    private final ConsentLedger consents;
    private final Notices notices;
    private final Objections objections;
    private final Clock clock;

    LawfulBasisGate(Rules rules, ConsentLedger consents, Notices notices, Objections objections, Clock clock) {
        this.rules = rules;
        this.consents = consents;
        this.notices = notices;
        this.objections = objections;
        this.clock = clock;
    }

    /**
     * What is asked of everybody in a subsidiary alike.
     *
     * @param subsidiaries the subsidiaries
     * @param books their rule books
     * @param bases the bases on file
     * @param assessments the impact assessments
     */
    record Rules(SubsidiaryFacts subsidiaries, RuleBooks books, LawfulBases bases, Assessments assessments) {

        Standing of(UUID subsidiaryId, Clock clock) {
            return subsidiaries
                    .find(subsidiaryId)
                    .map(facts -> {
                        LocalDate today = LocalDate.ofInstant(clock.instant(), facts.zone());
                        return new Standing(
                                facts.sandbox(),
                                today,
                                Acceptable.of(bases.of(subsidiaryId), books.of(subsidiaryId), facts.sandbox()),
                                assessments.covered(subsidiaryId, today));
                    })
                    .orElse(Standing.NOWHERE);
        }
    }

    @Override
    public boolean lets(UUID subsidiaryId, UUID personId, DataCategory category, LocalDate day) {
        return read(subsidiaryId, List.of(personId)).lets(subsidiaryId, personId, category, day);
    }

    @Override
    public Set<DataCategory> categories(UUID subsidiaryId, UUID personId, LocalDate day) {
        return read(subsidiaryId, List.of(personId)).categories(subsidiaryId, personId, day);
    }

    @Override
    public boolean mayScore(UUID subsidiaryId, UUID personId) {
        return read(subsidiaryId, List.of(personId)).mayScore(subsidiaryId, personId);
    }

    @Override
    public SignalGate read(UUID subsidiaryId, Collection<UUID> persons) {
        Standing standing = rules.of(subsidiaryId, clock);
        return new Page(
                subsidiaryId,
                standing,
                new Said(
                        consents.read(subsidiaryId, persons),
                        objections.in(subsidiaryId),
                        objections.suspended(subsidiaryId)),
                standing.sandbox ? Map.of() : notices.told(subsidiaryId, persons, standing.today));
    }

    /** Says whether a consent of a person is all that keeps data of a category from being used for retention today. */
    boolean asks(UUID subsidiaryId, UUID personId, DataCategory category) {
        Standing standing = rules.of(subsidiaryId, clock);
        Acceptable.Answer answer = standing.acceptable.on(category, Purpose.RETENTION, standing.today);
        LawfulBasisGate agreed = new LawfulBasisGate(rules, new Agreed(), notices, objections, clock);
        return answer == Acceptable.Answer.CONSENT && agreed.lets(subsidiaryId, personId, category, standing.today);
    }

    /** Everybody agrees to everything. */
    private record Agreed() implements ConsentLedger {
        @Override
        public boolean granted(Subject person, DataCategory category, Purpose purpose, LocalDate day) {
            return true;
        }

        @Override
        public ConsentLedger read(UUID subsidiaryId, Collection<UUID> persons) {
            return this;
        }
    }

    /** What stands for everybody in a subsidiary. */
    private record Standing(boolean sandbox, LocalDate today, Acceptable acceptable, Set<DataCategory> assessed) {
        static final Standing NOWHERE = new Standing(false, LocalDate.EPOCH, new Acceptable(Map.of()), Set.of());
    }

    @Override
    public Set<UUID> suspended(UUID subsidiaryId) {
        return objections.suspended(subsidiaryId);
    }

    /** What people have said themselves: what they agreed to, who objected, and who of them waits for the answer. */
    private record Said(ConsentLedger consents, Set<UUID> objectors, Set<UUID> suspended) {
        Said unsuspended() {
            Set<UUID> granted = new HashSet<>(objectors);
            granted.removeAll(suspended);
            return new Said(consents, granted, Set.of());
        }
    }

    /** Answers about some people from memory. */
    private record Page(UUID subsidiaryId, Standing standing, Said said, Map<UUID, Notices.Told> told)
            implements SignalGate {

        @Override
        public boolean lets(UUID subsidiary, UUID personId, DataCategory category, LocalDate day) {
            return categories(subsidiary, personId, day).contains(category);
        }

        @Override
        public Set<DataCategory> categories(UUID subsidiary, UUID personId, LocalDate day) {
            Set<DataCategory> open = EnumSet.noneOf(DataCategory.class);
            if (mine(subsidiary, personId)) {
                open.addAll(announced(personId));
                if (!standing.sandbox) {
                    open.retainAll(standing.assessed);
                }
                hold(open, personId, day);
                if (!day.equals(standing.today)) {
                    hold(open, personId, standing.today);
                }
            }
            return open;
        }

        @Override
        public boolean mayScore(UUID subsidiary, UUID personId) {
            return mine(subsidiary, personId) && (standing.sandbox || told.containsKey(personId));
        }

        @Override
        public Set<UUID> suspended(UUID subsidiary) {
            return subsidiary.equals(subsidiaryId) ? said.suspended : Set.of();
        }

        @Override
        public SignalGate unsuspended() {
            return said.suspended.isEmpty() ? this : new Page(subsidiaryId, standing, said.unsuspended(), told);
        }

        private boolean mine(UUID subsidiary, UUID personId) {
            return subsidiary.equals(subsidiaryId) && !said.objectors.contains(personId);
        }

        /** What the person was told of; in a sandbox nobody need be told. */
        private Set<DataCategory> announced(UUID personId) {
            if (standing.sandbox) {
                return EVERYTHING;
            }
            Notices.Told heard = told.get(personId);
            return heard == null ? Set.of() : heard.categories();
        }

        /** Leaves those of which a basis holds on a day. What somebody agreed to is looked up once, and only where it counts. */
        private void hold(Set<DataCategory> open, UUID personId, LocalDate day) {
            Subject person = Subject.person(subsidiaryId, personId);
            @Nullable Set<DataCategory> agreed = null;
            for (Iterator<DataCategory> each = open.iterator(); each.hasNext(); ) {
                DataCategory category = each.next();
                Acceptable.Answer answer = standing.acceptable.on(category, Purpose.RETENTION, day);
                if (answer == Acceptable.Answer.CONSENT && agreed == null) {
                    agreed = said.consents.granted(person, Purpose.RETENTION, day);
                }
                boolean holds = answer == Acceptable.Answer.HOLDS
                        || (answer == Acceptable.Answer.CONSENT && agreed != null && agreed.contains(category));
                if (!holds) {
                    each.remove();
                }
            }
        }
    }
}
