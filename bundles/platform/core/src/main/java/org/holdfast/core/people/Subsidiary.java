package org.holdfast.core.people;

import java.time.ZoneId;
import java.util.UUID;

/**
 * A company of the group.
 *
 * @param id its id
 * @param code its code in files, unique in the group
 * @param name its name
 * @param country ISO 3166 code of two letters
 * @param industry code of the industry bundle that scores it
 * @param timezone where its days begin and end
 * @param language language tag of its people
 * @param sandbox whether it holds generated people only
 */
public record Subsidiary(
        UUID id,
        String code,
        String name,
        String country,
        String industry,
        ZoneId timezone,
        String language,
        boolean sandbox) {}
