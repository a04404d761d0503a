package org.holdfast.core.people;

import java.util.UUID;
import org.holdfast.core.platform.rest.TellsNothing;
import org.jspecify.annotations.Nullable;

/**
 * A department as the API shows it.
 *
 * @param id its id
 * @param subsidiaryId its subsidiary
 * @param code its code
 * @param name its name
 * @param parentId the department above
 * @param level its level
 * @param region its region
 * @param headcount people at work in it, without those below
 */
@TellsNothing
public record DepartmentView(
        UUID id,
        UUID subsidiaryId,
        String code,
        String name,
        @Nullable UUID parentId,
        String level,
        String region,
        int headcount) {

    static DepartmentView of(Department department, int headcount) {
        return new DepartmentView(
                department.id(),
                department.subsidiaryId(),
                department.code(),
                department.name(),
                department.parentId(),
                department.level(),
                department.region(),
                headcount);
    }
}
