package org.holdfast.core.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.holdfast.core.platform.rest.RestError;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** The sight of whoever calls now: nobody's, until the request filter has found out who it is. */
@RequestScoped
public class RequestVisibility implements Visibility {
    private Visibility present = new Nobody();

    void become(Visibility visibility) {
        present = visibility;
    }

    @Override
    public boolean tells(String field, UUID personId, @Nullable UUID subsidiaryId) {
        return present.tells(field, personId, subsidiaryId);
    }

    @Override
    public boolean tellsIn(String field, @Nullable UUID subsidiaryId) {
        return present.tellsIn(field, subsidiaryId);
    }

    @Override
    public boolean maySee(UUID subsidiaryId, UUID personId) {
        return present.maySee(subsidiaryId, personId);
    }

    @Override
    public boolean maySeeSubsidiary(UUID subsidiaryId) {
        return present.maySeeSubsidiary(subsidiaryId);
    }

    @Override
    public void require(String permission) {
        present.require(permission);
    }

    @Override
    public boolean has(String permission) {
        return present.has(permission);
    }

    @Override
    public boolean has(String permission, UUID subsidiaryId, UUID personId) {
        return present.has(permission, subsidiaryId, personId);
    }

    @Override
    public void requirePerson(UUID subsidiaryId, UUID personId) {
        present.requirePerson(subsidiaryId, personId);
    }

    @Override
    public void requireSubsidiary(UUID subsidiaryId) {
        present.requireSubsidiary(subsidiaryId);
    }

    @Override
    public Caller caller() {
        return present.caller();
    }

    /** Sees nothing. */
    private static final class Nobody implements Visibility {
        @Override
        public boolean tells(String field, UUID personId, @Nullable UUID subsidiaryId) {
            return false;
        }

        @Override
        public boolean tellsIn(String field, @Nullable UUID subsidiaryId) {
            return false;
        }

        @Override
        public boolean maySee(UUID subsidiaryId, UUID personId) {
            return false;
        }

        @Override
        public boolean maySeeSubsidiary(UUID subsidiaryId) {
            return false;
        }

        @Override
        public void require(String permission) {
            throw notSignedIn();
        }

        @Override
        public boolean has(String permission) {
            return false;
        }

        @Override
        public boolean has(String permission, UUID subsidiaryId, UUID personId) {
            return false;
        }

        @Override
        public void requirePerson(UUID subsidiaryId, UUID personId) {
            throw notSignedIn();
        }

        @Override
        public void requireSubsidiary(UUID subsidiaryId) {
            throw notSignedIn();
        }

        @Override
        public Caller caller() {
            throw notSignedIn();
        }

        private static RestException notSignedIn() {
            return RestException.of(RestError.NOT_SIGNED_IN, "Log in first.");
        }
    }
}
