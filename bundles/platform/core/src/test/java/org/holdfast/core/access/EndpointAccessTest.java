package org.holdfast.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.holdfast.core.platform.rest.Endpoint;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.ScannedResources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointAccessTest {
    private final List<Endpoint> endpoints = Endpoint.of(ScannedResources.all());
    private final EndpointTable expected = new EndpointTable();

    @TempDir
    Path data;

    @Test
    void everyEndpointSaysWhoMayCallIt() {
        assertThat(endpoints)
                .hasSizeGreaterThan(10)
                .allSatisfy(endpoint -> assertThat(
                                endpoint.open() ^ endpoint.permitted().isPresent())
                        .as("%s carries exactly one of @Open and @Permitted", endpoint.handler())
                        .isTrue());
    }

    @Test
    void everyEndpointIsOpenToExactlyTheRolesOfTheTable() {
        RoleTable roles = RoleTable.read(data);

        assertThat(endpoints).allSatisfy(endpoint -> {
            String key = EndpointTable.key(endpoint.method(), endpoint.path());
            assertThat(expected.keys())
                    .as("access/endpoints.csv lists the endpoint")
                    .contains(key);
            assertThat(actual(endpoint, roles)).as(key).isEqualTo(expected.allowed(key));
        });
    }

    @Test
    void everyPermissionOfAnEndpointStandsInTheTableOfRoles() {
        RoleTable roles = RoleTable.read(data);

        assertThat(endpoints.stream()
                        .flatMap(endpoint -> endpoint.permitted().stream())
                        .map(Permitted::value)
                        .flatMap(Arrays::stream))
                .isSubsetOf(roles.permissions());
    }

    @Test
    void everyResourceIsABeanSoThatTheDescriptionFindsIt() {
        assertThat(ScannedResources.all())
                .allMatch(type ->
                        type.isAnnotationPresent(Dependent.class) || type.isAnnotationPresent(RequestScoped.class));
    }

    @Test
    void administratorsSeeNoPersonalData() {
        RoleTable roles = RoleTable.read(data);

        for (Role role : List.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.LOCAL)) {
            assertThat(roles.grant(role).reach()).isEqualTo(RoleTable.Reach.NONE);
            assertThat(roles.grant(role).permissions())
                    .doesNotContain("employees:read", "employees:readPay", "risk:read", "risk:readBand", "alerts:read");
        }
    }

    @Test
    void ownTableInTheDataDirectoryReplacesTheShippedOne() throws Exception {
        String shipped = Files.readString(Path.of("../../../config/roles.csv"));
        Path own = Files.createDirectories(data.resolve("config")).resolve("roles.csv");
        Files.writeString(own, shipped.replace("audit:read,,,,,,,,x,x", "audit:read,,,,,,,,,x"));
        assertThat(RoleTable.read(data).grant(Role.DPO).permissions()).doesNotContain("audit:read");

        Files.writeString(own, shipped.replace("audit:read", "audit read"));
        assertThatThrownBy(() -> RoleTable.read(data)).hasMessageContaining("not a permission");
        Files.writeString(own, shipped.replace(",groupHr,", ",boss,"));
        assertThatThrownBy(() -> RoleTable.read(data)).hasMessageContaining("no role 'boss'");
        Files.writeString(own, "");
        assertThatThrownBy(() -> RoleTable.read(data)).hasMessageContaining("empty");
    }

    private static Set<String> actual(Endpoint endpoint, RoleTable roles) {
        if (endpoint.open()) {
            return Set.of(EndpointTable.OPEN);
        }
        List<String> permissions = List.of(endpoint.permitted().orElseThrow().value());
        return Arrays.stream(Role.values())
                .filter(role -> permissions.stream().anyMatch(roles.grant(role).permissions()::contains))
                .map(Role::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
