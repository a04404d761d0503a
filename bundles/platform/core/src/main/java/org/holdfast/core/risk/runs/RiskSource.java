package org.holdfast.core.risk.runs;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.holdfast.core.risk.features.Market;
import org.holdfast.core.signals.Fact;

/** Where runs get people and facts from. Safe for use from many threads. */
public interface RiskSource {

    /**
     * Finds a firm.
     *
     * @param subsidiaryId the subsidiary
     * @return what a run must know about it, or empty
     */
    Optional<Firm> firm(UUID subsidiaryId);

    /**
     * Returns everybody, those who have left included.
     *
     * @param subsidiaryId the subsidiary
     * @return ids in a stable order
     */
    List<UUID> people(UUID subsidiaryId);

    /**
     * Reads facts.
     *
     * @param subsidiaryId the subsidiary
     * @param persons about whom
     * @param action called once for each person, on the calling thread
     */
    void facts(UUID subsidiaryId, Collection<UUID> persons, BiConsumer<UUID, List<Fact>> action);

    /**
     * Returns what the market pays.
     *
     * @return the market
     */
    Market market();

    /**
     * What a run must know about a subsidiary.
     *
     * @param id its id
     * @param industry code of its industry
     * @param zone its time zone
     */
    record Firm(UUID id, String industry, ZoneId zone) {}
}
