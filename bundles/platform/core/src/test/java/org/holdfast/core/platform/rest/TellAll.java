package org.holdfast.core.platform.rest;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells everything about everybody, for tests of what answers hold. */
public final class TellAll implements FieldSight {
    @Override
    public boolean tells(String field, UUID personId, @Nullable UUID subsidiaryId) {
        return true;
    }

    @Override
    public boolean tellsIn(String field, @Nullable UUID subsidiaryId) {
        return true;
    }
}
