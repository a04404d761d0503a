package org.holdfast.launcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.PrintStream;
import java.time.Clock;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class LauncherRulesTest {
    private static final JavaClasses API = read("org.holdfast.api");
    private static final JavaClasses LAUNCHER = read("org.holdfast.launcher");

    @Test
    void theRulesSeeTheClassesTheyAreFor() {
        assertThat(API.size()).isGreaterThan(40);
        assertThat(LAUNCHER.size()).isGreaterThan(60);
    }

    @Test
    void theApiDependsOnNothing() {
        ArchRule rule = classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        // Of the JDK, too.
                        "javax.net.ssl..",
                        "org.holdfast.api..",
                        "org.osgi.annotation..",
                        "org.jspecify.annotations..");

        rule.check(API);
    }

    @Test
    void theRegistryThatTheCoreSeesShowsNothingOfTheFramework() {
        ArchRule rule = noClasses()
                .that()
                .resideInAnyPackage("..launcher.registry..", "..launcher.host..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.osgi..", "org.apache.felix..", "jakarta..", "..launcher.bundles..");

        rule.check(LAUNCHER);
    }

    @Test
    void onlyWhatSpeaksToAPersonWritesToTheConsole() {
        ArchRule rule = noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.holdfast.launcher.Main")
                .and()
                .doNotHaveFullyQualifiedName("org.holdfast.launcher.command.ProgressBar")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err");

        rule.check(LAUNCHER);
        noClasses().should().callMethod(Throwable.class, "printStackTrace").check(LAUNCHER);
        noClasses()
                .should()
                .callMethod(Throwable.class, "printStackTrace", PrintStream.class)
                .check(LAUNCHER);
    }

    @Test
    void everythingLogsThroughOneInterface() {
        ArchRule rule = noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.holdfast.launcher.Main")
                .and()
                .doNotHaveFullyQualifiedName("org.holdfast.launcher.start.ServerLog")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..");

        rule.check(LAUNCHER);
    }

    @Test
    void theClockIsMadeWhereTheServerOrACommandStarts() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages("..launcher.command..", "..launcher.start..")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(Clock.class, "system", ZoneId.class);

        rule.check(LAUNCHER);
    }

    @Test
    void namesSayWhatAThingIs() {
        for (JavaClasses code : new JavaClasses[] {API, LAUNCHER}) {
            noClasses()
                    .should()
                    .haveSimpleNameEndingWith("Impl")
                    .orShould()
                    .haveSimpleNameEndingWith("Manager")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .haveSimpleNameEndingWith("Util")
                    .orShould()
                    .haveSimpleNameEndingWith("Utils")
                    .check(code);
        }
    }

    private static JavaClasses read(String root) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
    }
}
