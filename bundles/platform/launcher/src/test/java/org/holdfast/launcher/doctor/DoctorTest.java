package org.holdfast.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.database.DatabaseAddress;
import org.holdfast.launcher.database.Migration;
import org.holdfast.launcher.start.DataDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path home;

    private Path data;

    @BeforeEach
    void lay() throws IOException {
        data = home.resolve("data");
        Files.createDirectories(home.resolve("config"));
        Files.createDirectories(home.resolve("bundles"));
        for (String name : List.of("holdfast-protection-aes.jar", "holdfast-engine-x.jar", "holdfast-console-1.jar")) {
            Files.writeString(home.resolve("bundles").resolve(name), "");
        }
    }

    @Test
    void aFreshInstallationHasNothingThatKeepsAServerFromWorking() throws IOException {
        List<Finding> findings = examine(Map.of("HOLDFAST_HTTP_PORT", freePort()));

        assertThat(texts(findings, Finding.Status.FAILED)).isEmpty();
        assertThat(texts(findings, Finding.Status.OK))
                .anyMatch(text -> text.startsWith("Data directory ") && text.endsWith("the first start makes it."))
                .anyMatch(text -> text.startsWith("Database: the first start makes"));
        assertThat(data).as("looking changes nothing").doesNotExist();
    }

    @Test
    void aMisspeltSettingIsNamed() throws IOException {
        Files.writeString(home.resolve("config").resolve("holdfast.properties"), "holdfast.http.prot=80\n");

        assertThat(texts(examine(Map.of()), Finding.Status.FAILED))
                .singleElement()
                .asString()
                .contains("holdfast.http.prot");
    }

    @Test
    void aTableOfFieldsThatGoesBeyondItsRolesIsNamed() throws IOException {
        Path own = Files.createDirectories(data.resolve("config")).resolve("fields.csv");
        String shipped = Files.readString(Path.of("../../../config/fields.csv"));
        Files.writeString(
                own,
                shipped.replace("band,risk:readBand,people,people,line", "band,risk:readBand,people,people,people"));

        List<Finding> findings = new FieldsCheck().look(Configuration.read(home, Map.of(), Map.of()));

        assertThat(texts(findings, Finding.Status.FAILED))
                .singleElement()
                .asString()
                .contains("band", "lineManager");
        Files.delete(own);
        assertThat(texts(new FieldsCheck().look(Configuration.read(home, Map.of(), Map.of())), Finding.Status.OK))
                .hasSize(1);
    }

    @Test
    void aPortThatAnotherProgramHasIsNamed() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = String.valueOf(other.getLocalPort());

            assertThat(texts(examine(Map.of("HOLDFAST_HTTP_PORT", port)), Finding.Status.FAILED))
                    .singleElement()
                    .asString()
                    .contains(port)
                    .contains("another program has it");
        }
    }

    @Test
    void aDirectoryHeldBySomebodyWhoIsNotReadyIsNamed() throws IOException {
        try (DataDirectory held = new DataDirectory(data)) {
            held.lock();

            assertThat(texts(examine(Map.of("HOLDFAST_HTTP_PORT", freePort())), Finding.Status.FAILED))
                    .singleElement()
                    .asString()
                    .contains("is held by another process");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the rights of POSIX file systems")
    void keysThatOthersMayLookAtAreNamedWithTheCommandThatClosesThem() throws IOException {
        Path keys = Files.createDirectories(data.resolve("keys"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(texts(examine(Map.of("HOLDFAST_HTTP_PORT", freePort())), Finding.Status.FAILED))
                .containsExactly("Others may look into " + keys + ". Run: chmod 700 " + keys);
    }

    @Test
    void aClockThatWasSetBackIsNoticed() throws IOException {
        Path logs = Files.createDirectories(data.resolve("logs"));
        Files.setLastModifiedTime(logs, FileTime.from(NOON.instant().plusSeconds(3600)));

        List<Finding> findings = new ClockCheck(NOON).look(Configuration.read(home, Map.of(), Map.of()));

        assertThat(texts(findings, Finding.Status.FAILED))
                .singleElement()
                .asString()
                .contains("2026-11-25T13:00:00Z");
    }

    @Test
    void theDatabaseIsOpenedAndItsVersionTold() {
        Configuration configuration = Configuration.read(home, Map.of(), Map.of());
        new Migration(DatabaseAddress.keys(configuration), "db/keys.xml").run();
        DatabaseAddress main = DatabaseAddress.main(configuration);
        new Migration(main, "db/changelog.xml").run();

        List<Finding> findings = new DatabaseCheck().look(configuration);

        assertThat(texts(findings, Finding.Status.OK)).hasSize(2).allMatch(text -> text.contains("none missing"));
    }

    @Test
    void aLostKeyFileIsNamedBeforeTheServerComesUpSealed() throws IOException {
        Files.createDirectories(data.resolve("database"));
        Files.writeString(data.resolve("database").resolve("holdfast.mv.db"), "");

        List<Finding> findings = new KeyCheck(NOON).look(Configuration.read(home, Map.of(), Map.of()));

        assertThat(texts(findings, Finding.Status.FAILED))
                .singleElement()
                .asString()
                .contains("root.p12 is absent");
    }

    @Test
    void aCipherSuiteThatNoBundleOffersIsNamedWithItsBundle() throws IOException {
        Files.createDirectories(home.resolve("lib"));
        DataDirectory.copyTree(
                Path.of("target", "framework"), home.resolve("lib").resolve("framework"));
        Map<String, String> options = Map.of("holdfast.keys.suites", "SH01=SM4-GCM");

        List<Finding> findings = new SuiteCheck(NOON).look(Configuration.read(home, Map.of(), options));

        assertThat(texts(findings, Finding.Status.FAILED))
                .singleElement()
                .asString()
                .contains("SM4-GCM", "org.holdfast.protection.sm4");
        assertThat(new SuiteCheck(NOON).look(Configuration.read(home, Map.of(), Map.of())))
                .isEmpty();
    }

    @Test
    void aBundleThatIsMissingOrNotTrustedIsNamed() throws IOException {
        Files.delete(home.resolve("bundles").resolve("holdfast-engine-x.jar"));

        List<Finding> findings = new BundleCheck().look(Configuration.read(home, Map.of(), Map.of()));

        assertThat(texts(findings, Finding.Status.FAILED))
                .singleElement()
                .asString()
                .contains("holdfast-engine-*.jar");
        assertThat(texts(findings, Finding.Status.WARNING))
                .anyMatch(text -> text.startsWith("holdfast-console-1.jar is not trusted"));
    }

    @Test
    void aListOfWhatIsRevokedThatNobodyUnderstandsIsNamed() throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config").resolve("revoked.txt"), "bundle 00\n");

        List<Finding> findings = new TrustStoreCheck(NOON).look(Configuration.read(home, Map.of(), Map.of()));

        assertThat(texts(findings, Finding.Status.FAILED))
                .singleElement()
                .asString()
                .startsWith("Line 1 of")
                .contains("revoked.txt");
        assertThat(texts(findings, Finding.Status.OK))
                .anyMatch(text -> text.startsWith("Trust store of the group: none"));
    }

    @Test
    void littleMemoryAndAMissingLibraryAreToldWithWhatHelps() {
        assertThat(MachineCheck.memory(1000, 1024).status()).isEqualTo(Finding.Status.WARNING);
        assertThat(MachineCheck.memory(4096, 1024).status()).isEqualTo(Finding.Status.OK);
        assertThat(MachineCheck.java(11).status()).isEqualTo(Finding.Status.FAILED);
        assertThat(MachineCheck.library(Stream.of(home)).text().toString()).contains("apt-get install libgomp1");
        assertThat(DataDirectoryCheck.space(home, 1 << 20).status()).isEqualTo(Finding.Status.FAILED);
        assertThat(DataDirectoryCheck.space(home, 100L << 20).status()).isEqualTo(Finding.Status.WARNING);
    }

    private List<Finding> examine(Map<String, String> environment) {
        return new Doctor(Clock.systemUTC()).examine(home, environment, Map.of());
    }

    private static List<String> texts(List<Finding> findings, Finding.Status status) {
        return findings.stream()
                .filter(finding -> finding.status() == status)
                .filter(finding -> !finding.check().equals("libgomp"))
                .map(finding -> finding.text().toString())
                .toList();
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        }
    }
}
