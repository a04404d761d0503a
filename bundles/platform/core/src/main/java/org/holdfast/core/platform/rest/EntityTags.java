package org.holdfast.core.platform.rest;

import jakarta.ws.rs.core.EntityTag;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes and compares the ETags of what can be edited. */
public final class EntityTags {
    private static final int LENGTH = 24;

    private EntityTags() {}

    /**
     * Makes a tag.
     *
     * @param parts what identifies the thing's version, such as its id and a counter
     * @return a strong tag that tells nothing of the parts
     */
    public static EntityTag of(Object... parts) {
        return new EntityTag(Fingerprints.sha256(Arrays.deepToString(parts)).substring(0, LENGTH));
    }

    /**
     * Checks that a write is based on the present version. A write without {@code If-Match} passes.
     *
     * @param ifMatch the header, or null
     * @param current tag of the present version
     * @throws RestException with status 412 where the thing was changed meanwhile
     */
    public static void check(@Nullable String ifMatch, EntityTag current) {
        if (ifMatch == null || ifMatch.trim().equals("*")) {
            return;
        }
        String quoted = '"' + current.getValue() + '"';
        boolean fits = Arrays.stream(ifMatch.split(",", -1)).map(String::trim).anyMatch(quoted::equals);
        if (!fits) {
            throw RestException.of(RestError.CHANGED_MEANWHILE, "It was changed since you read it: read it again.");
        }
    }

    /**
     * Checks that a write says on which version it is based, and that this is the present one.
     *
     * @param ifMatch the header, or null
     * @param current tag of the present version
     * @throws RestException with status 428 without the header, 412 where the thing was changed meanwhile
     */
    public static void demand(@Nullable String ifMatch, EntityTag current) {
        if (ifMatch == null) {
            throw RestException.of(RestError.PRECONDITION_REQUIRED, "Send the ETag you read as If-Match.");
        }
        check(ifMatch, current);
    }
}
