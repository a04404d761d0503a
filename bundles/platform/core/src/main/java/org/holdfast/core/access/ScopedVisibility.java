package org.holdfast.core.access;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.holdfast.core.platform.rest.FieldSight;
import org.holdfast.core.platform.rest.RestError;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** The sight of one caller at one endpoint. For one request. */
final class ScopedVisibility implements Visibility {
    private final Caller caller;
    private final RoleTable table;
    private final ReportingLine line;
    private final List<Role> opening;
    private final Set<String> permissions;
    private final FieldSight fields;

    /**
     * Creates the sight.
     *
     * @param allowed which permissions may be used for the purpose
     * @param endpoint the permissions any one of which opens the endpoint
     */
    ScopedVisibility(
            Caller caller, Gate.Tables tables, Gate.Known people, Predicate<String> allowed, String... endpoint) {
        this.caller = caller;
        this.table = tables.roles();
        this.line = people.line();
        permissions = table.permissions(caller).stream().filter(allowed).collect(Collectors.toUnmodifiableSet());
        opening = caller.roles().stream()
                .filter(role -> Arrays.stream(endpoint)
                        .filter(permissions::contains)
                        .anyMatch(table.grant(role).permissions()::contains))
                .toList();
        fields = new ScopedFields(this, tables.fields(), people.names(), endpoint);
    }

    @Override
    public boolean tells(String field, UUID personId, @Nullable UUID subsidiaryId) {
        return fields.tells(field, personId, subsidiaryId);
    }

    @Override
    public boolean tellsIn(String field, @Nullable UUID subsidiaryId) {
        return fields.tellsIn(field, subsidiaryId);
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

    /** Says whether a person is the caller or one of the caller's superiors. */
    boolean isAboveOrSelf(UUID personId) {
        return caller.employeeId()
                .filter(self -> self.equals(personId) || line.leads(personId, self))
                .isPresent();
    }

    /** Says whether a person of the caller's line reports to the caller. */
    boolean leads(UUID personId) {
        return caller.employeeId().filter(self -> line.leads(self, personId)).isPresent();
    }

    /** Says whether a role of the caller has a permission by the table of roles. */
    boolean grants(Role role, String permission) {
        return table.grant(role).permissions().contains(permission);
    }

    /** Says whether one of the caller's roles sees records about a person. */
    boolean reaches(Role role, UUID subsidiaryId, UUID personId) {
        boolean person = switch (table.grant(role).reach()) {
            case PEOPLE -> true;
            case LINE -> leads(personId);
            case NONE -> false;
        };
        return person && covers(role, subsidiaryId);
    }

    /** Returns whose records a role sees. */
    RoleTable.Reach reach(Role role) {
        return table.grant(role).reach();
    }

    /** Says whether one of the caller's roles has to do with a subsidiary. */
    boolean covers(Role role, UUID subsidiaryId) {
        if (caller.subsidiaryIds().isEmpty()) {
            return !table.grant(role).ownOnly();
        }
        return caller.subsidiaryIds().contains(subsidiaryId);
    }
}
