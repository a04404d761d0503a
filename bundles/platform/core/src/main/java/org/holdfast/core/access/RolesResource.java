package org.holdfast.core.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.TellsNothing;

/** What each role may do, for whoever gives roles to people and to tokens. */
@Path("roles")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public final class RolesResource {
    private final RoleTable table;

    /**
     * Creates the resource.
     *
     * @param table the table of roles
     */
    @Inject
    RolesResource(RoleTable table) {
        this.table = table;
    }

    /**
     * A role.
     *
     * @param role its code
     * @param permissions what it may do, sorted
     */
    @TellsNothing
    public record RoleView(String role, List<String> permissions) {

        /** Copies the permissions. */
        public RoleView {
            permissions = List.copyOf(permissions);
        }
    }

    /**
     * The roles.
     *
     * @param items in the table's order
     */
    @TellsNothing
    public record RoleList(List<RoleView> items) {

        /** Copies the items. */
        public RoleList {
            items = List.copyOf(items);
        }
    }

    /**
     * Lists the roles with what they may do, as {@code config/roles.csv} has it.
     *
     * @return all roles, the one of tokens too
     */
    @GET
    @Permitted("tokens:manage")
    @Operation(summary = "Lists the roles with their permissions")
    public RoleList list() {
        return new RoleList(Arrays.stream(Role.values())
                .map(role -> new RoleView(
                        role.code(),
                        table.grant(role).permissions().stream().sorted().toList()))
                .toList());
    }
}
