package org.holdfast.core.access;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.platform.rest.RestError;
import org.holdfast.core.platform.rest.RestException;

/** The sight of one caller at one endpoint. Immutable. */
final class ScopedVisibility implements Visibility {
    private final Caller caller;
    private final RoleTable table;
    private final ReportingLine line;
    private final List<Role> opening;
    private final Set<String> permissions;

    /**
     * Creates the sight.
     *
     * @param endpoint the permissions any one of which opens the endpoint
     */
    ScopedVisibility(Caller caller, RoleTable table, ReportingLine line, String... endpoint) {
        this.caller = caller;
        this.table = table;
        this.line = line;
        permissions = table.permissions(caller);
        opening = caller.roles().stream()
                .filter(role -> Arrays.stream(endpoint)
                        .filter(permissions::contains)
                        .anyMatch(table.grant(role).permissions()::contains))
                .toList();
    }

    @Override
    public boolean maySee(UUID subsidiaryId, UUID personId) {
        return !isAboveOrSelf(personId) && opening.stream().anyMatch(role -> reaches(role, subsidiaryId, personId));
    }

    @Override
    public boolean maySeeSubsidiary(UUID subsidiaryId) {
        return opening.stream().anyMatch(role -> covers(role, subsidiaryId));
    }

    @Override
    public void require(String permission) {
        if (!has(permission)) {
            throw RestException.of(RestError.FORBIDDEN, "Your role may not do this.");
        }
    }

    @Override
    public boolean has(String permission) {
        return permissions.contains(permission);
    }

    @Override
    public boolean has(String permission, UUID subsidiaryId, UUID personId) {
        return permissions.contains(permission)
                && !isAboveOrSelf(personId)
                && caller.roles().stream()
                        .filter(role -> table.grant(role).permissions().contains(permission))
                        .anyMatch(role -> reaches(role, subsidiaryId, personId));
    }

    @Override
    public void requirePerson(UUID subsidiaryId, UUID personId) {
        if (!maySee(subsidiaryId, personId)) {
            throw RestException.notFound();
        }
    }

    @Override
    public void requireSubsidiary(UUID subsidiaryId) {
        if (!maySeeSubsidiary(subsidiaryId)) {
            throw RestException.notFound();
        }
    }

    @Override
    public Caller caller() {
        return caller;
    }

    private boolean isAboveOrSelf(UUID personId) {
        return caller.employeeId()
                .filter(self -> self.equals(personId) || line.leads(personId, self))
                .isPresent();
    }

    private boolean reaches(Role role, UUID subsidiaryId, UUID personId) {
        boolean person = switch (table.grant(role).reach()) {
            case PEOPLE -> true;
            case LINE ->
                caller.employeeId().filter(self -> line.leads(self, personId)).isPresent();
            case NONE -> false;
        };
        return person && covers(role, subsidiaryId);
    }

    private boolean covers(Role role, UUID subsidiaryId) {
        if (caller.subsidiaryIds().isEmpty()) {
            return !table.grant(role).ownOnly();
        }
        return caller.subsidiaryIds().contains(subsidiaryId);
    }
}
