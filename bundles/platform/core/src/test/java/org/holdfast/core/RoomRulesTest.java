package org.holdfast.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RoomRulesTest {
    private static final String ROOT = "org.holdfast.core.";
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.holdfast.core");

    /** The arrows of the design: data moves from left to right, the rooms below serve all. A room not listed is new. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("platform", Set.of()),
            Map.entry("protection", Set.of("platform")),
            Map.entry("access", Set.of("platform", "protection")),
            Map.entry("signals", Set.of("platform", "protection", "access")),
            Map.entry("people", Set.of("platform", "protection", "access", "signals")),
            Map.entry("notification", Set.of("platform", "protection", "access", "signals", "people")),
            Map.entry("work", Set.of("platform", "protection", "access", "signals", "people")),
            Map.entry(
                    "offboarding",
                    Set.of("platform", "protection", "access", "signals", "people", "notification", "work")),
            Map.entry(
                    "knowledge",
                    Set.of(
                            "platform",
                            "protection",
                            "access",
                            "signals",
                            "people",
                            "notification",
                            "work",
                            "offboarding")),
            Map.entry("intake", Set.of("platform", "protection", "access", "signals", "people")),
            Map.entry("risk", Set.of("platform", "protection", "access", "signals", "people")),
            Map.entry(
                    "retention",
                    Set.of("platform", "protection", "access", "signals", "people", "risk", "notification", "work")),
            Map.entry(
                    "surveys",
                    Set.of("platform", "protection", "access", "signals", "people", "notification", "retention")),
            Map.entry(
                    "insight",
                    Set.of(
                            "platform",
                            "protection",
                            "access",
                            "signals",
                            "people",
                            "risk",
                            "retention",
                            "offboarding",
                            "knowledge")),
            Map.entry(
                    "privacy",
                    Set.of(
                            "platform",
                            "protection",
                            "access",
                            "signals",
                            "people",
                            "risk",
                            "retention",
                            "notification",
                            "work")));

    @Test
    void theRulesSeeTheClassesTheyAreFor() {
        assertThat(CORE.size()).isGreaterThan(150);
    }

    @Test
    void roomsDependOnEachOtherAlongTheArrowsOnly() {
        Set<String> against = new TreeSet<>();
        Set<String> rooms = new HashSet<>();
        for (JavaClass type : CORE) {
            String room = room(type);
            rooms.add(room);
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass();
                if (target.getPackageName().startsWith(ROOT) && !allowed(room, room(target))) {
                    against.add(outermost(type) + " -> " + room(target));
                }
            }
        }

        assertThat(ARROWS.keySet()).containsAll(rooms);
        assertThat(against).isEmpty();
    }

    /**
     * Scores are read to keep people, and as figures of a group. A room that lets people go, pays or promotes
     * them is none of these, whenever it comes: whoever adds it here has to say on which lawful purpose.
     */
    @Test
    @Tag("O3")
    void scoresAreReadByTheRoomsOfRetentionAlone() {
        Set<String> readers = new TreeSet<>();
        for (JavaClass type : CORE) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String target = dependency.getTargetClass().getPackageName();
                if (target.equals(ROOT + "risk") || target.startsWith(ROOT + "risk.")) {
                    readers.add(room(type));
                }
            }
        }

        assertThat(readers).containsExactlyInAnyOrder("risk", "retention", "insight");
    }

    /** CDI puts a proxy before such beans, which it makes as a subclass; the server does not start where it cannot. */
    @Test
    void beansOfARequestOrOfTheApplicationCanBeProxied() {
        classes()
                .that()
                .areAnnotatedWith(ApplicationScoped.class)
                .or()
                .areAnnotatedWith(RequestScoped.class)
                .should()
                .notHaveModifier(JavaModifier.FINAL)
                .check(CORE);
    }

    @Test
    void jaxRsStaysInResourcesAndInThePlatform() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..core.platform.rest..")
                .and()
                .haveNameNotMatching(".*Resource(\\$.*)?")
                .and()
                .haveNameNotMatching("org\\.holdfast\\.core\\.access\\.AccessFilter(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..")
                .check(CORE);
    }

    /** The platform hands out entity managers; a room's entities and stores use them. */
    @Test
    void jpaStaysInEntitiesTheirStoresAndThePlatform() {
        noClasses()
                .that()
                .areNotAnnotatedWith(Entity.class)
                .and()
                .haveSimpleNameNotStartingWith("Jpa")
                .and()
                .resideOutsideOfPackages("..core.platform.database..", "..core.platform.host..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.persistence..")
                .check(CORE);
        noClasses()
                .that()
                .resideOutsideOfPackage("..core.platform.database..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.persistence..")
                .check(CORE);
    }

    @Test
    void entitiesNeverLeaveTheirRoom() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .or()
                .haveSimpleNameStartingWith("Jpa")
                .should()
                .bePackagePrivate()
                .check(CORE);
    }

    @Test
    void everyEntityIsOfThePersistenceUnit() throws IOException {
        String unit;
        try (InputStream in = RoomRulesTest.class.getResourceAsStream("/META-INF/persistence.xml")) {
            unit = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(CORE.stream().filter(type -> type.isAnnotatedWith(Entity.class)))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(unit).contains("<class>" + type.getName() + "</class>"));
    }

    @Test
    void theCoreReachesBundlesThroughTheRegistryOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.osgi..", "org.apache.felix..", "org.holdfast.launcher.start..")
                .check(CORE);
    }

    @Test
    void nothingWritesToTheConsoleOrPastTheLog() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(CORE);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .check(CORE);
    }

    @Test
    void theClockIsGivenAndNeverMade() {
        noClasses()
                .should()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(Clock.class, "system", ZoneId.class)
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .check(CORE);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?)").check(CORE);
    }

    private static boolean allowed(String room, String other) {
        return room.equals(other) || ARROWS.getOrDefault(room, Set.of()).contains(other);
    }

    private static String room(JavaClass type) {
        return type.getPackageName().substring(ROOT.length()).split("\\.", 2)[0];
    }

    private static String outermost(JavaClass type) {
        return type.getName().substring(ROOT.length()).split("\\$", 2)[0];
    }
}
