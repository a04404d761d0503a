package org.holdfast.core.protection.basis;

import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** What has to be known of a subsidiary to say which rules hold for it. Safe for use from many threads. */
@FunctionalInterface
public interface SubsidiaryFacts {

    /**
     * Finds a subsidiary.
     *
     * @param subsidiaryId its id
     * @return what is known of it, or empty where there is none
     */
    Optional<Facts> find(UUID subsidiaryId);

    /**
     * What is known of a subsidiary.
     *
     * @param country ISO 3166-1 code of two letters
     * @param zone where its days begin and end
     * @param sandbox whether it holds generated people only, about whom nobody has to be told anything
     */
    record Facts(String country, ZoneId zone, boolean sandbox) {}
}
