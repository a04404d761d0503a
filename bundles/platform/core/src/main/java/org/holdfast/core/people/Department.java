package org.holdfast.core.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A division, department or team.
 *
 * @param id its id
 * @param subsidiaryId its subsidiary
 * @param code its code in files, unique in the subsidiary
 * @param name its name
 * @param parentId the department above, null at the top
 * @param level {@code division}, {@code department} or {@code team}
 * @param region its region or province, empty where not said
 */
public record Department(
        UUID id,
        UUID subsidiaryId,
        String code,
        String name,
        @Nullable UUID parentId,
        String level,
        String region) {}
