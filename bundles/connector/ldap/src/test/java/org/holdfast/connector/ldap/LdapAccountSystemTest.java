package org.holdfast.connector.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.api.connector.AccountOwner;
import org.holdfast.api.connector.AccountPage;
import org.holdfast.api.connector.AccountStatus.Life;
import org.holdfast.api.connector.AccountSystemError;
import org.holdfast.api.connector.AccountSystemException;
import org.holdfast.api.connector.DisableOutcome;
import org.holdfast.api.connector.SystemAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is special about directories: their bits, their moves, their pages, their certificates. */
class LdapAccountSystemTest {
    private static final AccountOwner MEI = new AccountOwner("E-1", "mei@firm.example");

    private final LdapAccountSystem system = new LdapAccountSystem();
    private TestCertificate certificate;
    private FirmDirectory directory;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        certificate = TestCertificate.make(folder, "directory", true);
        directory = FirmDirectory.ldaps(certificate);
        directory.account("E-1", "mei@firm.example", "林梅");
    }

    @AfterEach
    void stop() {
        directory.close();
    }

    private SystemAccount mei() {
        return system.find(directory.settings(), MEI).get(0);
    }

    private Life life(String reference) {
        return system.read(directory.settings(), reference).life();
    }

    private DisableOutcome disable(String reference) {
        return system.disable(directory.settings(), reference, UUID.randomUUID());
    }

    private AccountSystemError fault() {
        return catchThrowableOfType(AccountSystemException.class, () -> system.test(directory.settings()))
                .error();
    }

    @Test
    void theOtherBitsOfUserAccountControlStay() {
        disable(mei().reference());

        assertThat(directory.entry("E-1").getAttributeValueAsInteger("userAccountControl"))
                .isEqualTo(66048 | 2);
        assertThat(system.read(directory.settings(), mei().reference()).since()).isPresent();
    }

    @ParameterizedTest
    @EnumSource(
            value = Lock.class,
            names = {"ACCOUNT_LOCK", "PASSWORD_POLICY", "ATTRIBUTE"})
    void eachOtherWayOfLockingIsReadBack(Lock way) {
        directory
                .with(Directory.LOCK, way.code())
                .with(Directory.LOCK_ATTRIBUTE, "employeeType")
                .with(Directory.LOCK_VALUE, "Left");
        assertThat(system.refused(directory.settings())).isEmpty();
        assertThat(mei().life()).isEqualTo(Life.ACTIVE);

        assertThat(disable(mei().reference())).isEqualTo(DisableOutcome.DISABLED);

        assertThat(life(mei().reference())).isEqualTo(Life.DISABLED);
    }

    @Test
    void whoIsLockedForSomeTimeStillLives() throws LDAPException {
        directory.with(Directory.LOCK, Lock.PASSWORD_POLICY.code());
        directory.server.modify(
                directory.entry("E-1").getDN(),
                new Modification(ModificationType.REPLACE, Lock.LOCKED_TIME, "20261127080000Z"));

        assertThat(mei().life()).isEqualTo(Life.ACTIVE);
    }

    @Test
    void anAccountThatWasMovedAmongTheLeaversIsStillRead() throws LDAPException {
        String reference = mei().reference();
        directory.server.modifyDN(directory.entry("E-1").getDN(), "cn=Left", true, FirmDirectory.LEAVERS);

        assertThat(life(reference)).isEqualTo(Life.ACTIVE);
        assertThat(disable(reference)).isEqualTo(DisableOutcome.DISABLED);
        assertThat(life(reference)).isEqualTo(Life.DISABLED);
    }

    @Test
    void anAccountIsNotGoneBecauseTheBaseIsWrong() {
        String reference = mei().reference();
        directory.with(Directory.BASE, "ou=Nowhere," + FirmDirectory.FIRM);

        assertThat(catchThrowableOfType(AccountSystemException.class, () -> life(reference))
                        .error())
                .isEqualTo(AccountSystemError.NOT_FOUND);
        assertThat(catchThrowableOfType(
                                AccountSystemException.class, () -> life("cn=nobody,ou=Nowhere," + FirmDirectory.FIRM))
                        .error())
                .isEqualTo(AccountSystemError.NOT_FOUND);
    }

    @Test
    void anAccountCanBeNamedByItsDistinguishedName() {
        String name = directory.entry("E-1").getDN();

        assertThat(life(name)).isEqualTo(Life.ACTIVE);
        assertThat(disable(name)).isEqualTo(DisableOutcome.DISABLED);
        assertThat(life("cn=nobody," + FirmDirectory.PEOPLE)).isEqualTo(Life.GONE);
        assertThat(life("what is this")).isEqualTo(Life.GONE);
    }

    @Test
    void peopleCanBeKnownByTheirMailAddress() {
        directory.with(Directory.MATCH, "email");

        assertThat(system.find(directory.settings(), new AccountOwner("another", "MEI@firm.example")))
                .hasSize(1);
        assertThat(system.find(directory.settings(), new AccountOwner("E-1", "")))
                .isEmpty();
    }

    @Test
    void manyPagesAreReadOnceEachEvenWhereTheCookieIsOfOneConnection() {
        for (int i = 2; i <= 1_100; i++) {
            directory.account("E-" + i, "e" + i + "@firm.example", "Person " + i);
        }
        assertThat(numbers()).hasSize(1_100);
        directory.cookiesOfOneConnection();
        assertThat(numbers()).hasSize(1_100);
    }

    private Set<String> numbers() {
        Set<String> seen = new HashSet<>();
        String cursor = "";
        do {
            AccountPage page = system.page(directory.settings(), cursor);
            page.accounts()
                    .forEach(one -> assertThat(seen.add(one.employeeNo())).isTrue());
            cursor = page.next();
        } while (!cursor.isEmpty());
        return seen;
    }

    @Test
    void startTlsIsDemandedWhereTheConnectionBeginsPlain() throws Exception {
        try (FirmDirectory other = FirmDirectory.startTls(certificate);
                FirmDirectory plain = FirmDirectory.plain(certificate)) {
            other.account("E-1", "mei@firm.example", "Mei");
            assertThat(system.test(other.settings())).isEqualTo(1);
            assertThat(catchThrowableOfType(AccountSystemException.class, () -> system.test(plain.settings()))
                            .error())
                    .isNotNull();
        }
    }

    @Test
    void aDirectoryIsNotBelievedByTheCertificateOfAnotherHostOrAuthority(@TempDir Path folder) throws Exception {
        try (FirmDirectory other = FirmDirectory.ldaps(TestCertificate.make(folder, "elsewhere", false))) {
            assertThat(catchThrowableOfType(AccountSystemException.class, () -> system.test(other.settings()))
                            .error())
                    .isEqualTo(AccountSystemError.UNREACHABLE);
        }
    }

    @Test
    void aWrongPasswordIsNamed() {
        directory.with(Directory.PASSWORD, "wrong");

        assertThat(fault()).isEqualTo(AccountSystemError.CREDENTIALS_REFUSED);
    }

    @Test
    void settingsThatCannotBeAreNamed() {
        for (String wrong :
                List.of("", "https://x", "ldap://", "ldaps://u@host", "ldaps://host/dc=x", "ldaps://h?x", "::")) {
            directory.with(Directory.ADDRESS, wrong);
            assertThat(system.refused(directory.settings())).as(wrong).containsExactly(Directory.ADDRESS);
        }
        directory
                .with(Directory.ADDRESS, "ldaps://host")
                .with(Directory.BASE, "what")
                .with(Directory.FILTER, "(")
                .with(Directory.NUMBER, "a)(b")
                .with(Directory.LOCK, Lock.ATTRIBUTE.code());
        assertThat(system.refused(directory.settings()))
                .containsExactlyInAnyOrder(
                        Directory.BASE,
                        Directory.FILTER,
                        Directory.NUMBER,
                        Directory.LOCK_ATTRIBUTE,
                        Directory.LOCK_VALUE);
    }
}
